import cronstrue from 'cronstrue';
import {
  EVERY_DAY,
  WORKING_DAYS,
  type MonthDay,
  type Rule,
  type RuleOf,
  type YearDay,
} from '../../../schedule/when/rule.ts';
import { describeDate, list, MONTHS, WEEKDAYS } from './calendarWords.ts';
import { leftOutInWords } from './leftOutInWords.ts';
import { entryAt } from '../../../runtime/entryAt.ts';

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
      const { every, weekdays } = rule;
      const days =
        every === 1 ? `every ${describeGroup(weekdays)}` : `every ${every} weeks on ${describeWeekdays(weekdays)}`;
      return `${days}${atTimes(rule)}`;
    }
    case 'months': {
      const days = describeMonthDays(rule.on);
      return `${rule.every === 1 ? `on ${days} of every month` : `every ${rule.every} months on ${days}`}${atTimes(rule)}`;
    }
    case 'years': {
      const days = list(rule.on.map(describeYearDay));
      return `every ${rule.every === 1 ? 'year' : `${rule.every} years`} on ${days}${atTimes(rule)}`;
    }
    case 'interval':
      return describeInterval(rule);
    case 'cron':
      return describeCron(rule);
    default:
      return rule satisfies never;
  }
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
  const days = weekdays.length === EVERY_DAY.length ? '' : ` every ${describeGroup(weekdays)}`;
  const between = from === '00:00' && to === '23:59' ? '' : ` between ${from} and ${to}`;
  return `every ${step}${between}${days}${inRange(range)}`;
}

function describeCron({ expression }: RuleOf<'cron'>): string {
  const words = cronstrue.toString(expression, { use24HourTimeFormat: true, throwExceptionOnParseError: false });
  return `${words.charAt(0).toLowerCase()}${words.slice(1)} (cron ${expression})`;
}

function atTimes(rule: Range & { readonly times: readonly string[] }): string {
  return ` at ${list(rule.times)}${inRange(rule)}`;
}

/** When a rule begins and ends, and what it leaves out. */
type Range = Pick<RuleOf<'days'>, 'start' | 'until' | 'except'>;

function inRange({ start, until, except }: Range): string {
  return [
    ...(start === undefined ? [] : [`, starting ${describeDate(start)}`]),
    ...(until === undefined ? [] : [`, until ${describeDate(until)}`]),
    ...(except === undefined ? [] : [`, except ${leftOutInWords(except)}`]),
  ].join('');
}

function describeYearDay(on: YearDay): string {
  const month = MONTHS[on.month - 1];
  if ('day' in on) {
    if (on.day === 'last') return `the last day of ${month}`;
    return `${on.day} ${month}${on.month === 2 && on.day === 29 ? ' (in leap years)' : ''}`;
  }
  return `the ${ordinalOf(on.nth)} ${dayName(on.weekday)} of ${month}`;
}

function describeWeekdays(weekdays: readonly number[]): string {
  if (weekdays.join('') === '12345') return 'weekday';
  return list(weekdays.map((weekday) => entryAt(WEEKDAYS, weekday - 1)));
}

/** Describes weekdays as "day except Friday" or "weekday except Friday" if only one is missing. */
function describeGroup(weekdays: readonly number[]): string {
  const [group, name] = weekdays.length === 6 ? [EVERY_DAY, 'day'] : [WORKING_DAYS, 'weekday'];
  const left = group.filter((weekday) => !weekdays.includes(weekday));
  if (left.length === 1 && weekdays.length === group.length - 1) return `${name} except ${describeWeekdays(left)}`;
  return describeWeekdays(weekdays);
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
    items.push(`the ${list(nths.map(ordinalOf))} ${dayName(each.weekday)}`);
  }
  return list(items);
}

function ordinalOf(nth: number | 'last'): string {
  return nth === 'last' ? 'last' : entryAt(ORDINALS, nth - 1);
}

function dayName(weekday: number | 'working'): string {
  return weekday === 'working' ? 'working day' : entryAt(WEEKDAYS, weekday - 1);
}

function suffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
