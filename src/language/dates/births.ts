import type { Span } from '../span.ts';
import type { CalendarDate } from './calendar.ts';
import type { Meaning } from './dateRule.ts';

/** The only birth that a text has dated so far; `several` if whose age it tells is not known. */
export type Birth = CalendarDate | 'several' | undefined;

const BORN_CHARS = 80;
const BORN = /\bborn\b[^.;!?\n]*$/iu;

/** Returns the birth that is known after an expression: "was born in Leeds on 2 June 1929". */
export function withBirth(
  birth: Birth,
  { text, meaning, span }: { text: string; meaning: Meaning; span: Span },
): Birth {
  if (meaning.statesYear !== true || !meaning.anchor) return birth;
  if (!BORN.test(text.slice(Math.max(0, span[0] - BORN_CHARS), span[0]))) return birth;
  if (birth === undefined) return meaning.anchor;
  return birth !== 'several' && birth.year === meaning.anchor.year ? birth : 'several';
}
