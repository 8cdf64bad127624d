import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { citation } from '../../excerpt/citation.ts';
import { dayNumber, dayOf, parseCalendarDate } from '../../language/dates/calendar.ts';
import { isUsable } from '../words/citation.ts';
import { eventDetails, inferredInWords, modalityInWords, placesInWords } from '../words/events/eventWords.ts';
import { articleOf, handleOf, type RenderContext } from '../parts/renderContext.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { eventId } from './eventId.ts';

/** A calendar file, and how many events were left out because they have no full date. */
export interface Calendar {
  readonly content: string;
  readonly left: number;
}

/** RFC 5545, section 3.1: octets of a line, without the line break. */
const LINE_MAX_BYTES = 75;
const STATUS: Readonly<Record<string, string>> = { planned: 'TENTATIVE', possible: 'TENTATIVE', denied: 'CANCELLED' };
/** The last day whose next day has a four-digit year. */
const LAST_DAY = dayNumber({ year: 9999, month: 12, day: 30 });

/**
 * Writes the events that have a full date as a calendar (RFC 5545): all-day events that do not block time, in the given
 * order. A date is full if the source determines the day, or the first and the last; vague or open dates do not fit
 * into a calendar. `now` is the creation time that the format requires. Undefined if no event has a full date.
 */
export function eventsCalendar(
  events: readonly AnswerEvent[],
  { now, ...context }: Pick<RenderContext, 'articles' | 'links'> & { readonly now: Date },
): Calendar | undefined {
  const entries = events.flatMap((event) => {
    const days = fullDays(event);
    return days ? [entry(event, { days, stamp: stampOf(now), ...context })] : [];
  });
  if (entries.length === 0) return undefined;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Rapporteur//Events//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flat(),
    'END:VCALENDAR',
  ];
  return { content: lines.map((line) => `${foldedLine(line)}\r\n`).join(''), left: events.length - entries.length };
}

function entry(
  event: AnswerEvent,
  {
    days: [first, last],
    stamp,
    articles,
    links,
  }: Pick<RenderContext, 'articles' | 'links'> & {
    readonly days: readonly [first: number, last: number];
    readonly stamp: string;
  },
): readonly string[] {
  const { excerpt, label, places, kind, modality } = event;
  const article = articleOf(excerpt, articles);
  const link = links(excerpt);
  const remark = [modalityInWords(event), inferredInWords(event)].filter(Boolean).join('; ');
  const quote = article ? citation('plain', [excerpt], { article }) : `“${excerpt.text}”\n— ${handleOf(excerpt)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${eventId(event)}@rapporteur`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    // The end is exclusive: the day after the last.
    `DTEND;VALUE=DATE:${basic(last + 1)}`,
    `SUMMARY:${text(remark === '' ? label : `${label} (${remark})`)}`,
    `DESCRIPTION:${text([quote, eventDetails(event).join('\n')].join('\n\n'))}`,
    ...(places.length === 0 ? [] : [`LOCATION:${text(placesInWords(event).join(', '))}`]),
    ...(isUsable(link) ? [`URL:${link}`] : []),
    `CATEGORIES:${text(kind)}`,
    `STATUS:${STATUS[modality] ?? 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Returns the first and the last day if the date states both and leaves nothing open. */
function fullDays({ date }: AnswerEvent): readonly [first: number, last: number] | undefined {
  if (!date || date.edtf === null || date.certainty === 'vague') return undefined;
  const ends = date.edtf.split('/').map((end) => parseCalendarDate(end.replace(/T.*$/u, '')));
  const days = ends.map((end) => (end?.day === undefined ? Number.NaN : dayNumber(end)));
  const [first, last = first] = days;
  return first !== undefined && last !== undefined && days.length <= 2 && first <= last && last <= LAST_DAY
    ? [first, last]
    : undefined;
}

function basic(day: number): string {
  const { year, month, day: number } = dayOf(day);
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(number).padStart(2, '0')}`;
}

function stampOf(now: Date): string {
  return now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
}

/** RFC 5545, section 3.3.11. Control characters, which it does not allow, are shown as their pictures. */
function text(value: string): string {
  return showControlCharacters(value.replaceAll(/\r\n?/gu, '\n'))
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** Folds a long line between characters; each continuation line begins with a blank, which counts. */
function foldedLine(line: string): string {
  let out = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_MAX_BYTES) {
      out += '\r\n ';
      bytes = 1;
    }
    out += character;
    bytes += size;
  }
  return out;
}
