import { isTextBlock } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import type { Collection } from './index/collection.ts';
import type { IndexedArticle } from './index/indexedArticle.ts';
import { hasUnspaced, holdsLiteral, literal } from './literal.ts';
import { wantedWords } from './query/wantedWords.ts';
import { createMeter } from '../runtime/steps/createMeter.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/** Where an article has the words of a text, across sentences and paragraphs, or in a heading, title or credit. */
interface AcrossPlace {
  readonly indexed: IndexedArticle;
  /** From the start of a sentence or block to the end of one. */
  readonly span: Span;
}

export interface AcrossResult {
  /** The first place in each article, in the articles' order. */
  readonly places: readonly AcrossPlace[];
  /**
   * False if some text was not read because there was too much, or if a title that is not in the text has the words.
   */
  readonly complete: boolean;
}

/** Which part of an article to search; undefined for none of it. */
export type SpanIn = (indexed: IndexedArticle) => Span | undefined;

/** Shorter parts of hyphenated words are not indexed, so the index cannot say that they are missing. */
const INDEXED_MIN_CHARS = 3;
/** Maximum number of characters read. Reading takes about 30 ns per character. */
const MAX_CHARS = 200_000;
/** The cost of reading a character, in scanned words. */
const READING_WORK = 4;

/**
 * Finds in steps an exact text in articles, across sentences, paragraphs and headings. Reads only articles that contain
 * all of its words, and only as many as one answer has time for.
 */
export function* findAcross(text: string, collection: Collection, spanIn: SpanIn): Steps<AcrossResult> {
  const wanted = literal(text);
  if (wanted === '') return { places: [], complete: true };
  const needed = wantedWords(text, collection)
    .filter(({ token }) => token.text.length >= INDEXED_MIN_CHARS && !hasUnspaced(token.text))
    .map(({ ids }) => ids);
  const places: AcrossPlace[] = [];
  let read = 0;
  let complete = true;
  const meter = createMeter();
  for (const indexed of collection.articles.values()) {
    const span = spanIn(indexed);
    if (meter.spend(indexed.terms.length + 1)) yield;
    if (!span || !needed.every((ids) => holds(indexed, ids))) continue;
    read += span[1] - span[0];
    if (read > MAX_CHARS) return { places, complete: false };
    if (meter.spend(READING_WORK * (span[1] - span[0]))) yield;
    const { source, title } = indexed.article;
    if (holdsLiteral(literal(source.slice(...span)), wanted))
      places.push({ indexed, span: narrowestHolding(indexed, span, wanted) });
    else if (holdsLiteral(literal(title), wanted)) complete = false;
  }
  return { places, complete };
}

function holds({ terms, besideTerms }: IndexedArticle, ids: ReadonlySet<number>): boolean {
  for (const id of ids) if (terms.includes(id) || besideTerms.includes(id)) return true;
  return false;
}

/** Trims the match to whole sentences and blocks. */
function narrowestHolding({ article: { blocks, source } }: IndexedArticle, [from, to]: Span, wanted: string): Span {
  const units = blocks
    .filter(({ span: [start, end] }) => from <= start && end <= to)
    .flatMap((block): readonly Span[] => {
      if (!isTextBlock(block)) return [block.span];
      return [...block.sentences, ...(block.kind === 'caption' && block.credit ? [block.credit] : [])];
    });
  const holds = (start: number, end: number): boolean => holdsLiteral(literal(source.slice(start, end)), wanted);
  const first = lastThat(units.length, (at) => holds(units[at]![0], to));
  const start = units[first]?.[0] ?? from;
  const last =
    units.length - 1 - lastThat(units.length - first, (at) => holds(start, units[units.length - 1 - at]![1]));
  return [start, units[last]?.[1] ?? to];
}

/** Finds the last index for which a condition is true; it must be true of 0 and of every index before such an index. */
function lastThat(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
