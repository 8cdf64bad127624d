import type { Library } from '../answer/library.ts';
import type { Article } from '../article/article.ts';
import { createDocumentReader } from '../document/createDocumentReader.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../document/document.ts';
import type { AddedArticles } from './addedArticles.ts';
import { detailsOf, draftedArticle, invalidDetails, typedDetails } from './draftedArticle.ts';
import { createOfferedFiles, type OfferedFiles } from './offeredFiles.ts';
import { createPendingUploads } from './pendingUploads.ts';
import {
  UPLOAD_LIMITS,
  type PendingUpload,
  type UploadDetails,
  type UploadLimits,
  type UploadRefusal,
  type Uploader,
} from './upload.ts';
import { uploadId } from './uploadId.ts';
import { readTakenNames, whyUnwritable, writeUpload } from './writeUpload.ts';

/** A document that waits to be accepted, or why there is none. */
type UploadReading =
  | { readonly kind: 'pending'; readonly upload: PendingUpload }
  | { readonly kind: 'refused'; readonly refusal: UploadRefusal };

/** An article that is in, or why not. */
type Acceptance =
  | { readonly kind: 'accepted'; readonly article: Article; readonly replaced?: Article | undefined }
  | { readonly kind: 'refused'; readonly refusal: UploadRefusal };

/** What members with the right to do so add to the articles of their server. */
export interface Uploads {
  readonly limits: UploadLimits;
  /** The files of messages of which one is to be chosen. */
  readonly offered: OfferedFiles;
  /** Fetches and reads a document, which then waits to be accepted; `replaces` is the id of one of the server's own. */
  readonly read: (file: UploadedFile, uploader: Uploader, replaces?: string) => Promise<UploadReading>;
  /** Finds a document that waits. */
  readonly find: (token: string, uploader: Uploader) => PendingUpload | undefined;
  /** Corrects what was read of a document that waits; of details that are invalid, which stay as they were, the first is named. */
  readonly correct: (token: string, uploader: Uploader, details: UploadDetails) => UploadReading | InvalidDetail;
  /** Makes a document that waits a newer edition of one of the server's own articles, or with no id an article of its own. */
  readonly relate: (token: string, uploader: Uploader, replaces: string | undefined) => UploadReading;
  /** Writes a document to the corpus, for its server alone. Of several calls at once, one accepts it. */
  readonly accept: (token: string, uploader: Uploader) => Promise<Acceptance>;
  /** Drops a document; false if it is gone. */
  readonly discard: (token: string, uploader: Uploader) => boolean;
  readonly close: () => Promise<void>;
}

/** A file that somebody attached. */
interface UploadedFile {
  readonly name: string;
  /** Fetches its bytes, at most this many, or says why not. */
  readonly load: (maxBytes: number) => Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'unreachable'>;
}

/** A detail that cannot be kept as it was given. */
interface InvalidDetail {
  readonly kind: 'invalid';
  readonly field: keyof UploadDetails;
}

export interface UploadsOptions {
  /** The folder of the articles. */
  readonly corpus: string;
  readonly library: () => Pick<Library, 'articles'>;
  readonly reload: () => Promise<unknown>;
  readonly added: AddedArticles;
  readonly clock: () => Date;
  readonly limits?: Partial<UploadLimits> | undefined;
}

/** Longer texts would hold up answers while they are taken over; a book has about a million characters. */
const SOURCE_MAX_CHARS = 1_000_000;
const READING: DocumentLimits = {
  ...DOCUMENT_LIMITS,
  memoryBytes: 512_000_000,
  unpackedBytes: 64_000_000,
  sourceChars: SOURCE_MAX_CHARS,
};

