import { continuesClause } from '../clauseDates/clauseDates.ts';
import type { Clause } from '../clauses/clause.ts';
import { parentOf } from '../clauses/treeWalk.ts';
import { withCounted } from './countedFrom.ts';
import { withLeadDay } from './leadDay.ts';
import { withNearDate } from './nearDate.ts';
import { withSameTime } from './sameTime.ts';
import { withRunningStory } from './runningStory.ts';
import { withStoryDay } from './storyDay.ts';

/**
 * Gives events without a date of their own that of the occasion they are told of: in the lead, or just before. All of
 * them are marked as inferred, with the rule; what a sentence itself says is never changed.
 */
export function withPassageDates(
  clauses: readonly Clause[],
  { written }: { written: number | undefined },
): readonly Clause[] {
  const told = withRunningStory(
    withStoryDay(withSameTime(withNearDate(withLeadDay(clauses, { written }))), { written }),
    { written },
  );
  return withHeadDates(withCounted(told, { written }));
}

/** "Led at halftime before scoring 24 points": what goes on from a clause has the date that the passage gave that. */
function withHeadDates(clauses: readonly Clause[]): readonly Clause[] {
  const byToken = new Map(clauses.map((clause) => [clause.token, clause]));
  return clauses.map((clause) => {
    const { tree, token, date, modality } = clause;
    const head =
      date === undefined && modality === 'actual' && token.upos === 'VERB' ? parentOf(tree, token) : undefined;
    const from = head && byToken.get(head);
    return from?.date?.certainty === 'inferred' && head && continuesClause(tree, token, head)
      ? { ...clause, date: from.date }
      : clause;
  });
}
