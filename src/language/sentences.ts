import { trimmed, type Span } from './span.ts';
import { candidates } from './sentences/candidates.ts';
import { joins } from './sentences/joins.ts';
import { listItems } from './sentences/listItems.ts';
import { splits } from './sentences/splits.ts';
import { tails } from './sentences/tails.ts';
import type { Border, BorderPass } from './sentences/border.ts';
import { sentenceWords } from './sentences/words.ts';

/** In order: what belongs to the sentence before is moved there first, so that the joins see whole ends. */
const PASSES: readonly BorderPass[] = [candidates, tails, joins, splits, listItems];

/**
 * Splits a text into sentences: trimmed spans in order that together hold every non-blank character of it. A line break
 * ends a sentence only if it was not made by wrapping: after an empty line, before a list item, or where the next word
 * would have fitted. `language` is a BCP 47 tag, by default English. Linear time.
 */
export function sentences(text: string, language = 'en'): Span[] {
  const words = sentenceWords(language);
  const borders = PASSES.reduce<readonly Border[]>((found, pass) => pass(text, found, words), []);
  return spansBetween(text, borders);
}

function spansBetween(text: string, borders: readonly Border[]): Span[] {
  const [start, end] = trimmed(text, [0, text.length]);
  if (start === end) return [];
  const starts = [start, ...borders.map((border) => border.start)];
  return starts.map((from, index) => [from, borders[index]?.end ?? end]);
}
