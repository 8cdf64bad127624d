import cronstrue from 'cronstrue';
import type { MonthDay, Rule, RuleOf } from '../../../schedule/when/rule.ts';
import { calendarDay, dayNumber } from '../../../schedule/times/wallClock.ts';
import { entryAt } from '../../../runtime/entryAt.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/**
 * Puts a rule into words, such as "every 2 weeks on Friday at 16:00, starting 27 November 2026". `parseWhen` can read
 * them.
 */
export function ruleInWords(rule: Rule): string {
  switch (rule.kind) {
    case 'once':
      return `once on ${describeDate(rule.date)} at ${rule.time}`;
    case 'days':
      return `${rule.every === 1 ? 'every day' : `every ${rule.every} days`}${atTimes(rule)}`;
    case 'weeks': {
      const days = describeWeekdays(rule.weekdays);
      return `${rule.every === 1 ? `every ${days}` : `every ${rule.every} weeks on ${days}`}${atTimes(rule)}`;
    }
    case 'months': {
      const days = describeMonthDays(rule.on);
      return `${rule.every === 1 ? `on ${days} of every month` : `every ${rule.every} months on ${days}`}${atTimes(rule)}`;
    }
    case 'interval':
      return describeInterval(rule);
    case 'cron':
      return describeCron(rule);
    default:
      return rule satisfies never;
  }
}

/** Formats `2026-12-01` as "1 December 2026". */
function describeDate(date: string): string {
  const { year, month, day } = calendarDay(dayNumber(date));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function describeInterval({ minutes, from, to, weekdays, ...range }: RuleOf<'interval'>): string {
  const hours = minutes / 60;
  const step =
    minutes === 60
      ? 'hour'
      : Number.isInteger(hours)
        ? `${hours} hours`
        : minutes === 1
          ? 'minute'
          : `${minutes} minutes`;
  const days = weekdays.length === 7 ? '' : ` every ${describeWeekdays(weekdays)}`;
  const between = from === '00:00' && to === '23:59' ? '' : ` between ${from} and ${to}`;
  return `every ${step}${between}${days}${inRange(range)}`;
}

function describeCron({ expression }: RuleOf<'cron'>): string {
  const words = cronstrue.toString(expression, { use24HourTimeFormat: true, throwExceptionOnParseError: false });
  return `${words.charAt(0).toLowerCase()}${words.slice(1)} (cron ${expression})`;
}

function atTimes(rule: {
  readonly times: readonly string[];
  readonly start?: string | undefined;
  readonly until?: string | undefined;
}): string {
  return ` at ${list(rule.times)}${inRange(rule)}`;
}

function inRange({
  start,
  until,
}: {
  readonly start?: string | undefined;
  readonly until?: string | undefined;
}): string {
  return `${start === undefined ? '' : `, starting ${describeDate(start)}`}${until === undefined ? '' : `, until ${describeDate(until)}`}`;
}

function describeWeekdays(weekdays: readonly number[]): string {
  if (weekdays.join('') === '12345') return 'weekday';
  return list(weekdays.map((weekday) => entryAt(WEEKDAYS, weekday - 1)));
}

/** After weekdays, write "day 3": "the 3rd and the first Monday" could mean the third Monday. */
function describeMonthDays(on: readonly MonthDay[]): string {
  const isMixed = on.some((each) => 'nth' in each);
  const items: string[] = [];
  for (let at = 0; at < on.length; at += 1) {
    const each = entryAt(on, at);
    if ('day' in each) {
      items.push(
        each.day === 'last' ? 'the last day' : isMixed ? `day ${each.day}` : `the ${each.day}${suffix(each.day)}`,
      );
      continue;
    }
    const nths = [each.nth];
    for (let next = on[at + 1]; next && 'nth' in next && next.weekday === each.weekday; next = on[at + 1]) {
      nths.push(next.nth);
      at += 1;
    }
    const weekday = each.weekday === 'working' ? 'working day' : WEEKDAYS[each.weekday - 1];
    items.push(`the ${list(nths.map((nth) => (nth === 'last' ? 'last' : entryAt(ORDINALS, nth - 1))))} ${weekday}`);
  }
  return list(items);
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function list(items: readonly string[]): string {
  return items.length === 1 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
