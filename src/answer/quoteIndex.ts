import type { Article } from '../article/article.ts';
import { foldedString, foldText, sourceSpan, type FoldedText } from '../language/foldText.ts';
import type { Span } from '../language/span.ts';
import { atWordBorders } from '../language/wordBorders.ts';

/** Articles made ready for looking quotations up. */
export interface QuoteIndex {
  readonly articles: readonly FoldedArticle[];
}

/** An article's folded text, its blocks parted by one space, and which words stand in which block. */
export interface FoldedArticle {
  readonly article: Article;
  readonly text: string;
  /** Where each block starts in `text`. */
  readonly offsets: Uint32Array;
  /** Sorted keys, each a word's hash and the block it stands in. */
  readonly words: Float64Array;
}

/** Where words stand, with the folding of the blocks around them. */
export interface Place {
  readonly article: Article;
  /** In the article's source; may run over several blocks. */
  readonly span: Span;
  /** The source from the start of the first block to the end of the last one. */
  readonly around: Span;
  readonly folded: FoldedText;
  /** Where the match starts in `folded`. */
  readonly at: number;
}

/** A block that shares words with a quotation. */
export interface Candidate {
  readonly article: Article;
  readonly block: number;
  readonly score: number;
}

const foldedArticles = new WeakMap<Article, FoldedArticle>();

/**
 * Makes articles ready for `verify`: about 1 ms for each 10,000 characters, and once for each article. Quotations are
 * found by scanning the folded texts, nearest passages through the words of each block.
 */
export function createQuoteIndex(articles: Iterable<Article>): QuoteIndex {
  return { articles: Array.from(articles, foldedArticle) };
}

/** Words of a needle that are looked up before an article's whole text is scanned for it. */
const PROBES = 4;

/** Gives the articles whose folded text holds `needle`. */
export function articlesHolding(articles: readonly FoldedArticle[], needle: string): readonly FoldedArticle[] {
  const inner = needle.slice(needle.search(/[^\p{L}\p{M}\p{N}]|$/u)).replace(/[\p{L}\p{M}\p{N}]+$/u, '');
  const probes = inner
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, PROBES)
    .flatMap(runHashes);
  return articles.filter(({ text, words }) => probes.every((hash) => hasWord(words, hash)) && text.includes(needle));
}

/** Lists the places, at borders of words, whose text folds to `needle`; at most `limit`. */
export function placesOf({ articles }: QuoteIndex, needle: string, limit: number): readonly Place[] {
  const places: Place[] = [];
  if (needle === '') return places;
  for (const folded of articlesHolding(articles, needle)) {
    for (let at = folded.text.indexOf(needle); at !== -1; at = folded.text.indexOf(needle, at + 1)) {
      const place = placeAt(folded, [at, at + needle.length]);
      if (place) places.push(place);
      if (places.length >= limit) return places;
    }
  }
  return places;
}

/** Gives the place of a folded range, unless it cuts a word or a character. */
function placeAt({ article, text, offsets }: FoldedArticle, [from, to]: Span): Place | undefined {
  const [first, last] = [blockAt(offsets, from), blockAt(offsets, to - 1)];
  const around: Span = [article.blocks[first]!.span[0], article.blocks[last]!.span[1]];
  const folded = foldText(article.source.slice(...around));
  const at = from - offsets[first]!;
  const end = at + to - from;
  if (folded.text.slice(at, end) !== text.slice(from, to)) return undefined;
  if (sharesCharacter(folded, at) || sharesCharacter(folded, end)) return undefined;
  const [start, stop] = sourceSpan(folded, [at, end]);
  const span: Span = [around[0] + start, around[0] + stop];
  return atWordBorders(article.source, span) ? { article, span, around, folded, at } : undefined;
}

/** Finds the block that holds a position of the folded text. */
export function blockAt(offsets: Uint32Array, position: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What the articles' words say about a quotation. */
export interface WordLookup {
  /** The blocks that share the most, and the rarest, words with it; best first. */
  readonly candidates: readonly Candidate[];
  /** How much each word says: 0.2 for the commonest of the articles' words, 1 for the rarest and for unknown ones. */
  readonly weights: readonly number[];
}

/** Looks the folded words of a quotation up, and lists the `limit` blocks that are most like it. */
export function lookUpWords({ articles }: QuoteIndex, words: readonly string[], limit: number): WordLookup {
  const runs = words.map((word) => runHashes(word));
  const hashes = [...new Set(runs.flat())];
  const blocks = articles.reduce((sum, { offsets }) => sum + offsets.length, 0);
  const ascending = Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]!);
  const ranges = articles.map(({ words: keys }) => {
    const starts = new Int32Array(hashes.length);
    let last = 0;
    for (const position of ascending) starts[position] = last = keyIndex(keys, hashes[position]! * BLOCK_KEYS, last);
    return starts;
  });
  const rarity = new Map(
    hashes.map((hash, position) => [hash, rarityOf({ articles, ranges, blocks }, hash, position)]),
  );
  const kept = hashes
    .map((hash, position) => ({ hash, position, weight: rarity.get(hash)! }))
    .filter(({ weight }) => Number.isFinite(weight))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_QUERY_WORDS);
  const best: Candidate[] = [];
  articles.forEach((folded, article) => addBest(best, { folded, starts: ranges[article]!, kept }, limit));
  const most = Math.log(1 + blocks);
  const weightOf = (hash: number): number => Math.max(0.2, Math.min(1, rarity.get(hash)! / most));
  return { candidates: best, weights: runs.map((own) => Math.max(0.2, ...own.map(weightOf))) };
}

