import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { dayOf, formatCalendarDate } from '../../language/dates/calendar.ts';
import { dateRuleInWords } from '../words/events/dateRuleWords.ts';
import { eventDays } from '../words/events/eventDays.ts';
import { placesInWords } from '../words/events/eventWords.ts';
import { handleOf, type RenderContext } from '../parts/renderContext.ts';
import { eventId } from './eventId.ts';

/**
 * A cell that begins with one of these is a formula to spreadsheets, which would run it or show an error instead of the
 * text. See OWASP, "CSV injection".
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;
/** Without it spreadsheets assume the machine's own encoding, and show the wrong characters. */
const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATOR = '; ';

/** The columns of a row. */
const COLUMNS: Readonly<Record<string, (event: AnswerEvent, links: RenderContext['links']) => string>> = {
  id: eventId,
  handle: ({ excerpt }) => handleOf(excerpt),
  date: ({ date }) => date?.edtf ?? '',
  earliest: (event) => day(eventDays(event)?.[0]),
  latest: (event) => day(eventDays(event)?.[1]),
  certainty: ({ date }) => date?.certainty ?? '',
  rule: ({ date }) => (date ? dateRuleInWords(date) : ''),
  phrase: ({ date }) => date?.phrase ?? '',
  label: ({ label }) => label,
  kind: ({ kind }) => kind,
  modality: ({ modality }) => modality,
  places: (event) => placesInWords(event).join(SEPARATOR),
  actors: ({ actors }) => actors.map(({ text }) => text).join(SEPARATOR),
  reference: ({ excerpt }) => excerpt.reference,
  quote: ({ excerpt }) => excerpt.text,
  article: ({ excerpt }) => excerpt.article,
  edition: ({ excerpt }) => excerpt.edition,
  also: ({ also }) => also.map(handleOf).join(SEPARATOR),
  status: ({ status }) => status,
  link: ({ excerpt }, links) => links(excerpt) ?? '',
};

/**
 * Writes events as a table: RFC 4180, UTF-8 with a byte order mark, a header, one event a row. `date` is EDTF, `earliest`
 * and `latest` its first and last day, empty where they are not known.
 *
 * Articles are written by others, and a sentence that begins with `=`, `+`, `-` or `@` would be a formula to everyone who opens
 * the table. Such a cell gets an apostrophe before it, and the column `guarded` names it, so that a program can take the
 * sign off again and has the source character for character; people see the words rather than what they compute. JSON and
 * Markdown have every text untouched.
 */
export function eventsCsv(events: readonly AnswerEvent[], { links }: Pick<RenderContext, 'links'>): string {
  const rows = events.map((event) => {
    const cells = Object.entries(COLUMNS).map(([name, write]) => ({ name, text: write(event, links) }));
    const guarded = cells.filter(({ text }) => FORMULA.test(text)).map(({ name }) => name);
    return [...cells.map(({ text }) => (FORMULA.test(text) ? `'${text}` : text)), guarded.join(SEPARATOR)];
  });
  const lines = [[...Object.keys(COLUMNS), 'guarded'], ...rows];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function day(number: number | undefined): string {
  return number === undefined || !Number.isFinite(number) ? '' : formatCalendarDate(dayOf(number));
}

function csvCell(cell: string): string {
  return /[",\r\n]/u.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;
}
