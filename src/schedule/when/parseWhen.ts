import { Cron } from 'croner';
import { nextOccurrences, wallAt } from '../times/nextOccurrences.ts';
import { DATE, parseDate } from './parseDate.ts';
import { type CertainDays, parseDays, parseWeekdays } from './parseDays.ts';
import { parseExcept } from './parseExcept.ts';
import { parseSoon, type SoonReading } from './parseSoon.ts';
import { daysOfStart, type Range, ruleOfQuarters } from './quarters.ts';
import { findTimes, parseTime } from './parseTimes.ts';
import { EVERY_DAY, type Except, type Rule, type RuleOf } from './rule.ts';
import {
  calendarDay,
  dayNumber,
  formatDay,
  formatTime,
  formatWall,
  MINUTES_PER_DAY,
  minutesOf,
} from '../times/wallClock.ts';
import { shortestDistance, wallTimes } from '../times/wallTimes.ts';

/** Why a text is not a posting time. Texts are as typed, in lower case. */
export type WhenProblem =
  | { readonly kind: 'empty' | 'numeric-date' | 'once-without-date' | 'once-with-several-times' }
  | { readonly kind: 'without-weekday' | 'without-time' | 'bad-interval' | 'past' | 'never' }
  /** Days can neither be left out of one run nor of a cron expression, and holidays have to be named. */
  | { readonly kind: 'once-with-except' | 'cron-with-except' | 'holidays' }
  /** The clock is changed just then, so the moment has no time of day of its own. */
  | { readonly kind: 'clock-change' }
  | { readonly kind: 'without-day'; readonly of: 'month' | 'year' }
  | { readonly kind: 'too-long'; readonly max: number }
  /** It is ambiguous; `readings` are texts that would be accepted. */
  | { readonly kind: 'ambiguous'; readonly text: string; readonly readings: readonly Rule[] }
  | { readonly kind: 'bad-cron' | 'no-such-date' | 'no-such-time' | 'not-understood'; readonly text: string }
  | { readonly kind: 'once-without-time'; readonly date: string }
  | { readonly kind: 'reversed'; readonly from: string; readonly to: string }
  /** Minutes between two of its runs, and the required minimum. */
  | { readonly kind: 'too-frequent'; readonly minutes: number; readonly min: number };

/** A rule, or what is wrong with the text. */
export type WhenReading =
  | { readonly kind: 'schedule'; readonly rule: Rule }
  | { readonly kind: 'invalid'; readonly problem: WhenProblem };

/** The zone and time in which a text is read. */
export interface WhenContext {
  /** IANA zone of its dates and times. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Minimum minutes between two runs. Default: 15. */
  readonly minMinutes?: number | undefined;
}

const MIN_MINUTES = 15;
const MAX_CHARS = 200;

const CRON_FIELD = String.raw`(?:[\d*?,/#lw-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)+`;
const CRON = new RegExp(String.raw`^(?:cron:?\s)?((?:${CRON_FIELD}\s){4}${CRON_FIELD}|@[a-z]+)$`, 'u');
const CRON_WITH_WORDS = /^.*\(cron ([^()]+)\)$/u;
const INTERVAL =
  /\b(?:every (?:(\d{1,4}|other|half an|half|quarter of an|two|three|four|six) )?(minutes?|mins?|hours?|hrs?)|(hourly))\b/u;
const TIME = String.raw`(?:\d{1,2}(?:[:.]\d{2}|h\d{0,2})?(?:\s?[ap]\.?m\b\.?)?|noon|midnight)`;
const BETWEEN = new RegExp(
  String.raw`\b(?:between (${TIME}) (?:and|-) (${TIME})|from (${TIME})(?: to | until | till | ?- ?)(${TIME}))`,
  'u',
);
const PAST = /\bat (?::(\d{2})|(\d{1,2})(?: minutes?)? past(?: the hour)?)$/u;
const START = new RegExp(String.raw`,?\s?\b(?:starting|beginning|from)(?: on)? (${DATE})`, 'u');
const UNTIL = new RegExp(String.raw`,?\s?\b(?:until|till|to)(?: the)? (${DATE})`, 'u');
const IN_EVERY_YEAR = /\b(?:(?:every|each) year|yearly|annually|once a year|every \w+ years?)\b/u;
const ONCE = new RegExp(String.raw`^(?:once )?(?:on )?(?:the )?(${DATE})(?:,|t(?=\d))?(?=\s|\d|$)`, 'u');

