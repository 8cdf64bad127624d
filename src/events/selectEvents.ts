import { dateExpressions } from '../language/dates/dateExpressions.ts';
import { fold } from '../language/fold.ts';
import { stemmerFor } from '../language/stem.ts';
import { stopWordsOf } from '../language/stopWords.ts';
import { tokensOf } from '../language/tokens.ts';
import { edtfInterval, type DayInterval } from './edtfInterval.ts';
import type { ExtractedEvent } from './extractEvents.ts';
import { placeNamed } from './gazetteer.ts';
import { placesIn } from './places.ts';
import { familyOf } from './sentenceEvents.ts';
import { TRIGGERS } from './triggers.ts';

/** What to look for. Everything given must hold. */
export interface EventQuery {
  /** Free words: "attacks in Iran", "arrests this summer", "since March 2023". Dates and places in them are understood. */
  readonly about?: string | undefined;
  /** The first day that matters, as EDTF or in words. */
  readonly from?: string | undefined;
  /** The last day that matters, as EDTF or in words. */
  readonly to?: string | undefined;
  /** A place; a country takes in the places that are known to lie in it. */
  readonly place?: string | undefined;
  /** Somebody who acts, or is named in the sentence. */
  readonly who?: string | undefined;
}

/** An event with the source that its spans point into. */
export interface SourcedEvent {
  readonly event: Omit<ExtractedEvent, 'status'>;
  readonly source: string;
}

/** The events asked for, by date; or the option that could not be understood. */
export type EventSelection<Item extends SourcedEvent> =
  | { readonly kind: 'events'; readonly events: readonly Item[]; readonly unmatched: readonly string[] }
  | { readonly kind: 'invalid'; readonly option: 'from' | 'to' };

/** Picks events by words, dates, place and people, and orders them by date, the undated last. `now` is `YYYY-MM-DD`. */
export function selectEvents<Item extends SourcedEvent>(
  items: readonly Item[],
  query: EventQuery,
  now: string,
): EventSelection<Item> {
  const from = query.from === undefined ? undefined : daysOf(query.from, now);
  const to = query.to === undefined ? undefined : daysOf(query.to, now);
  if (query.from !== undefined && !from) return { kind: 'invalid', option: 'from' };
  if (query.to !== undefined && !to) return { kind: 'invalid', option: 'to' };
  const asked = parseAbout(query.about ?? '', { items, now });
  const bounds: DayInterval = [
    Math.max(from?.[0] ?? -Infinity, asked.days[0]),
    Math.min(to?.[1] ?? Infinity, asked.days[1]),
  ];
  const bounded = bounds[0] !== -Infinity || bounds[1] !== Infinity;
  const places = [...asked.places, ...(query.place === undefined ? [] : [query.place])];
  const fitting = items.filter(
    (item) =>
      (!bounded || isWithin(item, bounds)) &&
      places.every((place) => isAt(item, place)) &&
      (query.who === undefined || isBy(item, query.who)),
  );
  const matched = fitting.filter((item) => asked.words.every((word) => says(item, word)));
  const unmatched = asked.words.filter((word) => !items.some((item) => says(item, word))).map(({ typed }) => typed);
  return { kind: 'events', events: matched.sort(byDate), unmatched };
}

interface AskedWord {
  readonly typed: string;
  readonly stem: string;
  /** The family of kinds that the word names: "attacks" asks for bombings and shootings too. */
  readonly family: string | undefined;
}

interface Asked {
  readonly days: DayInterval;
  readonly places: readonly string[];
  readonly words: readonly AskedWord[];
}

/** Words that are about the asking. */
const ASKING = new Set([
  'happen',
  'happened',
  'event',
  'events',
  'occurred',
  'anything',
  'timeline',
  'list',
  'when',
  'did',
]);

function parseAbout(about: string, { items, now }: { items: readonly SourcedEvent[]; now: string }): Asked {
  const dates = dateExpressions(about, { reference: now }).filter(({ edtf }) => edtf !== null && edtfInterval(edtf));
  let days: DayInterval = [-Infinity, Infinity];
  let rest = about;
  for (const { span, edtf, text } of dates) {
    const before = about.slice(0, span[0]);
    days = narrowed(days, directed(edtfInterval(edtf!)!, before));
    rest = rest.replace(text, ' '.repeat(text.length));
  }
  const relation = dates.length === 0 ? /^(.*?)\b(before|after|since|until)\s+(?:the\s+)?(.+)$/iu.exec(about) : null;
  const anchor = relation && anchorDays(wordsOf(relation[3]!), items);
  if (relation && anchor) {
    days = directed(anchor, `${relation[2]!} `);
    rest = relation[1]!;
  }
  const places = placesIn(titled(rest), [0, rest.length]).map(({ span }) => rest.slice(...span));
  const without = places.reduce((text, place) => text.replace(place, ' '), rest);
  return { days, places, words: wordsOf(without) };
}

