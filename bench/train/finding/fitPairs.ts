import { foldedClauses } from '../../../src/events/finding/findEvents.ts';
import type { Clause } from '../../../src/events/clauses/clause.ts';
import { areApart, areUnlike } from '../../../src/events/finding/areApart.ts';
import { pairFeatures } from '../../../src/events/finding/pairFeatures.ts';
import type { Weights } from '../../../src/events/finding/scoreFeatures.ts';
import { toldBy } from '../../../src/events/finding/told.ts';
import { contains, overlaps, type Span } from '../../../src/language/span.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { fitLogistic, type Example } from './fitLogistic.ts';
import type { PlacedEvent } from './goldEvents.ts';

const RIDGE = 3;
/** Pairs that tell one event are few. */
const SAME_COUNTS = 3;
/** Clauses less likely than this are in no pair. */
const LIKELY = 0.35;

/** Lists pairs of an article's likely clauses that are of events of the gold: of one, or of two. */
export function pairExamples(
  clauses: readonly Clause[],
  { weights, gold }: { weights: Weights; gold: readonly PlacedEvent[] },
): readonly Example[] {
  const told = finish(foldedClauses(clauses, weights))
    .filter(({ score }) => score >= LIKELY)
    .map((clause) => ({ told: toldBy(clause), event: eventOf(clause.token.span, gold) }))
    .filter(({ event }) => event !== undefined);
  return told.flatMap((a, at) =>
    told
      .slice(at + 1)
      .filter(
        (b) => a.told.clause.tree !== b.told.clause.tree && !areApart(a.told, b.told) && !areUnlike(a.told, b.told),
      )
      .map((b): Example => {
        const isWanted = a.event === b.event;
        return { features: pairFeatures(a.told, b.told), isWanted, counts: isWanted ? SAME_COUNTS : 1 };
      }),
  );
}

/** Fits what tells that two clauses are of one event. */
export function fitPairs(examples: readonly Example[]): Weights {
  return fitLogistic(examples, RIDGE).weights;
}

function eventOf(span: Span, gold: readonly PlacedEvent[]): PlacedEvent | undefined {
  const own = gold.find(({ trigger }) => overlaps(trigger, span));
  if (own) return own;
  const inside = gold.flatMap((event) =>
    event.told.filter((words) => contains(words, span)).map((words) => ({ event, chars: words[1] - words[0] })),
  );
  return inside.sort((a, b) => a.chars - b.chars)[0]?.event;
}
