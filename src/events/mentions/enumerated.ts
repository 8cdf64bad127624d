import type { Mention } from './mention.ts';
import type { Place } from '../places/places.ts';
import { spanOfWords, wordAt, type Sentence } from './sentence.ts';
import type { EventMention } from './eventMention.ts';

const ITEM = /(?:^|,\s+|\s+and\s+|,\s+and\s+)(?=(?:one|another|others|a second|a third|two|several)\s)/giu;
const FOILED = /\b(?:foiled|thwarted|averted|prevented|disrupted|failed)\s/iu;

/**
 * Finds the events of a list such as "foiled plots include one in A, one targeting B, and others in C and D": one per
 * item.
 */
export function enumerated(
  text: string,
  { sentence, mentions, places }: { sentence: Sentence; mentions: readonly Mention[]; places: readonly Place[] },
): readonly EventMention[] {
  const { words, span } = sentence;
  const head = mentions.find(
    ({ trigger, at }) =>
      trigger.word === 'noun' &&
      trigger.form === 'plural' &&
      /^(?:include|included|were|are|such)$/u.test(words[at + 1]?.text ?? ''),
  );
  if (!head) return [];
  const start = wordAt(words, head.at + 1).span[1] + 1;
  const list = text.slice(start, span[1]);
  const borders = Array.from(list.matchAll(ITEM), (match) => match.index + match[0].length);
  if (borders.length < 2) return [];
  const opening = text.slice(span[0], start);
  return borders.flatMap((border, index) => {
    const from = start + border;
    const to = start + (borders[index + 1] ?? list.length);
    const own = places.filter((place) => place.span[0] >= from && place.span[1] <= to);
    const item = text
      .slice(from, to)
      .replace(/[\s,.;]+$/u, '')
      .replace(/,?\s+and$/u, '');
    const each =
      own.length > 1
        ? own.map((place) => ({ place: [place], label: text.slice(...place.span) }))
        : [{ place: own, label: item }];
    return each.map(({ place, label }): EventMention => ({
      label: `${text.slice(...nounSpan(sentence, head))} · ${label}`,
      kind: head.trigger.kind,
      modality: FOILED.test(opening) ? 'foiled' : head.modality,
      date: undefined,
      places: place,
      actors: [],
      span,
      trigger: place[0] && own.length > 1 ? place[0].span : [from, from + 3],
      mention: { ...head, trigger: { ...head.trigger, form: 'singular' }, finite: true },
      placed: place.length > 0,
      anaphoric: false,
      names: new Set(),
      weight: 5,
    }));
  });
}

function nounSpan({ words }: Sentence, { at }: Mention): readonly [number, number] {
  const from = FOILED.test(`${words[at - 1]?.text ?? ''} `) ? at - 1 : at;
  return spanOfWords(words, from, at);
}
