import type { Excerpt } from '../excerpt/excerpt.ts';
import type { AnswerOf } from './answer.ts';
import { searchedIn, type Library, type Scope } from './library.ts';

/**
 * Why there is no answer. `no-articles`: nothing is loaded that could be searched; `no-match`: none of the words
 * occurs; `no-answer`: words occur, but no passage answers; `no-phrase`: the exact words in quotation marks do not
 * occur; `no-event`: no event fits.
 */
export type NothingReason = 'no-articles' | 'no-match' | 'no-answer' | 'no-phrase' | 'no-event' | 'no-summary';

interface Details {
  readonly unmatched?: readonly string[];
  readonly nearest?: Excerpt | undefined;
}

/** Says that the source has no answer: why, what was searched, which words matched nothing, and what comes nearest. */
export function nothing(
  reason: NothingReason,
  { library, scope }: { readonly library: Library; readonly scope?: Scope | undefined },
  { unmatched = [], nearest }: Details = {},
): AnswerOf<'nothing'> {
  const searched = searchedIn(library, scope).map(({ id, edition }) => ({ article: id, edition }));
  return {
    kind: 'nothing',
    reason: searched.length === 0 ? 'no-articles' : reason,
    searched,
    unmatched,
    ...(nearest ? { nearest } : {}),
  };
}
