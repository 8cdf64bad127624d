import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { toldWithPart } from '../../language/dates/partOfPeriod.ts';

/**
 * Treats what started on a date and continues as an interval without a known end; of the beginning, middle or end of a
 * period it may have started on any day. Other intervals stay as they are.
 */
export function openFrom(date: DateExpression): DateExpression {
  const { edtf, ruleData } = date;
  if (edtf === null || edtf.startsWith('[')) return date;
  const [start, end] = edtf.split('/') as [string, string | undefined];
  if (end !== undefined && toldWithPart(date).portion === undefined) return date;
  return { ...date, edtf: `${start}/`, ruleData: { ...ruleData, since: true } };
}
