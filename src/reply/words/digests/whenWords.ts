import type { WhenProblem } from '../../../schedule/when/parseWhen.ts';
import { counted } from '../counted.ts';
import { ruleInWords } from './ruleInWords.ts';

const SHOWN_MAX_CHARS = 80;

/** Examples of posting times, one of each kind, the most common ones first. */
export const WHEN_EXAMPLES: readonly string[] = [
  'every weekday at 9:00',
  'daily 08:30',
  'Mondays and Thursdays 17:00',
  'every 2 weeks on Friday 16:00',
  'first Monday of the month 10:00',
  'last day of the month 18:00',
  'every quarter 9:00',
  'every year on 1 March 9:00',
  'weekdays except Friday 9:00',
  'every weekday 9:00 except 24-26 December',
  'every 4 hours between 8 and 20',
  'once tomorrow 09:00',
  'next Friday 16:00',
  'in 2 hours',
  '0 9 * * 1-5',
];

/** Examples of ends of a pause. */
export const UNTIL_EXAMPLES: readonly string[] = ['tomorrow 09:00', 'Monday', '3 days', '1 week', '2 weeks'];

/** Says why a text is not a posting time, and what to type; `near` are phrases that would be understood. */
export function whenProblem(problem: WhenProblem, near: readonly string[] = []): string {
  switch (problem.kind) {
    case 'empty':
      return 'Say when to post.';
    case 'too-long':
      return `Use at most ${problem.max} characters.`;
    case 'ambiguous':
      return ambiguous(problem);
    case 'bad-cron':
      return `"${problem.text}" is not a cron expression of five fields (minute, hour, day, month, weekday).`;
    case 'numeric-date':
      return 'Write dates as year-month-day, such as 2026-12-01.';
    case 'no-such-date':
      return `There is no such date: ${problem.text}.`;
    case 'no-such-time':
      return `There is no time "${problem.text}"; write it as 9:00, 17:30 or 9am.`;
    case 'once-without-date':
      return 'Say on which date, such as "once on 1 December 09:00".';
    case 'once-without-time':
      return `Say at what time on ${problem.date}.`;
    case 'once-with-several-times':
      return 'A digest that runs once can have only one time.';
    case 'reversed':
      return `"between ${problem.from} and ${problem.to}" must lie within one day, the earlier time first.`;
    case 'bad-interval':
      return 'An interval is at least 1 minute and less than a day.';
    case 'without-weekday':
      return 'Say on which day of the week, such as "every 2 weeks on Friday 16:00".';
    case 'without-time':
      return 'Say at what time, such as "at 9:00".';
    case 'not-understood':
      return `${quoted(problem.text)} was not understood${near.length === 0 ? '.' : `; try ${alternatives(near)}.`}`;
    case 'too-frequent':
      return `Runs must be at least ${counted(problem.min, 'minute')} apart; two of these would be ${counted(problem.minutes, 'minute')} apart.`;
    case 'without-day':
      return problem.of === 'year'
        ? 'Say on which day of the year, such as "every year on 1 March 9:00".'
        : 'Say on which day of the month, such as "first Monday of the month 10:00".';
    case 'once-with-except':
      return 'A digest that runs once has no days to leave out.';
    case 'cron-with-except':
      return 'No days can be left out of a cron expression; say in words when to post.';
    case 'holidays':
      return 'Holidays differ from place to place: name the days, such as "except 1 January and 24-26 December".';
    case 'clock-change':
      return 'The clock is changed just then; give a date and a time of day.';
    case 'past':
      return 'That is in the past.';
    case 'never':
      return 'No run was found for this.';
    default:
      return problem satisfies never;
  }
}

/** Says that a text is not a date on which a pause can end. */
export function untilProblem(typed: string): string {
  return `"${typed.trim().slice(0, 40)}" is not a future date or time. Write it like tomorrow 09:00, Monday, 2 weeks, or year-month-day.`;
}

function ambiguous({ text, readings }: Extract<WhenProblem, { kind: 'ambiguous' }>): string {
  const unclear = `${quoted(text)} is unclear.`;
  if (readings.length === 0) return unclear;
  return `${unclear} Do you mean ${readings.map((rule) => `"${ruleInWords(rule)}"`).join(', or ')}?`;
}

function alternatives(phrases: readonly string[]): string {
  const all = phrases.map((phrase) => `"${phrase}"`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

function quoted(text: string): string {
  return `"${text.slice(0, SHOWN_MAX_CHARS)}"`;
}