/**
 * Parses when a schedule runs: words ("every weekday at 9:00", "first Monday of the month 10:00") or a cron expression
 * of five fields. A rule of every second day, week or month starts with its first run after `now`.
 */
export function parseWhen(typed: string, context: WhenContext): WhenReading {
  const text = normalise(typed);
  if (text === '') return invalidWhen({ kind: 'empty' });
  if (typed.length > MAX_CHARS) return invalidWhen({ kind: 'too-long', max: MAX_CHARS });
  const cron = CRON.exec(text)?.[1] ?? CRON_WITH_WORDS.exec(text)?.[1];
  const reading = cron === undefined ? parseWords(text, context) : parseCron(cron);
  switch (reading.kind) {
    case 'invalid':
      return reading;
    case 'rules':
      return invalidWhen({
        kind: 'ambiguous',
        text: reading.text,
        readings: reading.rules.filter((rule) => checkDistance(rule, context).kind === 'schedule'),
      });
    case 'rule':
      return checkDistance(reading.rule, context);
    default:
      return reading satisfies never;
  }
}

/** A rule; every possible meaning, if it is ambiguous; or what is wrong. */
type Reading =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'rules'; readonly text: string; readonly rules: readonly Rule[] }
  | Invalid;
type Invalid = Extract<WhenReading, { kind: 'invalid' }>;

function parseCron(expression: string): Reading {
  try {
    void new Cron(expression, { mode: '5-part', timezone: 'UTC', paused: true });
    return ruleReading({
      kind: 'cron',
      expression: expression.startsWith('@') ? expression : expression.toUpperCase(),
    });
  } catch {
    return invalidWhen({ kind: 'bad-cron', text: expression });
  }
}

function parseWords(typed: string, context: WhenContext): Reading {
  const today = formatDay(Math.floor(wallAt(context.now, context.zone) / MINUTES_PER_DAY));
  const left = parseExcept(typed, today);
  if (left.kind !== 'except') return invalidWhen(left);
  const { except } = left;
  const text = tidy(left.rest);
  if (except && CRON.test(text)) return invalidWhen({ kind: 'cron-with-except' });
  const reading = parseDated(text, { ...context, today }, except ? { except } : {});
  if (!except || reading.kind === 'invalid') return reading;
  if (reading.kind === 'rule') return leavingOut(reading.rule, except);
  const rules = reading.rules.map((rule) => leavingOut(rule, except));
  return { ...reading, rules: rules.flatMap((each) => (each.kind === 'rule' ? [each.rule] : [])) };
}

function parseDated(text: string, context: WhenContext & { readonly today: string }, left: Range): Reading {
  const { today } = context;
  if (/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/u.test(text)) return invalidWhen({ kind: 'numeric-date' });
  const range: Range = { ...left };
  let rest = text;
  for (const [key, pattern] of [
    ['start', START],
    ['until', UNTIL],
  ] as const) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const [whole, typed = ''] = match;
    const date = parseDate(typed, today);
    if (date === undefined) return invalidWhen({ kind: 'no-such-date', text: typed });
    range[key] = date;
    rest = rest.replace(whole, ' ');
  }
  rest = tidy(rest);
  const soon = parseSoon(rest, context);
  if (soon) return parseOnceSoon(soon, context);
  const once = IN_EVERY_YEAR.test(rest) ? undefined : ONCE.exec(rest);
  if (once) {
    const [whole, typed = ''] = once;
    return parseOnce(rest.slice(whole.length), { typed, date: parseDate(typed, today) });
  }
  if (/^once (?!a |per )/u.test(rest)) return invalidWhen({ kind: 'once-without-date' });
  const interval = INTERVAL.exec(rest);
  return interval ? parseInterval(rest, interval, range) : parseCalendar(rest, range, context);
}

