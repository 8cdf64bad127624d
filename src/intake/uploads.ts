import { type Article, articleFileSchema } from '../article/article.ts';
import type { Library } from '../answer/library.ts';
import { articleFromDraft } from '../document/articleFromDraft.ts';
import { createDocumentReader } from '../document/createDocumentReader.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../document/document.ts';
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
  | { readonly kind: 'accepted'; readonly article: Article }
  | { readonly kind: 'refused'; readonly refusal: UploadRefusal };

/** What members with the right to do so add to the articles of their server. */
export interface Uploads {
  readonly limits: UploadLimits;
  /** Fetches and reads a document, which then waits to be accepted; `replaces` is an article that the server added. */
  readonly read: (file: UploadedFile, uploader: Uploader, replaces?: string) => Promise<UploadReading>;
  /** Finds a document that waits. */
  readonly find: (token: string, uploader: Uploader) => PendingUpload | undefined;
  /** Corrects what was read of a document that waits; invalid details are named by their field. */
  readonly correct: (token: string, uploader: Uploader, details: UploadDetails) => UploadReading | InvalidDetail;
  /** Writes a document to the corpus, for its server alone. Of several calls at once, one accepts it. */
  readonly accept: (token: string, uploader: Uploader, replaces?: string) => Promise<Acceptance>;
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
export function createUploads({ corpus, library, reload, clock, limits: given }: UploadsOptions): Uploads {
  const limits = { ...UPLOAD_LIMITS, ...given };
  const reader = createDocumentReader(READING);
  const waiting = createPendingUploads(limits);
  let last: Promise<unknown> = Promise.resolve();
  const now = (): number => clock().getTime();
  /** One change after the other, so that limits hold and no two get the same id. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
  const ownArticles = (guild: string): readonly Article[] =>
    [...library().articles.values()].filter(({ server }) => server === guild);
  const whyFull = (guild: string, replaces?: string): UploadRefusal | undefined => {
    const others = ownArticles(guild).filter(({ id }) => id !== replaces);
    if (others.length >= limits.perServer) return { kind: 'too-many', most: limits.perServer };
    const chars = others.reduce((sum, { source }) => sum + source.length, 0);
    return chars >= limits.serverChars ? { kind: 'too-much', most: limits.serverChars } : undefined;
  };

  const acceptNow = async (upload: PendingUpload, replaces: string | undefined): Promise<Acceptance> => {
    const { guild, name, bytes, extension } = upload;
    const own = ownArticles(guild);
    const same = own.find(({ edition }) => edition === upload.article.edition);
    if (same && same.id !== replaces) return refusedAs({ kind: 'there-already', article: same });
    const full = replaces === undefined ? whyFull(guild) : undefined;
    if (full) return refusedAs(full);
    if (replaces !== undefined && !own.some(({ id }) => id === replaces)) return refusedAs({ kind: 'expired' });
    const names = await readTakenNames(corpus);
    const taken = (id: string): boolean => names.has(id) || library().articles.has(id);
    const article = { ...upload.article, id: replaces ?? uploadId(guild, name, taken) } as Article;
    const received = clock().toISOString().slice(0, 10);
    const writing = await writeUpload(corpus, article, { extension, bytes, received });
    if (writing.kind === 'failed') return refusedAs({ kind: 'unwritable', reason: writing.reason });
    await reload();
    const served = library().articles.get(article.id);
    return served?.edition === article.edition && served.server === guild
      ? { kind: 'accepted', article: served }
      : refusedAs({ kind: 'not-taken-up' });
  };

  return {
    limits,
    async read({ name, load }, { guild, user }, replaces) {
      using place = waiting.reserve(guild, now());
      if (!place) return refusedAs({ kind: 'too-many-waiting' });
      const full = whyFull(guild, replaces);
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
      const article = articleOf({ draft, name, extension, guild });
      if (typeof article === 'string') return refusedAs({ kind: 'unreadable', name, reason: article });
      const upload = waiting.add({ guild, user, name, bytes, extension, draft, article, replaces }, now());
      return { kind: 'pending', upload };
    },
    find: (token, uploader) => waiting.find(token, uploader, now()),
    correct(token, uploader, details) {
      const upload = waiting.find(token, uploader, now());
      if (!upload) return refusedAs({ kind: 'expired' });
      const field = invalidField(details);
      if (field !== undefined) return { kind: 'invalid', field };
      const article = articleOf({ ...upload, details });
      if (typeof article === 'string') return refusedAs({ kind: 'unreadable', name: upload.name, reason: article });
      const corrected = { ...upload, details, article };
      waiting.put(corrected);
      return { kind: 'pending', upload: corrected };
    },
    async accept(token, uploader, replaces) {
      const upload = waiting.take(token, uploader, now());
      if (!upload) return refusedAs({ kind: 'expired' });
      const accepted = await inTurn(() => acceptNow(upload, replaces ?? upload.replaces));
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

/** Makes the article that a document would be; or says why it makes none, as the end of a sentence. */
function articleOf({
  draft,
  name,
  extension,
  guild,
  details,
}: Pick<PendingUpload, 'draft' | 'name' | 'extension' | 'guild' | 'details'>): Article | string {
  const { title: _, author: __, published, publishedNote, url: ___, ...rest } = draft.metadata;
  // A date that was left as it was read is known no better than before.
  const note = details?.published === published ? publishedNote : undefined;
  const corrected = details && { ...withoutEmpty(details), 'published-note': note };
  const made = articleFromDraft(
    { ...draft, metadata: details === undefined ? draft.metadata : rest },
    // Any valid id does until one is chosen.
    { file: name, extension, options: { ...corrected, id: 'document' } },
  );
  return made.kind === 'refused' ? made.reason : { ...made.article, server: guild };
}

/** Finds the first detail that an article cannot have. */
function invalidField({ title, published, url }: UploadDetails): keyof UploadDetails | undefined {
  const { shape } = articleFileSchema;
  if (title.trim() === '') return 'title';
  if (published !== '' && !shape.published.safeParse(published).success) return 'published';
  if (url !== '' && !shape.url.safeParse(url).success) return 'url';
  return undefined;
}

function withoutEmpty(details: UploadDetails): Partial<UploadDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}
