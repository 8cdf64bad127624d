import {
  addMonths,
  dayNumber,
  dayOf,
  daysInMonth,
  formatCalendarDate,
  parseCalendarDate,
} from '../../language/dates/calendar.ts';
import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import { interval } from '../../language/dates/edtf.ts';

const LEAD_CHARS = 60;
const LEAD =
  /\b(?:the )?(?:(?<count>three|six|nine|twelve|12|[369])[- ]months?|(?:(?:fiscal|financial) )?(?<unit>year|quarter|half))(?: period)?,? (?:ended|ending|to) (?:on )?$/iu;
const MONTHS: Readonly<Record<string, number>> = {
  three: 3,
  six: 6,
  nine: 9,
  twelve: 12,
  year: 12,
  half: 6,
  quarter: 3,
};

/** Reads "the three months ended June 30" as those months: what is told of them was not on that day. */
export function withPeriodsEnded(source: string, dates: readonly DateExpression[]): readonly DateExpression[] {
  const read: DateExpression[] = [];
  for (const date of dates) {
    const period = periodEnded(source, date);
    // "The year" of "the year ended March 31" is read as this year.
    if (period) while ((read.at(-1)?.span[1] ?? 0) > period.span[0]) read.pop();
    read.push(period ?? date);
  }
  return read;
}

function periodEnded(source: string, date: DateExpression): DateExpression | undefined {
  const { span, edtf } = date;
  const lead = LEAD.exec(source.slice(Math.max(0, span[0] - LEAD_CHARS), span[0]));
  const last = lead && edtf !== null ? parseCalendarDate(edtf) : undefined;
  if (!lead || last?.day === undefined || last.month === undefined) return undefined;
  const unit = (lead.groups?.['count'] ?? lead.groups?.['unit'] ?? '').toLowerCase();
  const start = span[0] - lead[0].length;
  return {
    ...date,
    text: source.slice(start, span[1]),
    span: [start, span[1]],
    edtf: monthsTo({ year: last.year, month: last.month, day: last.day }, MONTHS[unit] ?? Number(unit)),
    ruleId: 'period-ended',
  };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** So many months up to a day: whole ones if it is the last of its month, a year as such. */
function monthsTo({ year, month, day }: Day, months: number): string {
  if (day < daysInMonth(year, month)) {
    const before = addMonths({ year, month, day }, -months);
    return interval(dayOf(dayNumber(before) + 1), { year, month, day });
  }
  if (month === 12 && months === 12) return formatCalendarDate({ year });
  return interval(addMonths({ year, month }, 1 - months), { year, month });
}
