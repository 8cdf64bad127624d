import type { Span } from '../span.ts';
import type { CalendarDate } from './calendar.ts';
import type { RuleReading } from './ruleReading.ts';
import type { Tense } from './tense.ts';

/**
 * How sure a date is. `stated`: written out; `resolved`: worked out from the article's date or from another
 * expression; `inferred`: worked out with a guess, such as the year of a month; `vague`: no definite time.
 */
export type Certainty = 'stated' | 'resolved' | 'inferred' | 'vague';

/** What an expression means, and by which rule. */
export interface Meaning extends RuleReading {
  /** ISO 8601-2, or null if it cannot be said. */
  readonly edtf: string | null;
  readonly certainty: Certainty;
  /** The date that later expressions such as "that year" go back to. */
  readonly anchor?: CalendarDate | undefined;
  /** True where the year is written in the expression. */
  readonly statesYear?: boolean;
  /** True for a decade or a century, which no year of a later expression comes from. */
  readonly coarse?: boolean;
  /** True if the anchor is the likelier of several, so that what is counted from it is approximate. */
  readonly isRough?: boolean;
}

/** What a rule may look at beside the match. */
export interface DateContext {
  readonly text: string;
  readonly span: Span;
  /** The article's date, as exact as it is known. */
  readonly reference: CalendarDate | null;
  /** Whether it may have been the day after that already where the text was written. */
  readonly isDayAhead: boolean;
  /** The last expression before this one that has a date: in the paragraph, or anywhere before. */
  readonly anchor: Anchor | undefined;
  /** The last expression before this one with a year written in it. */
  readonly yearAnchor: Anchor | undefined;
  /** Looks for the nearest verb. */
  readonly tense: () => Tense;
  /** The order of day and month that the text's other numeric dates show. */
  readonly numericOrder: 'day first' | 'month first' | undefined;
  /** Names of months that are used as a person's name elsewhere in the text, in lower case. */
  readonly names: ReadonlySet<string>;
  /** The text is about the first thousand years of the era. */
  readonly earlyEra: boolean;
  /** When somebody was born whose age the text may tell: the only birth so far. */
  readonly birth: CalendarDate | undefined;
}

/** A date that an earlier expression has. */
export interface Anchor {
  readonly date: CalendarDate;
  readonly span: Span;
  readonly sameSentence: boolean;
  readonly sameParagraph: boolean;
  /** It is in the sentence, in the one before, or is the heading right above. */
  readonly near: boolean;
  readonly statesYear: boolean;
  /** It is a year that something is compared with, and lends itself to nothing after it. */
  readonly isAside: boolean;
  /** What is counted from it is approximate. */
  readonly isRough: boolean;
}

/** What a rule's pattern found; `groups` is empty if the pattern names none. */
export interface RuleMatch extends RegExpExecArray {
  groups: Record<string, string>;
}

/** Returns a group that each match of a rule has. Throws `RangeError` if this one does not: the pattern is wrong. */
export function groupOf(groups: Readonly<Record<string, string | undefined>>, name: string): string {
  const group = groups[name];
  if (group === undefined) throw new RangeError(`The match has no group "${name}"`);
  return group;
}

/** One way to write a time. `pattern` has the flags `giu`; the match is the expression, its groups are the rule's. */
export interface DateRule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Returns undefined if the match is no date after all. */
  readonly means: (match: RuleMatch, context: DateContext) => Meaning | undefined;
}

/** Letters and figures. Written out, because a Unicode property that ignores case takes milliseconds to compile. */
const WORD_CHARACTER = '[0-9A-Za-z_\u00c0-\u024f]';

/** Builds the pattern of a rule: whole words, any case. */
export function patternOf(source: string): RegExp {
  return new RegExp(`(?<!${WORD_CHARACTER})(?:${source})(?!${WORD_CHARACTER})`, 'giu');
}
