import { stemmerFor } from '../../language/words/stem.ts';
import { isKnownStem } from '../../language/words/wordList.ts';
import type { Span } from '../../language/span.ts';
import { placeNamed } from './gazetteer.ts';

/** A sentence with fewer letters may be a name in capitals. */
const MIN_LETTERS = 20;
const MAX_SMALL_SHARE = 0.05;
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

/**
 * Restores normal case in all-capitals sentences, so that names can be told from words: places, and words that the word
 * list does not know, keep a capital. Every character stays at its offset.
 */
export function recased(source: string, sentences: readonly Span[]): string {
  let text = '';
  let end = 0;
  for (const [from, to] of sentences) {
    const written = source.slice(from, to);
    if (from < end || !isShouted(written)) continue;
    text += source.slice(end, from) + spoken(written);
    end = to;
  }
  return end === 0 ? source : text + source.slice(end);
}

function isShouted(written: string): boolean {
  const letters = written.match(/\p{L}/gu)?.length ?? 0;
  const small = written.match(/\p{Ll}/gu)?.length ?? 0;
  return letters >= MIN_LETTERS && small <= letters * MAX_SMALL_SHARE;
}

function spoken(written: string): string {
  let first = true;
  return written.replace(WORD, (word) => {
    const small = word.toLowerCase();
    if (small.length !== word.length) return word;
    const capital = first || isKnownName(small);
    first = false;
    return capital ? word.slice(0, 1) + small.slice(1) : small;
  });
}

function isKnownName(word: string): boolean {
  const plain = word.replace(/['’].*$/u, '');
  const kind = placeNamed(plain)?.kind;
  if (kind === 'country' || kind === 'city' || kind === 'region') return plain.length > 2;
  return plain.length > 1 && !isKnownStem(stemmerFor('en')(plain)) && !isKnownStem(plain);
}
