import type { Article } from '../../../article/article.ts';
import type { FoldedText } from '../../../language/folding/foldedText.ts';
import { foldsInPlace } from '../../../language/folding/foldedString.ts';
import { foldText } from '../../../language/folding/foldText.ts';
import type { Span } from '../../../language/span.ts';
import { atWordBorders } from '../../../language/words/wordBorders.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import type { QuoteIndex } from './quoteIndex.ts';
import { articlesHolding, rangesOf } from './articlesHolding.ts';
import { blockAt } from './blockAt.ts';
import type { FoldedArticle } from './foldedArticle.ts';

/** Where words are. */
export interface Place {
  readonly article: Article;
  /** In the article's source; may run over several blocks. */
  readonly span: Span;
  /** The source from the start of the first block to the end of the last one. */
  readonly around: Span;
  /** Where the match starts in the folding of `around`. */
  readonly at: number;
}

/** Places that are looked at between two steps. */
const STEP_PLACES = 20;

/** Ranges that are tried for each place that is wanted. */
const TRIES = 20;

/** Lists the places, at borders of words, whose text folds to `needle`; at most `limit`. */
export function* placesOf(index: QuoteIndex, needle: string, limit: number): Steps<readonly Place[]> {
  const places: Place[] = [];
  if (needle === '') return places;
  let tried = 0;
  for (const folded of yield* articlesHolding(index.articles, needle)) {
    for (const range of rangesOf(folded, needle)) {
      if ((tried += 1) % STEP_PLACES === 0) yield;
      const place = placeAt(index, folded, range);
      if (place) places.push(place);
      if (places.length >= limit || tried >= limit * TRIES) return places;
    }
  }
  return places;
}

/** Returns the place of a folded range, unless it cuts a word or a character. */
function placeAt(index: QuoteIndex, { article, offsets }: FoldedArticle, [from, to]: Span): Place | undefined {
  const [first, last] = [blockAt(offsets, from), blockAt(offsets, to - 1)];
  const { blocks, source } = article;
  const start = unitAt(index, article, [first, from - offsets[first]!]);
  const end = unitAt(index, article, [last, to - 1 - offsets[last]!]);
  if (!start || !end || start.inside || end.goesOn) return undefined;
  const span: Span = [start.span[0], end.span[1]];
  if (!atWordBorders(source, span)) return undefined;
  return { article, span, around: [blocks[first]!.span[0], blocks[last]!.span[1]], at: from - offsets[first]! };
}

interface Unit {
  readonly span: Span;
  /** It shares its character with the unit before it, or with the one after it. */
  readonly inside: boolean;
  readonly goesOn: boolean;
}

/** Returns where in the source a unit of a block's folding comes from; undefined past its end. */
function unitAt(index: QuoteIndex, article: Article, [block, unit]: readonly [number, number]): Unit | undefined {
  const offset = article.blocks[block]!.span[0];
  const folded = foldedBlock(index, article, block);
  if (!folded) return { span: [offset + unit, offset + unit + 1], inside: false, goesOn: false };
  const { starts, ends } = folded;
  if (unit >= starts.length) return undefined;
  return {
    span: [offset + starts[unit]!, offset + ends[unit]!],
    inside: unit > 0 && starts[unit] === starts[unit - 1],
    goesOn: unit + 1 < starts.length && starts[unit] === starts[unit + 1],
  };
}

function foldedBlock({ blocks }: QuoteIndex, article: Article, block: number): FoldedText | undefined {
  const key = `${article.id} ${block}`;
  if (blocks.has(key)) return blocks.get(key);
  const source = article.source.slice(...article.blocks[block]!.span);
  const folded = foldsInPlace(source) ? undefined : foldText(source);
  blocks.set(key, folded);
  return folded;
}
