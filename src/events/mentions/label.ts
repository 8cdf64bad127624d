import type { Span } from '../../language/span.ts';
import type { Mention } from './mention.ts';
import type { Place } from '../places/places.ts';
import { inOneClause, spanOfWords, wordAt, type Sentence, type Word } from './sentence.ts';

/** Labels are truncated where they are shown; these limits keep them from repeating the whole sentence. */
const OBJECT_MAX_WORDS = 9;
const WITH_PLACES_MAX_WORDS = 18;
const PLACE_GAP_WORDS = 4;
const MODIFIERS_MAX_WORDS = 4;
const OBJECT_ENDS =
  /^(?:in|at|on|near|during|after|before|since|when|while|where|who|which|that|because|as|from|for|with|by|citing|saying|was|were|is|are|has|have|had|last|this|yesterday|today|early|late|and|but|prior|over|aimed|focused|based|targeting)$/u;
const COMPLEMENT = /^(?:of|on|against|at|to|by|in)$/u;
const CARRIES_ON = /^(?:of|on|against|at|to|by)$/u;
const NOT_MODIFIER =
  /^(?:the|an?|in|at|on|of|for|after|before|by|to|and|or|its|his|her|their|our|this|that|these|those|with|from|against|such|other|any|than|as|who|which|was|were|is|are|has|have|had|conducted|prior|including|be|following|amid|despite|during)$/u;
const DANGLING =
  /^(?:of|on|against|at|to|in|the|an?|and|or|for|with|by|from|its|their|his|her|that|is|are|was|were|than|it|a)$/u;

/** The parts of a label. */
export interface Labelled {
  readonly mention: Mention;
  readonly sentence: Sentence;
  readonly places: readonly Place[];
  /** The span of the event's date; a label ends before it. */
  readonly date: Span | undefined;
  /** The sentence names several places, and this event is at one of them. */
  readonly split: boolean;
}

/**
 * Names an event in the source's own words: the trigger with its object, and after " · " the places that those words do
 * not include.
 */
export function labelOf(text: string, { mention, sentence: { words }, places, date, split }: Labelled): string {
  const trigger = wordAt(words, mention.at).span;
  const after = date !== undefined && date[0] > trigger[0] ? date : undefined;
  const span = widened(phraseOf(words, mention), { words, places: split ? [] : places, date: after });
  const phrase = text
    .slice(...span)
    .replace(/\s+/gu, ' ')
    .replace(/[,;:.]$/u, '');
  const missing = places.filter((place) => place.span[0] >= span[1] || place.span[1] <= span[0]);
  return [phrase, ...(missing.length === 0 ? [] : [missing.map((place) => text.slice(...place.span)).join(', ')])].join(
    ' · ',
  );
}

function phraseOf(words: readonly Word[], mention: Mention): Span {
  const { at, from, passive, trigger } = mention;
  if (trigger.word === 'noun') return nounPhrase(words, mention);
  if (passive || (trigger.form === 'past' && words[at + 1]?.text === 'by')) return passivePhrase(words, at, from);
  return [wordAt(words, at).span[0], trimmedEnd(words, at, objectEnd(words, mention))];
}

/** Where the object of a verb ends; the object of a reporting verb includes what is said. */
function objectEnd(words: readonly Word[], { at, trigger: { kind } }: Mention): number {
  const says = /^(?:warning|statement|threat|order)$/u.test(kind);
  let end = at + 1;
  while (end < words.length && end - at <= OBJECT_MAX_WORDS) {
    const word = wordAt(words, end);
    const name = word.capital && wordAt(words, end - 1).capital;
    const list = word.capital || (/^(?:and|the)$/u.test(word.text) && wordAt(words, end - 1).capital);
    if (says ? word.clause > wordAt(words, at).clause + 2 : word.clause !== wordAt(words, at).clause && !name) break;
    if (word.afterMark && end > at + 1 && !list && !says) break;
    const pair = word.text === 'and' && words[end + 2]?.text === 'of';
    if (OBJECT_ENDS.test(word.text) && end > at + 1 && !list && !says && !pair) break;
    end += 1;
  }
  while (
    end < words.length &&
    wordAt(words, end).capital &&
    wordAt(words, end - 1).capital &&
    !wordAt(words, end).afterMark
  )
    end += 1;
  return end;
}

function passivePhrase(words: readonly Word[], at: number, from: number): Span {
  let start = from;
  while (start > 0 && from - start < 6 && inOneClause(words, start - 1, from) && !wordAt(words, start).afterMark)
    start -= 1;
  while (
    start < from &&
    /^(?:and|but|that|the|an?|when|where|after|before|while|who|which)$/u.test(wordAt(words, start).text)
  )
    start += 1;
  return spanOfWords(words, start, at);
}

function nounPhrase(words: readonly Word[], { at, support, modality }: Mention): Span {
  let start = at;
  const near = (index: number): boolean => inOneClause(words, index - 1, at) && !wordAt(words, index).afterMark;
  while (
    start > 0 &&
    at - start < MODIFIERS_MAX_WORDS &&
    near(start) &&
    !NOT_MODIFIER.test(wordAt(words, start - 1).text)
  )
    start -= 1;
  const foiled = modality === 'foiled' && support !== undefined;
  if (foiled || (support !== undefined && support >= start)) start = support;
  let end = at + 1;
  const longest = foiled ? OBJECT_MAX_WORDS + 6 : OBJECT_MAX_WORDS;
  while (end < words.length && end - at <= longest && inOneClause(words, end, at) && !wordAt(words, end).afterMark) {
    const { text, capital } = wordAt(words, end);
    if (
      !foiled &&
      !capital &&
      end > at + 3 &&
      wordAt(words, end - 1).capital &&
      wordAt(words, end - 2).capital &&
      !CARRIES_ON.test(text)
    )
      break;
    if (
      end === at + 1
        ? !COMPLEMENT.test(text)
        : OBJECT_ENDS.test(text) && !(foiled && (CARRIES_ON.test(text) || text === 'and'))
    )
      break;
    end += 1;
  }
  return [wordAt(words, start).span[0], trimmedEnd(words, at, end)];
}

/** Extends the label to the event's places if they follow soon, and never into its date. */
function widened(
  [start, end]: Span,
  { words, places, date }: Pick<Labelled, 'places' | 'date'> & { words: readonly Word[] },
): Span {
  const first = words.findIndex((word) => word.span[0] >= start);
  let to = end;
  for (const place of places) {
    const between = words.filter((word) => word.span[0] >= to && word.span[1] <= place.span[0]);
    const length = words.findIndex((word) => word.span[1] >= place.span[1]) - first;
    const dated = date !== undefined && date[0] >= start && date[0] < place.span[1] && date[0] >= to;
    if (place.span[0] >= to && between.length <= PLACE_GAP_WORDS && length < WITH_PLACES_MAX_WORDS && !dated)
      to = place.span[1];
  }
  if (!date || date[0] <= start || date[0] >= to) return [start, to];
  const last = words.findLastIndex((word) => word.span[1] <= date[0]);
  return [start, trimmedEnd(words, first, last + 1)];
}

/** Drops a preposition or article at the end. */
function trimmedEnd(words: readonly Word[], at: number, end: number): number {
  let last = end - 1;
  while (last > at && DANGLING.test(wordAt(words, last).text)) last -= 1;
  const word = wordAt(words, last);
  return word.possessive ? word.span[0] + word.text.length : word.span[1];
}
