import { Cron } from 'croner';
import { nearest } from '../../language/nearest.ts';
import { describeWhen } from './describeWhen.ts';
import { nextOccurrences, wallAt } from '../times/nextOccurrences.ts';
import { DATE, parseDate } from './parseDate.ts';
import { parseDays, parseWeekdays } from './parseDays.ts';
import { findTimes, parseTime } from './parseTimes.ts';
import { EVERY_DAY, type Rule } from './rule.ts';
import { formatDay, formatTime, formatWall, MINUTES_PER_DAY, minutesOf } from '../times/wallClock.ts';
import { shortestDistance, wallTimes } from '../times/wallTimes.ts';

/** A rule, or one sentence that says what was not understood, with the nearest things that would be. */
export type WhenReading =
  | { readonly kind: 'schedule'; readonly rule: Rule }
  | { readonly kind: 'invalid'; readonly message: string; readonly nearest: readonly string[] };

/** Where and when a text is read. */
export interface WhenContext {
  /** IANA zone in which its dates and times are meant. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The least minutes between two runs. Default: 15. */
  readonly minMinutes?: number | undefined;
}

/** What can be typed, one of each sort. */
export const WHEN_EXAMPLES: readonly string[] = [
  'every weekday at 9:00',
  'daily 08:30',
  'Mondays and Thursdays 17:00',
  'every 2 weeks on Friday 16:00',
  'first Monday of the month 10:00',
  'last day of the month 18:00',
  'every 4 hours between 8 and 20',
  'once tomorrow 09:00',
  '0 9 * * 1-5',
];
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
const ONCE = new RegExp(String.raw`^(?:once )?(?:on )?(?:the )?(${DATE})(?:,|t(?=\d))?(?=\s|\d|$)`, 'u');

/**
 * Reads when a schedule is to run: words ("every weekday at 9:00", "first Monday of the month 10:00") or a cron
 * expression of five fields. A rule of every second day, week or month begins with its first run after `now`.
 */
export function parseWhen(typed: string, context: WhenContext): WhenReading {
  const text = normalise(typed);
  if (text === '') return invalidWhen(text, 'Say when to post.');
  if (typed.length > MAX_CHARS) return invalidWhen(text, `Use at most ${MAX_CHARS} characters.`);
  const cron = CRON.exec(text)?.[1] ?? CRON_WITH_WORDS.exec(text)?.[1];
  const reading = cron === undefined ? parseWords(text, context) : parseCron(cron);
  if (typeof reading === 'string') return invalidWhen(text, reading);
  return reading.kind === 'uncertain' ? uncertain(reading, text, context) : checkDistance(reading, text, context);
}

/** Refuses what can be read in more than one way, and offers the readings that would be taken. */
function uncertain(
  { text, rules }: { readonly text: string; readonly rules: readonly Rule[] },
  typed: string,
  context: WhenContext,
): WhenReading {
  const readings = rules.filter((rule) => checkDistance(rule, typed, context).kind === 'schedule').map(describeWhen);
  const message = `${shownText(text)} is unclear.`;
  if (readings.length === 0) return invalidWhen(typed, message);
  const list = readings.map((reading) => `"${reading}"`).join(', or ');
  return { kind: 'invalid', message: `${message} Do you mean ${list}?`, nearest: readings };
}

/** A rule; what is wrong, in a sentence; or all that can be meant, if that is not certain. */
type Reading = Rule | string | { readonly kind: 'uncertain'; readonly text: string; readonly rules: readonly Rule[] };

function parseCron(expression: string): Reading {
  try {
    void new Cron(expression, { mode: '5-part', timezone: 'UTC', paused: true });
    return { kind: 'cron', expression: expression.startsWith('@') ? expression : expression.toUpperCase() };
  } catch {
    return `"${expression}" is not a cron expression of five fields (minute, hour, day, month, weekday).`;
  }
}

function parseWords(text: string, context: WhenContext): Reading {
  const today = formatDay(Math.floor(wallAt(context.now, context.zone) / MINUTES_PER_DAY));
  if (/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/u.test(text)) return 'Write dates as year-month-day, such as 2026-12-01.';
  const range: { start?: string; until?: string } = {};
  let rest = text;
  for (const [key, pattern] of [
    ['start', START],
    ['until', UNTIL],
  ] as const) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const date = parseDate(match[1]!, today);
    if (date === undefined) return `There is no such date: ${match[1]}.`;
    range[key] = date;
    rest = rest.replace(match[0], ' ');
  }
  rest = tidy(rest);
  const once = ONCE.exec(rest);
  if (once) return parseOnce(rest.slice(once[0].length), { typed: once[1]!, date: parseDate(once[1]!, today) });
  if (/^once\b/u.test(rest)) return 'Say on which date, such as "once on 1 December 09:00".';
  const interval = INTERVAL.exec(rest);
  return interval ? parseInterval(rest, interval, range) : parseCalendar(rest, range, context);
}