function parseOnce(
  rest: string,
  { typed, date }: { readonly typed: string; readonly date: string | undefined },
): Reading {
  if (date === undefined) return invalidWhen({ kind: 'no-such-date', text: typed });
  const reading = findTimes(rest);
  if (reading.kind === 'wrong') return noSuchTime(reading.time);
  if (tidy(reading.rest) !== '') return notUnderstood(reading.rest);
  const [time, second] = reading.times;
  if (time === undefined) return invalidWhen({ kind: 'once-without-time', date });
  return second === undefined
    ? ruleReading({ kind: 'once', date, time })
    : invalidWhen({ kind: 'once-with-several-times' });
}

function parseOnceSoon(soon: SoonReading, { zone, now }: WhenContext): Reading {
  const rest = tidy(soon.rest);
  if (soon.kind === 'date') {
    const { date } = soon;
    const reading = parseOnce(rest === '' && soon.now !== undefined ? soon.now : rest, { typed: date, date });
    if (soon.orWeekLater !== true || reading.kind !== 'rule') return reading;
    if (nextOccurrences(reading.rule, zone, { after: now, count: 1 }).length > 0) return reading;
    return ruleReading({ ...reading.rule, date: formatDay(dayNumber(date) + 7) } as Rule);
  }
  if (rest !== '') return notUnderstood(rest);
  const [date = '', time = ''] = formatWall(wallAt(soon.instant, zone)).split('T');
  const rule: Rule = { kind: 'once', date, time };
  const [run] = nextOccurrences(rule, zone, { after: soon.instant - 1, count: 1 });
  return run?.instant === soon.instant ? ruleReading(rule) : invalidWhen({ kind: 'clock-change' });
}

/** Weekdays that are left out are not in a rule that names its weekdays, rather than being an exception of it. */
function leavingOut(rule: Rule, { weekdays: left = [], dates }: Except): Reading {
  if (rule.kind === 'once') return invalidWhen({ kind: 'once-with-except' });
  if (rule.kind === 'cron') return invalidWhen({ kind: 'cron-with-except' });
  const isDaily = rule.kind === 'days' && rule.every === 1;
  const named = isDaily ? EVERY_DAY : 'weekdays' in rule ? rule.weekdays : undefined;
  if (named === undefined || left.length === 0) return ruleReading(rule);
  const weekdays = named.filter((weekday) => !left.includes(weekday));
  if (weekdays.length === 0) return invalidWhen({ kind: 'never' });
  const { except: _, ...rest } = rule;
  const others = dates ? { except: { dates } } : {};
  return ruleReading({ ...rest, ...(isDaily ? { kind: 'weeks' } : {}), weekdays, ...others } as Rule);
}

function parseInterval(text: string, match: RegExpExecArray, range: Range): Reading {
  const [whole, count = 'one', unit = 'hours', hourly] = match;
  const minutes = hourly === undefined ? intervalMinutes(count, unit) : 60;
  let rest = tidy(text.replace(whole, ' '));
  const past = PAST.exec(rest);
  if (past) rest = tidy(rest.replace(past[0], ' '));
  const between = BETWEEN.exec(rest);
  if (between) rest = tidy(rest.replace(between[0], ' '));
  const [, given, end, first = given ?? '0:00', last = end ?? '23:59'] = between ?? [];
  const [from, to] = [parseTime(first), parseTime(last === '24:00' || last === '24' ? '23:59' : last)];
  if (from === undefined || to === undefined) return noSuchTime(from === undefined ? first : last);
  if (to <= from) return invalidWhen({ kind: 'reversed', from: first, to: last });
  if (!(minutes >= 1 && minutes < MINUTES_PER_DAY)) return invalidWhen({ kind: 'bad-interval' });
  const shift = Number(past?.[1] ?? past?.[2] ?? 0);
  if (past && (shift > 59 || minutes % 60 !== 0)) return notUnderstood(past[0]);
  const weekdays = rest === '' ? EVERY_DAY : parseWeekdays(rest);
  if (weekdays === undefined) return notUnderstood(rest);
  return ruleReading({ kind: 'interval', minutes, from: formatTime(minutesOf(from) + shift), to, weekdays, ...range });
}

