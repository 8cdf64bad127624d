import { entryAt } from '../../runtime/entryAt.ts';
import type { MatchCounts } from '../../search/features/countMatches.ts';
import type { Query } from '../../search/query/parseQuery.ts';
import type { AnswerCause } from '../schema/nothingAnswer.ts';

/** The cause that counting sentences shows; undefined if sentences with what was asked for are left. */
export function reasonOfCounts(
  { phrases, matching, left, complete }: MatchCounts,
  query: Query,
): 'no-phrase' | 'phrases-apart' | 'excluded' | undefined {
  if (phrases.includes(0)) return 'no-phrase';
  if (!complete) return undefined;
  if (query.excluded.length > 0 && matching > 0 && left === 0) return 'excluded';
  return query.phrases.length > 1 && matching === 0 ? 'phrases-apart' : undefined;
}

/** Says what was counted, as far as it explains that nothing was found. */
export function countsCause({ phrases, matching, excluded, left }: MatchCounts, query: Query): AnswerCause {
  return {
    ...(query.phrases.length > 0
      ? { phrases: query.phrases.map((text, at) => ({ text, sentences: entryAt(phrases, at) })) }
      : {}),
    ...(query.excluded.length > 0 && matching > 0 && left === 0
      ? {
          excluded: {
            sentences: matching,
            words: query.excluded.map((word, at) => ({ word, sentences: entryAt(excluded, at) })),
          },
        }
      : {}),
  };
}
