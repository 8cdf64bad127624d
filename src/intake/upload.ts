import type { Article } from '../article/article.ts';
import type { Draft } from '../segment/draft.ts';

/** What a server may add. */
export interface UploadLimits {
  /** Of one file. */
  readonly fileBytes: number;
  /** Articles of one server. */
  readonly perServer: number;
  /** Characters in the sources of all articles of one server. */
  readonly serverChars: number;
  /** Documents of one server that nobody has accepted or discarded yet. */
  readonly pendingPerServer: number;
  /** The same, of all servers. */
  readonly pending: number;
  /** How long a document waits to be accepted. */
  readonly waitMs: number;
}

/** Discord's own limit for files; a server's articles are about fifty books at most. */
export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 10 * 1024 * 1024,
  perServer: 50,
  serverChars: 50_000_000,
  pendingPerServer: 3,
  pending: 12,
  waitMs: 15 * 60_000,
};

/** A file as Discord describes it. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
  /** In bytes. */
  readonly size: number;
}

/** Who added a document, and for which server. Ids are Discord snowflakes. */
export interface Uploader {
  readonly guild: string;
  readonly user: string;
}

/** What a member corrects of what was read; an empty text stands for nothing. */
export interface UploadDetails {
  readonly title: string;
  readonly author: string;
  readonly published: string;
  readonly url: string;
}

/** A document that was read and waits to be accepted. Nothing of it is on the disk. */
export interface PendingUpload extends Uploader {
  readonly token: string;
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly extension: string;
  readonly draft: Extract<Draft, { kind: 'draft' }>;
  readonly details?: UploadDetails | undefined;
  /** As it would be written; its id is chosen when it is. */
  readonly article: Article;
  /** The server's article that it is a newer edition of, as it was when the changes were shown. */
  readonly replaces?: Article | undefined;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** What became of an article that a server added itself. */
export interface ArticleChange {
  readonly kind: 'added' | 'replaced' | 'removed';
  readonly guild: string;
  readonly article: Article;
}

/** Why nothing can be written to the corpus. `broken-access`: `access.json` cannot be read. */
export type WriteTrouble = 'read-only' | 'forbidden' | 'full' | 'broken-access' | 'unwritable';

/** Why a document is not taken; `unreadable` says why as the end of a sentence. */
export type UploadRefusal =
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: string }
  | { readonly kind: 'unwritable'; readonly reason: WriteTrouble }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'too-much'; readonly most: number }
  | { readonly kind: 'too-large'; readonly name: string; readonly most: number }
  | { readonly kind: 'unreachable'; readonly name: string }
  | { readonly kind: 'too-many-waiting' | 'expired' | 'not-taken-up' | 'replaced-gone' | 'replaced-changed' }
  | { readonly kind: 'archive'; readonly name: string }
  | { readonly kind: 'there-already'; readonly article: Article };