function intervalMinutes(count: string, unit: string): number {
  const fractions: Readonly<Record<string, number>> = { half: 0.5, 'half an': 0.5, 'quarter of an': 0.25 };
  const words: Readonly<Record<string, number>> = { one: 1, other: 2, two: 2, three: 3, four: 4, six: 6 };
  return (fractions[count] ?? words[count] ?? Number(count)) * (unit.startsWith('h') ? 60 : 1);
}

function parseCalendar(text: string, range: Range, context: WhenContext): Reading {
  const reading = findTimes(text);
  if (reading.kind === 'wrong') return noSuchTime(reading.time);
  const rest = tidy(reading.rest);
  const days = parseDays(rest);
  if (!days) return notUnderstood(rest);
  if (days.kind === 'missing') return invalidWhen({ kind: 'without-weekday' });
  const { start } = range;
  if (days.kind === 'period' && days.unit !== 'quarter' && start === undefined)
    return invalidWhen({ kind: 'without-day', of: days.unit });
  if (reading.times.length === 0) return invalidWhen({ kind: 'without-time' });
  const { times } = reading;
  const ruleOf = (each: CertainDays): Rule => {
    const rule: Rule = { ...each, times, ...range };
    return each.every === 1 || range.start !== undefined ? rule : { ...rule, start: firstDay(rule, context) };
  };
  switch (days.kind) {
    case 'uncertain':
      return { kind: 'rules', text: rest, rules: days.readings.map(ruleOf) };
    case 'quarters':
      return ruleReading(ruleOfQuarters(days.on, { times, range, context }));
    case 'period':
      if (start === undefined) return ruleReading(ruleOfQuarters([{ day: 1 }], { times, range, context }));
      return ruleReading(ruleOf(daysOfStart(days, calendarDay(dayNumber(start)))));
    case 'days':
    case 'weeks':
    case 'months':
    case 'years':
      return ruleReading(ruleOf(days));
    default:
      return days satisfies never;
  }
}

/** Every n-th week counts from the first run, which is the next run that there would be with n = 1. */
function firstDay(rule: RuleOf<'days' | 'weeks' | 'months' | 'years'>, { zone, now }: WhenContext): string {
  const [first] = wallTimes({ ...rule, every: 1 }, wallAt(now, zone) + 1);
  return formatWall(first ?? wallAt(now, zone)).slice(0, 10);
}

function checkDistance(rule: Rule, { zone, now, minMinutes = MIN_MINUTES }: WhenContext): WhenReading {
  const shortest = shortestDistance(rule, wallAt(now, zone));
  if (shortest !== undefined && shortest < minMinutes)
    return invalidWhen({ kind: 'too-frequent', minutes: shortest, min: minMinutes });
  if (nextOccurrences(rule, zone, { after: now, count: 1 }).length > 0) return { kind: 'schedule', rule };
  return invalidWhen({ kind: rule.kind === 'once' ? 'past' : 'never' });
}

function normalise(typed: string): string {
  return tidy(
    typed
      .toLowerCase()
      .replaceAll(/[‐-―−]/gu, '-')
      .replaceAll(/o['’]clock/gu, ''),
  );
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s,;]+|[\s,;.]+$/gu, '')
    .replace(/(?:,|\s)+(?:at|on|and|@)$/u, '');
}

function noSuchTime(time: string): Invalid {
  return invalidWhen({ kind: 'no-such-time', text: time.trim() });
}

function notUnderstood(rest: string): Invalid {
  return invalidWhen({ kind: 'not-understood', text: tidy(rest) });
}

function ruleReading(rule: Rule): Reading {
  return { kind: 'rule', rule };
}

function invalidWhen(problem: WhenProblem): Invalid {
  return { kind: 'invalid', problem };
}
