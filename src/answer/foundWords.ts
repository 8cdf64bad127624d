import { foldText } from '../language/folding/foldText.ts';
import { sourceSpan } from '../language/folding/foldedText.ts';
import type { Span } from '../language/span.ts';
import { stemmerFor } from '../language/words/stem.ts';
import { stopWordsOf } from '../language/words/stopWords.ts';
import { tokensOf } from '../language/words/tokens.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { hasUnspaced } from '../search/literal.ts';

/** Finding runs takes time proportional to the product of both lengths; in longer texts each word counts by itself. */
const MAX_CELLS = 50_000;

interface Word {
  readonly span: Span;
  /** Words with the same key are taken for the same: by their stem, common words and acronyms ("US") by their letters. */
  readonly key: string;
  /** Whether it says something by itself. */
  readonly says: boolean;
}

/** Words of a text, by position, that were typed in this order. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Finds what was typed in a text, as spans in order that do not overlap: all of it where it is there in this order, or else its words,
 * inflected or not, with the common words between them that are the same.
 */
export function foundWords(typed: string, text: string, language: string): readonly Span[] {
  const wanted = readWords(typed, language);
  // Where no space parts words, the same characters can be other words.
  if (wanted.length === 0 || hasUnspaced(typed)) {
    const found = foldedPlaces(typed, text);
    if (found.length > 0 || wanted.length === 0) return found;
  }
  const words = readWords(text, language);
  const isWhole = ({ first, last }: Run): boolean => last - first + 1 === wanted.length;
  const asTyped = longestRuns(wanted, words);
  // Capitals may be those of acronyms, or of somebody who shouts.
  const lowered = asTyped.some(isWhole) ? [] : longestRuns(readWords(typed.toLowerCase(), language), words);
  const whole = [...asTyped, ...lowered].filter(isWhole);
  const saying = asTyped.filter(({ first, last }) => words.slice(first, last + 1).some(({ says }) => says));
  return inOrder(
    (whole.length > 0 ? whole : saying).map(({ first, last }): Span => [
      entryAt(words, first).span[0],
      entryAt(words, last).span[1],
    ]),
  );
}

function readWords(text: string, language: string): readonly Word[] {
  const stop = stopWordsOf(language);
  const stem = stemmerFor(language);
  return tokensOf(text, language)
    .filter(({ joined }) => !joined)
    .map(({ text: word, span }) => {
      const isCommon = stop.has(word);
      const written = text.slice(...span);
      // One letter, such as "I" or "A", is no acronym.
      const isAcronym = word.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase();
      if (isCommon && isAcronym) return { span, key: word.toUpperCase(), says: true };
      return { span, key: isCommon ? word : stem(word), says: !isCommon };
    });
}

/** Lists the runs of words that both texts have, each as long as it goes on; within long texts, single words. */
function longestRuns(wanted: readonly Word[], words: readonly Word[]): readonly Run[] {
  const isLong = wanted.length * words.length > MAX_CELLS;
  const places = Map.groupBy(wanted.keys(), (at) => entryAt(wanted, at).key);
  const runs: Run[] = [];
  let open = new Map<number, number>();
  for (const [index, { key }] of words.entries()) {
    const going = new Map<number, number>();
    const [one] = places.get(key) ?? [];
    for (const at of isLong ? [] : (places.get(key) ?? [])) going.set(at, open.get(at - 1) ?? index);
    if (isLong && one !== undefined) runs.push({ first: index, last: index });
    for (const [at, first] of open) if (!going.has(at + 1)) runs.push({ first, last: index - 1 });
    open = going;
  }
  for (const first of open.values()) runs.push({ first, last: words.length - 1 });
  return runs;
}

/** Finds a text letter for letter, but for typography. */
function foldedPlaces(typed: string, text: string): readonly Span[] {
  const wanted = foldText(typed.trim()).text;
  if (wanted === '') return [];
  const folded = foldText(text);
  const found: Span[] = [];
  for (let at = folded.text.indexOf(wanted); at !== -1; at = folded.text.indexOf(wanted, at + wanted.length))
    found.push(sourceSpan(folded, [at, at + wanted.length]));
  return inOrder(found);
}

/** Puts spans in order and joins those that overlap. */
function inOrder(spans: readonly Span[]): readonly Span[] {
  const result: [number, number][] = [];
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
