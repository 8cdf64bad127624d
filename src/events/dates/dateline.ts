import type { Article } from '../../article/article.ts';
import type { Span } from '../../language/span.ts';
import { MONTH } from '../../language/dates/dateWords.ts';
import { placesIn, type Place } from '../places/places.ts';

/** How a news agency starts a report: "LYON, 3 May 90 (AFP) --", "PARIS (AP) _", "Oslo, June 5 (Reuters) -". */
export interface Dateline {
  /** Up to where the report itself starts, including editors' marks such as "[Text]". */
  readonly span: Span;
  readonly date: Span | undefined;
  /** The most exact place that it names, if the gazetteer knows it. */
  readonly place: Place | undefined;
}

const PLACE = "\\p{Lu}[\\p{L}.'’ -]{1,40}?(?:,? \\(\\p{Lu}[\\p{L}.'’ -]{1,30}\\)|, \\p{Lu}[\\p{L}. ]{1,25}?)?";
const DATE = `\\d{1,2} ${MONTH}(?:,? \\d{2,4})?|${MONTH} \\d{1,2}(?:,? \\d{4})?`;
const AGENCY = '\\([^()\\n]{2,60}\\)|\\[[^()[\\]\\n]{2,60}\\)|/[\\p{L} ]{2,30}/';
const HEAD = new RegExp(
  `^\\s*(?<place>${PLACE})(?:,? (?<date>${DATE}))?,?(?:\\s?(?<agency>${AGENCY}))?\\s?(?<mark>--|—|–|_|-(?=\\s)|:(?=\\s))\\s*(?:\\[[^\\]\\n]{0,240}\\]\\s*)*`,
  'iu',
);
/** "Feb. 23, 2015 -- Scientists have …". */
const DATE_HEAD = new RegExp(`^\\s*(?<date>${DATE})\\s?(?:--|—|–)\\s*`, 'iu');
const HEAD_MAX_CHARS = 600;

/** Finds the dateline at the start of a paragraph: a place, then a date or an agency, then a dash; or a date and a dash. */
export function datelineOf(text: string, [start, end]: Span): Dateline | undefined {
  const opening = text.slice(start, Math.min(end, start + HEAD_MAX_CHARS));
  const day = DATE_HEAD.exec(opening);
  if (day) {
    const dateAt = start + opening.indexOf(day.groups?.['date'] ?? '');
    const date = [dateAt, dateAt + (day.groups?.['date'] ?? '').length] as const;
    return { span: [start, start + day[0].length], date, place: undefined };
  }
  const match = HEAD.exec(opening);
  if (!match || !/^\s*\p{Lu}/u.test(opening)) return undefined;
  const { place = '', date, agency, mark = '' } = match.groups ?? {};
  const placeAt = start + opening.indexOf(place);
  const found = datelinePlace(text, [placeAt, placeAt + place.length]);
  if (!isDateline(place, { isSigned: date !== undefined || agency !== undefined, mark, isKnown: found !== undefined }))
    return undefined;
  const dateAt = placeAt + opening.slice(placeAt - start).indexOf(date ?? '');
  return {
    span: [start, start + match[0].length],
    date: date === undefined ? undefined : [dateAt, dateAt + date.length],
    place: found,
  };
}

/** The dateline of an article's first paragraph. */
export function openingDateline({ source, blocks }: Pick<Article, 'source' | 'blocks'>): Dateline | undefined {
  const opening = blocks.find(({ kind }) => kind === 'paragraph');
  return opening && datelineOf(source, opening.span);
}

/** "LYON —" is a dateline; "LYON:" and "Lyon, France —" are if the gazetteer knows the place. */
function isDateline(
  place: string,
  { isSigned, mark, isKnown }: { isSigned: boolean; mark: string; isKnown: boolean },
): boolean {
  // "WASHINGTON (Reuters)": what is in brackets may be an agency, which has its own letters.
  const named = place.replace(/\s*\([^()]*\)$/u, '');
  const isShouted = named === named.toUpperCase() && /\p{Lu}{3}/u.test(named);
  if (mark === ':') return isKnown && isShouted;
  return isSigned || isShouted || (isKnown && place.includes(',') && /^(?:--|—|–)$/u.test(mark));
}

function datelinePlace(text: string, span: Span): Place | undefined {
  const written = text.slice(...span);
  const shown = written === written.toUpperCase() ? titleCase(written) : written;
  const lead = 'In ';
  const first = placesIn(lead + shown, [0, lead.length + shown.length]).find(({ kind }) => kind !== 'named');
  if (!first) return undefined;
  // "WEXBY, Oregon": a town that the gazetteer lacks, of a state or country that it has.
  const [town] = shown.split(',');
  const isWithin = town !== undefined && first.span[0] > lead.length + town.length && first.kind !== 'city';
  if (isWithin) return { ...first, span, name: town.toLowerCase(), kind: 'named' };
  const shift = span[0] - lead.length;
  return { ...first, span: [first.span[0] + shift, first.span[1] + shift] };
}

/** Capitalizes an all-capitals text like a name; offsets stay. */
function titleCase(written: string): string {
  return written.replace(/(?<=\p{L})\p{L}/gu, (letter) => letter.toLowerCase());
}
