import { nextOccurrences, wallAt } from './nextOccurrences.ts';
import { parseDate } from './parseDate.ts';
import { formatWall } from './wallClock.ts';

/** The moment until which a schedule rests (milliseconds since 1970), or one sentence that says what is wrong. */
export type UntilReading =
  | { readonly kind: 'until'; readonly instant: number }
  | { readonly kind: 'invalid'; readonly message: string };

/** Reads a day, from whose beginning on a schedule runs again, or a day and time, by the clock on the wall of a zone. */
export function readUntil(typed: string, { zone, now }: { readonly zone: string; readonly now: number }): UntilReading {
  const match = /^(.+?)(?:[ T](\d{1,2}:\d{2}))?$/u.exec(typed.trim());
  const today = formatWall(wallAt(now, zone)).slice(0, 10);
  const date = match?.[1] === undefined ? undefined : parseDate(match[1].toLowerCase(), today);
  if (date === undefined)
    return { kind: 'invalid', message: `"${typed.slice(0, 40)}" is not a day such as 2026-12-01 or 2026-12-01 09:00.` };
  const time = (match?.[2] ?? '00:00').padStart(5, '0');
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time)) return { kind: 'invalid', message: `There is no time ${time}.` };
  const [moment] = nextOccurrences({ kind: 'once', date, time }, zone, { after: now, count: 1 });
  return moment ? { kind: 'until', instant: moment.instant } : { kind: 'invalid', message: `${date} ${time} is past.` };
}
