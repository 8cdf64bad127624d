import { MONTH, monthNamed } from './parseDate.ts';
import { parseMonthDays } from './parseMonthDays.ts';
import type { MonthDay, YearDay } from './rule.ts';

const AND = /\s?,\s?and\s|\s?,\s?|\sand\s|\s?&\s?/u;
const MONTH_LAST = new RegExp(String.raw`^(?:(?<place>.+?)\s(?:(?:of|in)\s)?)?(?<month>${MONTH})$`, 'u');
const MONTH_FIRST = new RegExp(String.raw`^(?<month>${MONTH})\s(?<place>.+)$`, 'u');
const LEAP = /\s?\(in leap years\)/gu;

/**
 * Parses days of a year in lower case: `1 march and 1 september`, `1 and 15 march`, `first monday of may`. A month alone
 * repeats the places before it (`last day of march and june`). Undefined for anything else, and if it is ambiguous.
 */
export function parseYearDays(text: string): readonly YearDay[] | undefined {
  const days: YearDay[] = [];
  let waiting: string[] = [];
  let places: readonly MonthDay[] = [];
  let following = 0;
  for (const part of text.replaceAll(LEAP, '').split(AND)) {
    const { month, place, isFirst } = splitMonth(part);
    if (month === 0 && following === 0) {
      waiting.push(part);
      continue;
    }
    const typed = place === undefined ? waiting : [...waiting, place];
    const read = typed.length === 0 ? places : readPlaces(typed);
    if (!read || read.length === 0) return undefined;
    if (month !== 0) following = isFirst ? month : 0;
    for (const each of read) days.push({ month: month || following, ...each });
    [places, waiting] = [read, []];
  }
  return waiting.length > 0 || days.length === 0 ? undefined : distinct(days);
}

/** The month that a part names, 0 if none, and the rest of it. */
function splitMonth(part: string): {
  readonly month: number;
  readonly place?: string | undefined;
  readonly isFirst: boolean;
} {
  const first = MONTH_FIRST.exec(part)?.groups;
  const groups = first ?? MONTH_LAST.exec(part)?.groups;
  if (!groups) return { month: 0, place: part, isFirst: false };
  return { month: monthNamed(groups['month'] ?? ''), place: groups['place'], isFirst: first !== undefined };
}

function readPlaces(typed: readonly string[]): readonly MonthDay[] | undefined {
  const reading = parseMonthDays(
    typed.map((each) => each.replace(/^(?:on )?(?:the )?(?=\d{1,2}$)/u, 'day ')).join(' and '),
  );
  return reading?.kind === 'days' ? reading.on : undefined;
}

function distinct(days: readonly YearDay[]): readonly YearDay[] {
  return [...new Map(days.map((day) => [JSON.stringify(day), day])).values()];
}
