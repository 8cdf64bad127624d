import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { toldWithPart } from '../../language/dates/partOfPeriod.ts';

/** Reads a date with the word before it: "since" opens it, "by" makes its last day the latest. */
export function afterWord(date: DateExpression, word: string | undefined): DateExpression {
  return word === 'since' ? openFrom(date) : word === 'by' ? dueBy(date) : date;
}

/**
 * Treats what started on a date and continues as an interval without a known end; of the beginning, middle or end of a
 * period it may have started on any day. Other intervals stay as they are.
 */
function openFrom(date: DateExpression): DateExpression {
  const { edtf, ruleData } = date;
  if (edtf === null || edtf.startsWith('[')) return date;
  const [start, end] = edtf.split('/') as [string, string | undefined];
  if (end !== undefined && toldWithPart(date).portion === undefined) return date;
  return { ...date, edtf: `${start}/`, ruleData: { ...ruleData, since: true } };
}

/** Treats what is so by the end of a period as of that period: it may have come about in any part of it. */
function dueBy(date: DateExpression): DateExpression {
  const { edtf, portion } = toldWithPart(date);
  return portion === 'late' ? { ...date, edtf } : date;
}