function parseOnce(
  rest: string,
  { typed, date }: { readonly typed: string; readonly date: string | undefined },
): Reading {
  if (date === undefined) return `There is no such date: ${typed}.`;
  const reading = findTimes(rest);
  if (reading.kind === 'wrong') return noSuchTime(reading.time);
  if (tidy(reading.rest) !== '') return notUnderstood(reading.rest);
  const [time, second] = reading.times;
  if (time === undefined) return `Say at what time on ${date}.`;
  return second === undefined ? { kind: 'once', date, time } : 'A digest that runs once can have only one time.';
}

function parseInterval(text: string, match: RegExpExecArray, range: { start?: string; until?: string }): Reading {
  const [whole, count = 'one', unit = 'hours', hourly] = match;
  const minutes = hourly === undefined ? intervalMinutes(count, unit) : 60;
  let rest = tidy(text.replace(whole, ' '));
  const past = PAST.exec(rest);
  if (past) rest = tidy(rest.replace(past[0], ' '));
  const between = BETWEEN.exec(rest);
  if (between) rest = tidy(rest.replace(between[0], ' '));
  const [first, last] = between ? [between[1] ?? between[3]!, between[2] ?? between[4]!] : ['0:00', '23:59'];
  const [from, to] = [parseTime(first), parseTime(last === '24:00' || last === '24' ? '23:59' : last)];
  if (from === undefined || to === undefined) return noSuchTime(from === undefined ? first : last);
  if (to <= from) return `"between ${first} and ${last}" must lie within one day, the earlier time first.`;
  if (!(minutes >= 1 && minutes < MINUTES_PER_DAY)) return 'An interval is at least 1 minute and less than a day.';
  const shift = Number(past?.[1] ?? past?.[2] ?? 0);
  if (shift > 59 || (past && minutes % 60 !== 0)) return notUnderstood(past![0]);
  const weekdays = rest === '' ? EVERY_DAY : parseWeekdays(rest);
  if (weekdays === undefined) return notUnderstood(rest);
  return { kind: 'interval', minutes, from: formatTime(minutesOf(from) + shift), to, weekdays, ...range };
}

function intervalMinutes(count: string, unit: string): number {
  const fractions: Readonly<Record<string, number>> = { half: 0.5, 'half an': 0.5, 'quarter of an': 0.25 };
  const words: Readonly<Record<string, number>> = { one: 1, other: 2, two: 2, three: 3, four: 4, six: 6 };
  return (fractions[count] ?? words[count] ?? Number(count)) * (unit.startsWith('h') ? 60 : 1);
}

function parseCalendar(text: string, range: { start?: string; until?: string }, context: WhenContext): Reading {
  const reading = findTimes(text);
  if (reading.kind === 'wrong') return noSuchTime(reading.time);
  const rest = tidy(reading.rest);
  const days = parseDays(rest);
  if (!days) return notUnderstood(rest);
  if (days.kind === 'missing') return 'Say on which day of the week, such as "every 2 weeks on Friday 16:00".';
  if (reading.times.length === 0) return 'Say at what time, such as "at 9:00".';
  const { times } = reading;
  const ruleOf = (each: Exclude<typeof days, { kind: 'uncertain' }>): Rule => {
    const rule: Rule = { ...each, times, ...range };
    return each.every === 1 || range.start !== undefined ? rule : { ...rule, start: firstDay(rule, context) };
  };
  return days.kind === 'uncertain' ? { kind: 'uncertain', text: rest, rules: days.readings.map(ruleOf) } : ruleOf(days);
}

/** Every n-th week counts from the first run, so that is the next one that there would be with n = 1. */
function firstDay(rule: Exclude<Rule, { kind: 'once' | 'cron' | 'interval' }>, { zone, now }: WhenContext): string {
  const [first] = wallTimes({ ...rule, every: 1 }, wallAt(now, zone) + 1);
  return formatWall(first ?? wallAt(now, zone)).slice(0, 10);
}

function checkDistance(rule: Rule, text: string, { zone, now, minMinutes = MIN_MINUTES }: WhenContext): WhenReading {
  const shortest = shortestDistance(rule, wallAt(now, zone));
  if (shortest !== undefined && shortest < minMinutes) {
    return invalidWhen(
      text,
      `Runs must be at least ${minutesText(minMinutes)} apart; two of these would be ${minutesText(shortest)} apart.`,
    );
  }
  if (nextOccurrences(rule, zone, { after: now, count: 1 }).length > 0) return { kind: 'schedule', rule };
  return invalidWhen(text, rule.kind === 'once' ? 'That is in the past.' : 'No run was found for this.');
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
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

function noSuchTime(time: string): string {
  return `There is no time "${time.trim()}"; write it as 9:00, 17:30 or 9am.`;
}

function notUnderstood(rest: string): string {
  return `${shownText(rest)} was not understood.`;
}

function shownText(text: string): string {
  return `"${tidy(text).slice(0, 80)}"`;
}

function invalidWhen(text: string, message: string): WhenReading {
  return { kind: 'invalid', message, nearest: nearest(text, WHEN_EXAMPLES) };
}
