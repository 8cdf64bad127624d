import { edtfInterval } from '../dates/edtfInterval.ts';
import type { Scored } from './foldClauses.ts';

/** How the dates of two clauses compare: on other days two events, whatever else they share. */
export function comparedDates(a: Scored, b: Scored): 'same' | 'overlapping' | 'other' | 'one' | 'none' {
  const [first, second] = [a.date?.edtf, b.date?.edtf];
  if (first == null || second == null) return first == null && second == null ? 'none' : 'one';
  // What both have from the opening or from one sentence before says nothing of whether they are one.
  if (first === second) return isOfPassage(a) && isOfPassage(b) ? 'none' : 'same';
  const [x, y] = [edtfInterval(first), edtfInterval(second)];
  return x && y && x[1] >= y[0] && y[1] >= x[0] ? 'overlapping' : 'other';
}

function isOfPassage({ date }: Scored): boolean {
  return /^(?:day-of-the-lead|day-of-the-story|only-day-of-match|date-told-before|since-it-began)$/u.test(
    date?.ruleId ?? '',
  );
}
