import { isTextBlock, type Article } from '../../article/article.ts';
import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { cutBefore } from '../truncate.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/**
 * Splits a span at its sentence borders. The spans tile it: each one includes the white space after its sentence.
 */
export function sentenceSpans(article: Article, span: Span): readonly Span[] {
  const block = article.blocks[blockBefore(article.blocks, span[0])];
  if (!block || !isTextBlock(block)) return [span];
  const starts = block.sentences.flatMap(([start]) => (start > span[0] && start < span[1] ? [start] : []));
  const borders = [span[0], ...starts, span[1]];
  return borders.slice(0, -1).map((start, index) => [start, entryAt(borders, index + 1)]);
}

/** Finds the last block that starts at or before an offset; blocks are in order. */
function blockBefore(blocks: Article['blocks'], offset: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entryAt(blocks, middle).span[0] <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Returns the longest start of a sentence that `fits` on a page. It ends at a word's end if there is one in the second
 * half, never inside a grapheme, and has at least one character.
 */
export function* longestStart(source: string, [start, end]: Span, fits: (span: Span) => boolean): Steps<Span> {
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.ceil((low + high) / 2);
    if (fits([start, middle])) low = middle;
    else high = middle - 1;
    yield;
  }
  if (high > low && fits([start, high])) low = high;
  const text = source.slice(start, end);
  const whole = cutBefore(text, low - start) || firstCharacter(text);
  const word = text.slice(0, whole).search(/\s\S*$/u) + 1;
  return [start, start + (word > whole / 2 ? word : whole)];
}

function firstCharacter(text: string): number {
  const [first] = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, 64));
  // A grapheme too long for one message is cut between code points.
  return Math.min(first?.segment.length ?? 1, 64);
}

/** Index of the first span that ends after an offset; the number of spans if none does. */
export function firstAfter(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entryAt(sentences, middle)[1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