/** Rarer words decide; beyond these, further ones only cost time. */
const MAX_QUERY_WORDS = 20;
/** Blocks that an article can have; a key stays below 2 to the 53rd. */
const BLOCK_KEYS = 2 ** 20;

function foldedArticle(article: Article): FoldedArticle {
  const known = foldedArticles.get(article);
  if (known) return known;
  const texts = article.blocks.map(({ span }) => foldedString(article.source.slice(...span)));
  const offsets = new Uint32Array(texts.length);
  for (let index = 1; index < texts.length; index += 1)
    offsets[index] = offsets[index - 1]! + texts[index - 1]!.length + 1;
  const keys: number[] = [];
  texts.forEach((text, block) => {
    for (const hash of runHashes(text)) keys.push(hash * BLOCK_KEYS + block);
  });
  const sorted = new Float64Array(keys).sort();
  const words = sorted.filter((key, index) => index === 0 || key !== sorted[index - 1]);
  const folded = { article, text: texts.join(' '), offsets, words };
  foldedArticles.set(article, folded);
  return folded;
}

interface Ranges {
  readonly articles: readonly FoldedArticle[];
  /** For each article, where the keys of each hash start. */
  readonly ranges: readonly Int32Array[];
  readonly blocks: number;
}

/** How many natural-log steps rarer than "in every block" a word is; infinite where it stands nowhere. */
function rarityOf({ articles, ranges, blocks }: Ranges, hash: number, position: number): number {
  const end = (hash + 1) * BLOCK_KEYS;
  let count = 0;
  articles.forEach(({ words }, article) => {
    for (let at = ranges[article]![position]!; words[at]! < end; at += 1) count += 1;
  });
  return Math.log(1 + blocks / count);
}

interface Query {
  readonly folded: FoldedArticle;
  readonly starts: Int32Array;
  readonly kept: readonly { readonly hash: number; readonly position: number; readonly weight: number }[];
}

/** Puts the article's best blocks among the best so far. */
function addBest(best: Candidate[], { folded: { article, offsets, words }, starts, kept }: Query, limit: number): void {
  const scores = new Float64Array(offsets.length);
  for (const { hash, position, weight } of kept) {
    const end = (hash + 1) * BLOCK_KEYS;
    for (let at = starts[position]!; words[at]! < end; at += 1) {
      const block = words[at]! - hash * BLOCK_KEYS;
      scores[block] = scores[block]! + weight;
    }
  }
  scores.forEach((score, block) => {
    if (score === 0 || (best.length >= limit && score <= best.at(-1)!.score)) return;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place === -1 ? best.length : place, 0, { article, block, score });
    if (best.length > limit) best.pop();
  });
}

function hasWord(words: Float64Array, hash: number): boolean {
  return words[keyIndex(words, hash * BLOCK_KEYS)]! < (hash + 1) * BLOCK_KEYS;
}

/** Finds the first key that is not smaller, from a place on where none before is; nearer ones are found sooner. */
function keyIndex(keys: Float64Array, key: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step < keys.length && keys[low + step]! < key) {
    low += step;
    step *= 2;
  }
  let high = Math.min(keys.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const WORD_UNIT = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED_UNIT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const OTHER = 1;
const LETTER = 2;
const SINGLE = 3;
const classes = new Uint8Array(65_536);

/**
 * Hashes each run of letters and digits (FNV-1a, 32 bits); characters of scripts without spaces one by one. Those outside the
 * Basic Multilingual Plane are passed over.
 */
function runHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  let hash = 0;
  let inRun = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = classes[unit]! || classify(unit);
    if (inRun && kind !== LETTER) hashes.push(hash >>> 0);
    if (kind === SINGLE) hashes.push(Math.imul(0x811c9dc5 ^ unit, 0x01000193) >>> 0);
    if (kind === LETTER) hash = Math.imul((inRun ? hash : 0x811c9dc5) ^ unit, 0x01000193);
    inRun = kind === LETTER;
  }
  if (inRun) hashes.push(hash >>> 0);
  return hashes;
}

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = UNSPACED_UNIT.test(character) ? SINGLE : WORD_UNIT.test(character) ? LETTER : OTHER;
  classes[unit] = kind;
  return kind;
}

function sharesCharacter({ starts }: FoldedText, at: number): boolean {
  return at > 0 && at < starts.length && starts[at] === starts[at - 1];
}
