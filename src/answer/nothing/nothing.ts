import { sectionsOf } from '../../article/sections.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import type { AnswerCause } from '../schema/nothingAnswer.ts';
import type { AnswerOf } from '../answer.ts';
import type { AnswerScope } from '../schema/scope.ts';
import { searchedIn, type Library, type Scope } from '../library.ts';
import type { NearPassage } from './nearPassages.ts';

/**
 * Why there is no answer. About words, in what was searched: `no-words`: nothing was typed to look for; `no-match`:
 * none of the words occurs, common ones aside if `cause.common` names any; `outside-scope`: the same, but they occur
 * elsewhere; `common-words`: only common words were typed, and no sentence holds them in this order; `no-phrase`: the
 * exact words do not occur; `phrases-apart`: each phrase occurs, but no sentence holds all; `excluded`: every sentence
 * found holds an excluded word; `no-sentence`: only headings, titles or credits hold the words; `no-answer`: words
 * occur, but no sentence clearly answers; `beyond-sources`: it is arithmetic, asks for something to be written, or for the time.
 * Besides: `no-articles`: nothing is loaded; `no-event`: no event fits;
 * `no-summary`: no sentence can be in one.
 */
export type NothingReason =
  | 'no-articles'
  | 'no-words'
  | 'no-match'
  | 'outside-scope'
  | 'common-words'
  | 'no-phrase'
  | 'phrases-apart'
  | 'excluded'
  | 'no-sentence'
  | 'no-answer'
  | 'beyond-sources'
  | 'no-event'
  | 'no-summary';

/** What is said besides the reason. */
export interface NothingDetails {
  readonly unmatched?: readonly string[];
  readonly nearest?: Excerpt | undefined;
  readonly cause?: AnswerCause;
  readonly passages?: readonly NearPassage[];
}

/** Says that the source has no answer: why, what was searched, which words matched nothing, and what comes nearest. */
export function nothing(
  reason: NothingReason,
  { library, scope = {} }: { readonly library: Library; readonly scope?: Scope | undefined },
  { unmatched = [], passages = [], nearest = passages[0]?.excerpt, cause = {} }: NothingDetails = {},
): AnswerOf<'nothing'> {
  const searched = searchedIn(library, scope).map(({ id, edition }) => ({ article: id, edition }));
  if (searched.length === 0) return { kind: 'nothing', reason: 'no-articles', searched, unmatched };
  const restricted = scopeOf(scope);
  const whole = { ...(restricted ? { scope: restricted } : {}), ...cause };
  return {
    kind: 'nothing',
    reason,
    searched,
    unmatched,
    ...(nearest ? { nearest } : {}),
    ...(Object.keys(whole).length > 0 ? { cause: whole } : {}),
    ...(passages.length > 0 ? { passages } : {}),
  };
}

/** Names the article and section that a search was kept to; undefined if it was not. */
export function scopeOf({ article, section }: Scope): AnswerScope | undefined {
  if (!article) return undefined;
  const part = section === undefined ? undefined : sectionsOf(article).find(({ number }) => number === section);
  return { article: article.id, ...(part ? { section: { number: part.number, heading: part.heading } } : {}) };
}
