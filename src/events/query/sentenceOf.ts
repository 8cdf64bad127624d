import type { SourcedEvent } from './eventQuery.ts';

/** Returns the sentence of an event. */
export function sentenceOf({ event, source }: SourcedEvent): string {
  return source.slice(...event.span);
}

/**
 * Returns a function that says whether an event is the only one in its sentence, so that all the words are about it.
 */
export function aloneIn(items: readonly SourcedEvent[]): (item: SourcedEvent) => boolean {
  const counts = new Map<string, number>();
  const keyOf = ({ event: { span }, source }: SourcedEvent): string => `${span[0]} ${source.slice(...span)}`;
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return (item) => counts.get(keyOf(item)) === 1;
}
