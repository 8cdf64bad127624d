import type { Article } from '../../../article/article.ts';
import { foldedString } from '../../../language/folding/foldedString.ts';
import { LINE_END_HYPHEN } from '../../../language/folding/foldText.ts';
import type { Skeleton } from '../../../language/folding/looseFolding.ts';
import { struckSpans } from '../../../language/struck.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import { runHashes } from './wordHashes.ts';
import { BLOCK_KEYS } from './wordKeys.ts';

/** An article's folded text, its blocks parted by one space, and which words are in which block. */
export interface FoldedArticle {
  readonly article: Article;
  readonly text: string;
  /** Where each block starts in `text`. */
  readonly offsets: Uint32Array;
  /** Sorted keys, each a word's hash and the block it is in; struck-out words, which `text` lacks, are among them. */
  readonly words: Float64Array;
  /** Lines of it end in hyphens. */
  readonly hyphenated: boolean;
  skeleton?: Skeleton;
}

/** Characters that are folded in one step. */
const STEP_CHARS = 20_000;

const foldedArticles = new WeakMap<Article, FoldedArticle>();

/** Folds an article and looks its words up; what was done once is kept as long as the article. */
export function* foldedArticle(article: Article): Steps<FoldedArticle> {
  const known = foldedArticles.get(article);
  if (known) return known;
  const texts: string[] = [];
  const offsets = new Uint32Array(article.blocks.length);
  const keys: number[] = [];
  let [length, since] = [0, 0];
  for (const [block, { span }] of article.blocks.entries()) {
    const source = article.source.slice(...span);
    const text = foldedString(source);
    const struck = struckSpans(source).map(([from, to]) => foldedString(source.slice(from + 2, to - 2)));
    for (const hash of [text, ...struck].flatMap((part) => runHashes(part))) keys.push(hash * BLOCK_KEYS + block);
    offsets[block] = length;
    texts.push(text);
    length += text.length + 1;
    since += text.length;
    if (since < STEP_CHARS) continue;
    since = 0;
    yield;
  }
  const sorted = new Float64Array(keys).sort();
  const words = sorted.filter((key, index) => index === 0 || key !== sorted[index - 1]);
  const text = texts.join(' ');
  const folded = { article, text, offsets, words, hyphenated: text.includes(LINE_END_HYPHEN) };
  foldedArticles.set(article, folded);
  yield;
  return folded;
}
