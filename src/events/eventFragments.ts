import type { DateExpression } from '../language/dates/dateExpressions.ts';
import { toldWithPart, type ToldDate } from '../language/dates/partOfPeriod.ts';
import type { RuleReading } from '../language/dates/ruleReading.ts';
import type { Span } from '../language/span.ts';
import type { Place } from './places/places.ts';

/** The date of an event: its words, their span, their meaning and how it was determined. */
export interface EventDate extends ToldDate {
  readonly phrase: string;
  readonly span: Span;
  readonly certainty: DateExpression['certainty'];
  /** Missing if an editor set the date. */
  readonly ruleId?: RuleReading['ruleId'] | undefined;
  readonly ruleData?: RuleReading['ruleData'];
}

/** Words of the source, with their span. */
export interface Fragment {
  readonly text: string;
  readonly span: Span;
  /** What it was taken from, if the event's own sentences do not say so. */
  readonly inferred?: 'dateline' | 'context' | undefined;
}

/** Returns what an event says about its date. */
export function eventDate({ text, span, edtf, certainty, ruleId, ruleData }: DateExpression): EventDate {
  return toldWithPart({ phrase: text, span, edtf, certainty, ruleId, ...(ruleData ? { ruleData } : {}) });
}

/** Returns the words of a place or an actor. */
export function fragmentOf(source: string, { span, inferred }: Pick<Place, 'span' | 'inferred'>): Fragment {
  const text = source.slice(...span);
  return inferred === undefined ? { text, span } : { text, span, inferred };
}
