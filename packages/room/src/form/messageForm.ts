import { z } from 'zod';
import { apiError, formError, statusError, type FormProblem } from '../http/apiError.ts';
import { checkComponents, textDisplayBytes, TEXT_DISPLAYS_FAIL_BYTES } from './checkComponents.ts';
import { componentSchema, idSchema } from './componentForm.ts';
import { parseForm } from './parseForm.ts';

/** Most characters of a message's content. */
const CONTENT_MAX_CHARS = 2000;
/** Most characters over all embeds of a message. */
const EMBEDS_MAX_CHARS = 6000;

/** Message flags: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const FLAG_EPHEMERAL = 64;
export const FLAG_LOADING = 128;
export const FLAG_COMPONENTS_V2 = 32_768;

const url = z.string().max(2048);
const embedSchema = z.object({
  title: z.string().max(256).nullish(),
  type: z.string().nullish(),
  description: z.string().max(4096).nullish(),
  url: url.nullish(),
  timestamp: z.string().nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: z.string().min(1).max(2048), icon_url: url.nullish() }).nullish(),
  image: z.object({ url }).nullish(),
  thumbnail: z.object({ url }).nullish(),
  author: z.object({ name: z.string().min(1).max(256), url: url.nullish(), icon_url: url.nullish() }).nullish(),
  fields: z
    .array(
      z.object({ name: z.string().min(1).max(256), value: z.string().min(1).max(1024), inline: z.boolean().nullish() }),
    )
    .max(25)
    .nullish(),
});

const messageSchema = z.object({
  content: z.string().max(CONTENT_MAX_CHARS).nullish(),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
  flags: z.int().nullish(),
  embeds: z.array(embedSchema).max(10).nullish(),
  components: z.array(componentSchema).nullish(),
  allowed_mentions: z
    .object({
      parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
      users: z.array(idSchema).max(100).nullish(),
      roles: z.array(idSchema).max(100).nullish(),
      replied_user: z.boolean().nullish(),
    })
    .nullish(),
  message_reference: z
    .object({
      type: z.int().min(0).max(1).nullish(),
      message_id: idSchema,
      channel_id: idSchema.nullish(),
      guild_id: idSchema.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
  attachments: z
    .array(
      z.object({
        id: z.union([z.string(), z.int()]),
        filename: z.string().max(1024).nullish(),
        description: z.string().max(1024).nullish(),
      }),
    )
    .max(10)
    .nullish(),
});

/** The checked body of a message as somebody sends or edits it; missing fields are left as they are by an edit. */
export type MessageForm = z.infer<typeof messageSchema>;

/** A message's parts after the request, by which it is judged as a whole. */
export interface MessageWhole {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly fileCount: number;
  readonly v2: boolean;
  /** Whether it forwards another one; then it needs no content of its own. */
  readonly forwards?: boolean;
}

/**
 * Reads a message's body. Throws `50035` with the problems that its fields have by themselves; `at` is where the
 * message is in the body.
 */
export function parseMessageForm(body: unknown, at: readonly (string | number)[] = []): MessageForm {
  const form = parseForm(messageSchema, body ?? {}, at);
  const problems: FormProblem[] = [];
  const allowed = form.allowed_mentions;
  for (const kind of ['users', 'roles'] as const) {
    if (allowed?.parse?.includes(kind) && (allowed[kind]?.length ?? 0) > 0) {
      problems.push({
        path: [...at, 'allowed_mentions'],
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      });
    }
  }
  const chars = (form.embeds ?? []).reduce((total, embed) => total + embedChars(embed), 0);
  if (chars > EMBEDS_MAX_CHARS) {
    problems.push({
      path: [...at, 'embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${EMBEDS_MAX_CHARS}`,
    });
  }
  if (problems.length > 0) throw formError(problems);
  return form;
}

/** Judges a message as it would be. Throws `50006` when it is empty, `50035` when its parts do not go together. */
export function checkMessageWhole(whole: MessageWhole, at: readonly (string | number)[] = []): void {
  const problems = checkComponents(whole.components, whole.v2, [...at, 'components']);
  if (whole.v2) {
    for (const key of ['content', 'embeds'] as const) {
      if (whole[key].length > 0) {
        problems.push({
          path: [...at, key],
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        });
      }
    }
  }
  if (problems.length > 0) throw formError(problems);
  if (whole.v2 && textDisplayBytes(whole.components) > TEXT_DISPLAYS_FAIL_BYTES)
    throw statusError(500, 'Internal Server Error');

  const empty =
    whole.forwards !== true &&
    whole.components.length === 0 &&
    (whole.v2 || (whole.content.trim() === '' && whole.embeds.length === 0 && whole.fileCount === 0));
  if (empty) throw apiError(50006);
}

function embedChars(embed: z.infer<typeof embedSchema>): number {
  const parts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  for (const field of embed.fields ?? []) parts.push(field.name, field.value);
  return parts.reduce((total, part) => total + (part ?? '').trim().length, 0);
}
