import { daysOfDate } from '../dates/daysOfDate.ts';
import type { SourcedEvent } from './eventQuery.ts';

/** Sorts by first day, undated last. Stable. */
export function sortedByDate<Item extends SourcedEvent>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, day: sortDay(item) }))
    .sort((a, b) => a.day - b.day)
    .map(({ item }) => item);
}

function sortDay({ event }: SourcedEvent): number {
  const days = event.date ? daysOfDate(event.date) : undefined;
  if (!days) return Number.MAX_SAFE_INTEGER;
  return days[0] === -Infinity ? days[1] : days[0];
}
