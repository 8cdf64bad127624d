import type { Upload } from './messageParts.ts';
import { FILE_MAX_BYTES } from './messageParts.ts';
import { ApiError, apiError } from '../http/apiError.ts';
import type { Attachment } from './entities.ts';
import type { World } from './world.ts';

/** Files of options and forms that the room keeps, at most. */
const KEPT_MAX = 30;

/**
 * Keeps the files of options and forms, so that the bot can fetch them: the value is the number in `files[n]`. Throws 40005 for
 * one that is larger than Discord takes, and 30015 for more than ten.
 */
export function keptUploads({
  world,
  uploads,
}: {
  readonly world: World;
  readonly uploads: readonly Upload[];
}): ReadonlyMap<string, Attachment> {
  if (uploads.length > 10)
    throw new ApiError(400, { message: 'Maximum number of attachments reached (10)', code: 30_015 });
  const kept = new Map<string, Attachment>();
  for (const [index, { field, name, contentType, content }] of uploads.entries()) {
    if (content.length > FILE_MAX_BYTES) throw apiError(40_005);
    const attachment = { id: world.nextId(), filename: name, contentType, content };
    kept.set(/\[(\d+)\]/.exec(field)?.[1] ?? String(index), attachment);
    world.uploads.set(attachment.id, attachment);
  }
  for (const id of [...world.uploads.keys()].slice(0, -KEPT_MAX)) world.uploads.delete(id);
  return kept;
}