/** Creates what takes in documents from servers. The thread that reads them starts with the first one. */
export function createUploads({ corpus, library, reload, added, clock, limits: given }: UploadsOptions): Uploads {
  const limits = { ...UPLOAD_LIMITS, ...given };
  const reader = createDocumentReader(READING);
  const waiting = createPendingUploads(limits);
  added.onForget(waiting.forget);
  const now = (): number => clock().getTime();
  const ownArticle = (guild: string, id: string): Article | undefined => added.of(guild).find((own) => own.id === id);
  /** Why a server can add no text of so many characters, or put it in the place of an article. */
  const whyFull = (guild: string, chars: number, replaces?: string): UploadRefusal | undefined => {
    const others = added.of(guild).filter(({ id }) => id !== replaces);
    if (others.length >= limits.perServer) return { kind: 'too-many', most: limits.perServer };
    const sum = others.reduce((all, { source }) => all + source.length, chars);
    return sum > limits.serverChars ? { kind: 'too-much', most: limits.serverChars } : undefined;
  };

  /** Why a document cannot be taken over as the server's articles are now. */
  const whyNot = ({ guild, article, replaces }: PendingUpload): UploadRefusal | undefined => {
    const same = added.of(guild).find(({ edition }) => edition === article.edition);
    if (same && same.id !== replaces?.id) return { kind: 'there-already', article: same };
    if (replaces) {
      const present = ownArticle(guild, replaces.id);
      if (!present) return { kind: 'replaced-gone' };
      if (present.edition !== replaces.edition) return { kind: 'replaced-changed' };
    }
    return whyFull(guild, article.source.length, replaces?.id);
  };

  const acceptNow = async (upload: PendingUpload): Promise<Acceptance> => {
    const { guild, name, bytes, extension, replaces } = upload;
    const refusal = whyNot(upload);
    if (refusal) return refusedAs(refusal);
    const names = await readTakenNames(corpus);
    const taken = (id: string): boolean => names.has(id) || library().articles.has(id);
    const id = replaces?.id ?? uploadId(guild, name, taken);
    const article = { ...upload.article, id } as Article;
    const received = clock().toISOString().slice(0, 10);
    const writing = await writeUpload(corpus, article, { extension, bytes, received });
    if (writing.kind === 'failed') return refusedAs({ kind: 'unwritable', reason: writing.reason });
    await added.changed({ kind: replaces ? 'replaced' : 'added', guild, article });
    await reload();
    const served = library().articles.get(article.id);
    return served?.edition === article.edition && served.server === guild
      ? { kind: 'accepted', article: served, replaced: replaces }
      : refusedAs({ kind: 'not-taken-up' });
  };

  return {
    limits,
    offered: createOfferedFiles({ now, waitMs: limits.waitMs }),
    async read({ name, load }, { guild, user }, replacing) {
      using place = waiting.reserve(guild, now());
      if (!place) return refusedAs({ kind: 'too-many-waiting' });
      const replaces = replacing === undefined ? undefined : ownArticle(guild, replacing);
      if (replacing !== undefined && !replaces) return refusedAs({ kind: 'replaced-gone' });
      const full = replaces ? undefined : whyFull(guild, 1);
      if (full) return refusedAs(full);
      const reason = await whyUnwritable(corpus);
      if (reason !== undefined) return refusedAs({ kind: 'unwritable', reason });
      const bytes = await load(limits.fileBytes);
      if (typeof bytes === 'string')
        return refusedAs(bytes === 'too-large' ? { kind: bytes, name, most: limits.fileBytes } : { kind: bytes, name });
      const reading = await reader.read({ name, bytes });
      if (reading.kind === 'invalid') return refusedAs({ kind: 'unreadable', name, reason: reading.message });
      if (reading.kind === 'files') return refusedAs({ kind: 'archive', name });
      const { draft, extension } = reading;
      const article = draftedArticle({ draft, name, extension, guild });
      if (typeof article === 'string') return refusedAs({ kind: 'unreadable', name, reason: article });
      const upload = waiting.add({ guild, user, name, bytes, extension, draft, article, replaces }, now());
      return { kind: 'pending', upload };
    },
    find: (token, uploader) => waiting.find(token, uploader, now()),
    correct(token, uploader, details) {
      const upload = waiting.find(token, uploader, now());
      if (!upload) return refusedAs({ kind: 'expired' });
      const typed = typedDetails(details);
      const wrong = invalidDetails(typed);
      const present = detailsOf(upload.article);
      const kept = { ...typed, ...Object.fromEntries(wrong.map((field) => [field, present[field]])) };
      const article = draftedArticle({ ...upload, details: kept });
      if (typeof article === 'string') return refusedAs({ kind: 'unreadable', name: upload.name, reason: article });
      const corrected = { ...upload, details: kept, article };
      waiting.put(corrected);
      const [field] = wrong;
      return field === undefined ? { kind: 'pending', upload: corrected } : { kind: 'invalid', field };
    },
    relate(token, uploader, id) {
      const upload = waiting.find(token, uploader, now());
      if (!upload) return refusedAs({ kind: 'expired' });
      const replaces = id === undefined ? undefined : ownArticle(upload.guild, id);
      if (id !== undefined && !replaces) return refusedAs({ kind: 'replaced-gone' });
      const related = { ...upload, replaces };
      waiting.put(related);
      return { kind: 'pending', upload: related };
    },
    async accept(token, uploader) {
      const upload = waiting.take(token, uploader, now());
      if (!upload) return refusedAs({ kind: 'expired' });
      const accepted = await added.inTurn(() => acceptNow(upload));
      // What stood in the way may be gone in a moment: the document can be accepted again until it expires.
      if (accepted.kind === 'refused' && accepted.refusal.kind !== 'not-taken-up') waiting.put(upload);
      return accepted;
    },
    discard: (token, uploader) => waiting.take(token, uploader, now()) !== undefined,
    close: reader.close,
  };
}

function refusedAs(refusal: UploadRefusal): { readonly kind: 'refused'; readonly refusal: UploadRefusal } {
  return { kind: 'refused', refusal };
}
