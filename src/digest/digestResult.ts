import type { Answer, AnswerOf } from '../answer/answer.ts';
import type { Library } from '../answer/library.ts';
import type { Article } from '../article/article.ts';
import type { Content } from '../schedule/schedule.ts';

/** The command that shows the same content, for the buttons below a digest. */
interface DigestRequest {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Why there is nothing to post, or what no longer exists. */
export const DIGEST_DETAILS = [
  'article',
  'section',
  'passage',
  'no-article',
  'no-text',
  'plan-ended',
  'no-summary',
  'no-event',
  'no-event-today',
  'no-quote',
] as const;
export type DigestDetail = (typeof DIGEST_DETAILS)[number];

/** The subject of a digest, for its heading. */
export type DigestTitle =
  | { readonly kind: 'article'; readonly title: string }
  | { readonly kind: 'articles'; readonly count: number }
  /** A section of an article; `heading` is null before the first heading, `isOnly` if the article has no other section. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly heading: string | null;
      readonly isOnly: boolean;
      /** Its place in a reading plan, from 1. */
      readonly place?: { readonly number: number; readonly of: number };
    }
  | { readonly kind: 'events' | 'on-this-day' };

/**
 * The content of a digest. `next` is a reading plan's position afterwards, null if it ends there; absent for other
 * content. `nothing`: there is nothing for this day. `content-gone`: its subject is no longer among the articles. A
 * detail names no article: it is stored, and shown later to people who may not see that article.
 */
export type Digest =
  | {
      readonly kind: 'answer';
      readonly answer: AnswerOf<'excerpts' | 'summary' | 'events'>;
      readonly request: DigestRequest;
      readonly title: DigestTitle;
      readonly next?: number | null;
    }
  | { readonly kind: 'nothing'; readonly detail: DigestDetail }
  | { readonly kind: 'content-gone'; readonly detail: DigestDetail };

/** What a digest is made from. */
export interface DigestContext {
  readonly library: Library;
  /** The position of a reading plan, from 0. */
  readonly position: number;
  /** The local date of the run in the schedule's zone, `2026-12-01`. */
  readonly day: string;
  /** Returns the events of articles; see the answer stage. */
  readonly events: (content: Extract<Content, { kind: 'events' }>, articles: readonly Article[], day: string) => Answer;
}
