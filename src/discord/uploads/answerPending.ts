import type { AttachedFile, PendingUpload, UploadDetails } from '../../intake/upload.ts';
import { acceptedCard, OWN_ARTICLE, uploadCard } from '../../reply/uploads/uploadCard.ts';
import { INVALID_DETAILS, uploadRefused } from '../../reply/words/uploads/uploadWords.ts';
import type { Outgoing } from '../interactions/respond.ts';
import { sentence } from '../interactions/responding.ts';
import { fetchAttachment } from './fetchAttachment.ts';
import { ownArticles, privately, type AddingCall } from './uploadCall.ts';

/** Reads a file, and shows what was read. */
export async function addFile(file: AttachedFile, replaces: string | undefined, call: AddingCall): Promise<Outgoing> {
  const { uploads, uploader, context } = call;
  const load = (maxBytes: number) => fetchAttachment(file, { maxBytes, api: context.api });
  return readingCard(await uploads.read({ name: file.name, load }, uploader, replaces), call);
}

/** Corrects what was read, and shows it again; a detail that cannot be kept is named above. */
export function changeDetails(token: string, details: UploadDetails, call: AddingCall): Outgoing {
  const { uploads, uploader, context } = call;
  const corrected = uploads.correct(token, uploader, details);
  if (corrected.kind !== 'invalid') return readingCard(corrected, call);
  const upload = uploads.find(token, uploader);
  const problem = INVALID_DETAILS[corrected.field];
  return upload ? cardOf(upload, call, problem) : sentence(problem, context);
}

/** Makes it a newer edition of another article, or one of its own, and shows it again. */
export function relatePending(token: string, chosen: string | undefined, call: AddingCall): Outgoing {
  const replaces = chosen === OWN_ARTICLE ? undefined : chosen;
  return readingCard(call.uploads.relate(token, call.uploader, replaces), call);
}

/** Takes it into the articles; if that fails, it can be tried again where that may help. */
export async function acceptPending(token: string, call: AddingCall): Promise<Outgoing> {
  const { uploads, uploader, command } = call;
  const accepted = await uploads.accept(token, uploader);
  if (accepted.kind === 'refused') {
    const problem = uploadRefused(accepted.refusal);
    const upload = uploads.find(token, uploader);
    return upload ? cardOf(upload, call, problem) : sentence(problem, call.context);
  }
  const { article, replaced } = accepted;
  const { guild, channel, parent } = command.caller;
  const { articles } = await command.libraryAt({ guild, channel, parent });
  return privately(acceptedCard(article, { isHidden: !articles.has(article.id), replaced }));
}

function readingCard(reading: Awaited<ReturnType<AddingCall['uploads']['read']>>, call: AddingCall): Outgoing {
  return reading.kind === 'pending'
    ? cardOf(reading.upload, call)
    : sentence(uploadRefused(reading.refusal), call.context);
}

function cardOf(upload: PendingUpload, call: AddingCall, problem?: string): Outgoing {
  const { waitMs } = call.uploads.limits;
  const seen = [...call.command.library.articles.values()];
  return privately(uploadCard(upload, { waitMs, problem, own: ownArticles(call), seen }));
}
