import { formatTime } from '../times/wallClock.ts';

/** Times of day found in a text, or the first invalid one. `rest` is the text with spaces in their place. */
export type TimesReading =
  | { readonly kind: 'times'; readonly times: readonly string[]; readonly rest: string }
  | { readonly kind: 'wrong'; readonly time: string };

/** Unambiguous times: `9:00`, `9.30`, `9:00 am`, `9am`, `17h`, `17h30`, `noon`, `midnight`. */
const CLEAR = String.raw`(?:\d{1,2}(?:[:.]\d{2}|h(?:\d{2})?)(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|noon|midnight)`;
/** After "at", and in a list after another time, a bare number is one too. */
const LOOSE = String.raw`(?:${CLEAR}|\d{1,2}(?!\d|[:.]\d|st|nd|rd|th))`;
const LIST_SIGN = String.raw`(?:\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*)`;
const LIST = new RegExp(
  String.raw`(?<![\w.:-])(?:(?:at|@)\s*${LOOSE}(?:${LIST_SIGN}${LOOSE})*|${CLEAR}(?:${LIST_SIGN}${LOOSE})*)(?![\w:])`,
  'gu',
);
const EACH = new RegExp(LOOSE, 'gu');
const ONE = new RegExp(`^${LOOSE}$`, 'u');

/** Finds every time of day in a lower-case text; returns them as `HH:MM`, in order, without duplicates. */
export function findTimes(text: string): TimesReading {
  const found = [...text.matchAll(LIST)].flatMap(([list]) => list.match(EACH) ?? []);
  const times: string[] = [];
  for (const typed of found) {
    const time = parseTime(typed);
    if (time === undefined) return { kind: 'wrong', time: typed };
    times.push(time);
  }
  return { kind: 'times', times: [...new Set(times)].sort(), rest: text.replaceAll(LIST, ' ') };
}

/** Parses one time of day in lower case, such as `9`, `9:00`, `9.30pm`, `17h30`, `noon`, into `HH:MM`. */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim();
  if (text === 'noon') return '12:00';
  if (text === 'midnight') return '00:00';
  if (!ONE.test(text)) return undefined;
  const [hours = 0, minutes = 0] = (text.match(/\d+/gu) ?? []).map(Number);
  const half = /[ap](?=\.?m)/u.exec(text)?.[0];
  if (minutes > 59 || (half === undefined ? hours > 23 : hours < 1 || hours > 12)) return undefined;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return formatTime(hour * 60 + minutes);
}