/** Gives the days of the one dated event that the words tell of. */
function anchorDays(words: readonly AskedWord[], items: readonly SourcedEvent[]): DayInterval | undefined {
  const found = items.filter(
    (item) => words.length > 0 && item.event.date?.edtf != null && words.every((word) => says(item, word)),
  );
  return found.length === 1 ? edtfInterval(found[0]!.event.date!.edtf!) : undefined;
}

function wordsOf(text: string): readonly AskedWord[] {
  const stops = stopWordsOf('en');
  return tokensOf(text)
    .filter((token) => !token.joined && !stops.has(token.text) && !ASKING.has(token.text))
    .map(({ text: typed }) => {
      const trigger = TRIGGERS.get(typed)?.find(({ weak }) => !weak);
      return { typed, stem: stemmerFor('en')(typed), family: trigger && familyOf(trigger.kind) };
    });
}

/** Gives names that are typed in small letters their capitals, so that places are found in them; offsets stay. */
function titled(text: string): string {
  return text.replace(/(?<=\b(?:in|at|near|from)\s(?:the\s)?(?:\p{L}+\s)?)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function directed([first, last]: DayInterval, before: string): DayInterval {
  if (/\b(?:since|from|starting)\s+(?:the\s+)?$/iu.test(before)) return [first, Infinity];
  if (/\bafter\s+(?:the\s+)?$/iu.test(before)) return [last + 1, Infinity];
  if (/\bbefore\s+(?:the\s+)?$/iu.test(before)) return [-Infinity, first - 1];
  if (/\b(?:until|till|up to|to)\s+(?:the\s+)?$/iu.test(before)) return [-Infinity, last];
  return [first, last];
}

function narrowed(a: DayInterval, b: DayInterval): DayInterval {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

/** Reads an option's date: EDTF, or words such as "March 2023" and "last summer". */
function daysOf(written: string, now: string): DayInterval | undefined {
  const exact = edtfInterval(written.trim());
  if (exact) return exact;
  const [found] = dateExpressions(written, { reference: now });
  return found?.edtf == null ? undefined : edtfInterval(found.edtf);
}

function isWithin({ event }: SourcedEvent, [first, last]: DayInterval): boolean {
  const days = event.date?.edtf == null ? undefined : edtfInterval(event.date.edtf);
  return days !== undefined && days[0] <= last && days[1] >= first;
}

function isAt({ event, source }: SourcedEvent, place: string): boolean {
  const wanted = fold(place).trim();
  const named = placeNamed(place);
  if (event.places.some(({ text }) => holds(fold(text), wanted))) return true;
  if (holds(fold(event.label), wanted) || holds(fold(source.slice(...event.span)), wanted)) return true;
  if (named?.kind !== 'country') return false;
  return event.places.some(({ text }) => placeNamed(text.split(',', 1)[0]!)?.country === named.country);
}

function isBy({ event, source }: SourcedEvent, who: string): boolean {
  const wanted = fold(who).trim();
  return event.actors.some(({ text }) => holds(fold(text), wanted)) || holds(fold(source.slice(...event.span)), wanted);
}

function holds(text: string, wanted: string): boolean {
  const at = text.indexOf(wanted);
  return (
    at !== -1 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + wanted.length] ?? ' ')
  );
}

function says({ event, source }: SourcedEvent, { stem: wanted, family }: AskedWord): boolean {
  if (family !== undefined && familyOf(event.kind) === family) return true;
  const told = [
    event.label,
    event.kind,
    ...event.places.map(({ text }) => text),
    ...event.actors.map(({ text }) => text),
    source.slice(...event.span),
  ];
  const stem = stemmerFor('en');
  return told.some((text) => tokensOf(text).some((token) => stem(token.text) === wanted || token.text === wanted));
}

/** Orders by first day, then last; what has no date comes last, as the text has it. */
function byDate(a: SourcedEvent, b: SourcedEvent): number {
  const [x, y] = [sortDay(a), sortDay(b)];
  if (x === y) return a.event.span[0] - b.event.span[0];
  return x - y;
}

function sortDay({ event }: SourcedEvent): number {
  const days = event.date?.edtf == null ? undefined : edtfInterval(event.date.edtf);
  if (!days) return Number.MAX_SAFE_INTEGER;
  return days[0] === -Infinity ? days[1] : days[0];
}
