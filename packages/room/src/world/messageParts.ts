import { apiError, ApiError, formError } from '../http/apiError.ts';
import { walkComponents } from '../form/checkComponents.ts';
import type { MessageForm } from '../form/messageForm.ts';
import type { JsonObject } from '../json.ts';
import type { World } from './world.ts';
import type { Attachment } from './entities.ts';

/** A file that came with a request. */
export interface Upload {
  /** The part's name, `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Bytes of one file, in servers without boosts: https://docs.discord.com/developers/reference#uploading-files */
export const FILE_MAX_BYTES = 10 * 1024 * 1024;

/** What a file is by its name, where the sender does not say. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/**
 * Makes files of a message of what came with the request, described by the form's `attachments`. Throws 30015 beyond ten,
 * 40005 for one that is too large.
 */
export function storeUploads(world: World, form: MessageForm, uploads: readonly Upload[]): Attachment[] {
  if (uploads.length > 10)
    throw new ApiError(400, { message: 'Maximum number of attachments reached (10)', code: 30015 });
  if (uploads.some(({ content }) => content.length > FILE_MAX_BYTES)) throw apiError(40_005);
  return uploads.map((upload) => {
    const index = /^files?\[(\d+)\]$/.exec(upload.field)?.[1];
    const described = form.attachments?.find((attachment) => String(attachment.id) === index);
    const filename = (described?.filename ?? upload.name).replaceAll(/[^\w.-]/g, '_') || 'file';
    return {
      id: world.nextId(),
      filename,
      contentType: typeOf(upload, filename),
      content: upload.content,
      ...(described?.description ? { description: described.description } : {}),
    };
  });
}

function typeOf({ contentType }: Upload, filename: string): string {
  if (contentType !== 'application/octet-stream') return contentType;
  return TYPES[filename.split('.').at(-1)!.toLowerCase()] ?? contentType;
}

/** The files that an edit's `attachments` leave on the message. */
export function keptAttachments(attachments: readonly Attachment[], form: MessageForm): Attachment[] {
  const kept = new Set((form.attachments ?? []).map((attachment) => String(attachment.id)));
  return attachments.filter((attachment) => kept.has(attachment.id));
}

/** Components as Discord gives them back: each with an id, nothing that is null, `attachment://` names resolved. */
export function storedComponents(
  world: World,
  channelId: string,
  components: readonly unknown[],
  attachments: readonly Attachment[],
): JsonObject[] {
  const copy = withoutNulls(structuredClone(components)) as JsonObject[];
  const taken = new Set<unknown>();
  walkComponents(copy, (component) => taken.add(component['id']));
  let next = 1;
  walkComponents(copy, (component) => {
    if (!component['id']) {
      while (taken.has(next)) next += 1;
      component['id'] = next;
      taken.add(next);
    }
  });
  resolveMedia(world, channelId, { value: copy, attachments });
  return copy;
}

/** Embeds as Discord gives them back. */
export function storedEmbeds(
  world: World,
  channelId: string,
  embeds: readonly unknown[],
  attachments: readonly Attachment[],
): JsonObject[] {
  const copy = withoutNulls(structuredClone(embeds)) as JsonObject[];
  for (const embed of copy) embed['type'] ??= 'rich';
  resolveMedia(world, channelId, { value: copy, attachments });
  return copy;
}

function resolveMedia(
  world: World,
  channelId: string,
  { value, attachments }: { value: unknown; attachments: readonly Attachment[] },
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'url' && typeof inner === 'string' && inner.startsWith('attachment://')) {
      const name = inner.slice('attachment://'.length);
      const attachment = attachments.find((each) => each.filename === name);
      if (!attachment) {
        throw formError([
          {
            path: ['components'],
            code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
            message: 'Referenced attachment not found',
          },
        ]);
      }
      const url = `${world.address}/attachments/${channelId}/${attachment.id}/${encodeURIComponent(name)}`;
      Object.assign(value, {
        url,
        proxy_url: url,
        attachment_id: attachment.id,
        content_type: attachment.contentType,
        size: attachment.content.length,
      });
    } else {
      resolveMedia(world, channelId, { value: inner, attachments });
    }
  }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
