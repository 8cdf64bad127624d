import { dateExpressions } from '../../language/dates/dateExpressions.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import { edtfInterval, type DayInterval } from '../dates/edtfInterval.ts';
import { placesIn } from '../places/places.ts';
import type { AskedWord, SourcedEvent } from './eventQuery.ts';
import { says } from './fits.ts';
import { kindsAsked } from './kindsAsked.ts';
import { sentenceOf } from './sentenceOf.ts';

/** What a question in free words asks for. */
export interface Asked {
  readonly days: DayInterval;
  readonly places: readonly string[];
  readonly words: readonly AskedWord[];
}

/** Words about the asking itself. */
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

/** Extracts days, places and words from a question; relative dates are resolved against `now`. */
export function parseAbout(about: string, { items, now }: { items: readonly SourcedEvent[]; now: string }): Asked {
  const dates = dateExpressions(about, { reference: now }).flatMap(({ span, text, edtf }) => {
    const covered = edtf === null ? undefined : edtfInterval(edtf);
    return covered ? [{ span, text, covered }] : [];
  });
  let days: DayInterval = [-Infinity, Infinity];
  let rest = about;
  for (const { span, covered, text } of dates) {
    const before = about.slice(0, span[0]);
    days = overlapOfDays(days, directed(covered, before));
    rest = rest.replace(text, ' '.repeat(text.length));
  }
  const relation = dates.length === 0 ? /^(.*?)\b(before|after|since|until)\s+(?:the\s+)?(.+)$/iu.exec(about) : null;
  const [, asked = '', direction = '', event = ''] = relation ?? [];
  const anchor = relation && anchorDays(wordsOf(event), items);
  if (anchor) {
    days = directed(anchor, `${direction} `);
    rest = asked;
  }
  const places = placesIn(titled(rest), [0, rest.length]).map(({ span }) => rest.slice(...span));
  const without = places.reduce((text, place) => text.replace(place, ' '), rest);
  return { days, places, words: wordsOf(without) };
}

/** Returns the days of the only dated event that the words describe. */
function anchorDays(words: readonly AskedWord[], items: readonly SourcedEvent[]): DayInterval | undefined {
  if (words.length === 0) return undefined;
  const found = items.flatMap((item) => {
    const edtf = item.event.date?.edtf ?? undefined;
    return edtf !== undefined && words.every((word) => says(item, word, sentenceOf(item))) ? [edtf] : [];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? undefined : edtfInterval(only);
}

function wordsOf(text: string): readonly AskedWord[] {
  const stops = stopWordsOf('en');
  return tokensOf(text)
    .filter((token) => !token.joined && !stops.has(token.text) && !ASKING.has(token.text))
    .map(({ text: typed }) => ({ typed, stem: stemmerFor('en')(typed), kinds: kindsAsked(typed) }));
}

/** Capitalizes names typed in lower case, so that places are found in them; offsets stay. */
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

function overlapOfDays(a: DayInterval, b: DayInterval): DayInterval {
  return [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}
