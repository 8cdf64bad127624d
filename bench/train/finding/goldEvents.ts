import type { Span } from '../../../src/language/span.ts';

/** An event as the reading set has it. */
export interface GoldEvent {
  readonly quote: string;
  readonly trigger: string;
  readonly also?: readonly string[];
  readonly main: boolean;
}

/** An event with where it is told: its own words first. */
export interface PlacedEvent {
  readonly main: boolean;
  readonly told: readonly Span[];
  readonly trigger: Span;
}

/** Finds the words of gold events in a source; white space counts for nothing. */
export function placeEvents(source: string, events: readonly GoldEvent[]): readonly PlacedEvent[] {
  return events.flatMap(({ quote, trigger, also, main }) => {
    const told = [quote, ...(also ?? [])]
      .map((words) => spanOfWords(source, words))
      .filter((span) => span !== undefined);
    const [own] = told;
    const at = own === undefined ? -1 : source.slice(...own).indexOf(trigger);
    if (own === undefined || at === -1) return [];
    return [{ main, told, trigger: [own[0] + at, own[0] + at + trigger.length] as const }];
  });
}

function spanOfWords(source: string, words: string): Span | undefined {
  const pattern = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join(String.raw`\s+`);
  const match = new RegExp(pattern, 'u').exec(source);
  return match ? [match.index, match.index + match[0].length] : undefined;
}
