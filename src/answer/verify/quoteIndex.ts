import type { Article } from '../../article/article.ts';
import {
  foldedString,
  foldsInPlace,
  foldText,
  LINE_END_HYPHEN,
  type FoldedText,
} from '../../language/folding/foldText.ts';
import { endOfAgreement, isLoose, skeletonOf, type Skeleton } from '../../language/folding/looseFolding.ts';
import type { Span } from '../../language/span.ts';
import { atWordBorders } from '../../language/words/wordBorders.ts';
import type { Steps } from '../../runtime/steps/steps.ts';

/** Articles made ready for looking quotations up. */
export interface QuoteIndex {
  readonly articles: readonly FoldedArticle[];
  /** Blocks folded so far with their offsets; undefined for those that fold in place. */
  readonly blocks: Map<string, FoldedText | undefined>;
}

/** An article's folded text, its blocks parted by one space, and which words are in which block. */
export interface FoldedArticle {
  readonly article: Article;
  readonly text: string;
  /** Where each block starts in `text`. */
  readonly offsets: Uint32Array;
  /** Sorted keys, each a word's hash and the block it is in. */
  readonly words: Float64Array;
  /** Lines of it end in hyphens. */
  readonly hyphenated: boolean;
  skeleton?: Skeleton;
}

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
export function* createQuoteIndex(articles: Iterable<Article>): Steps<QuoteIndex> {
  const folded: FoldedArticle[] = [];
  for (const article of articles) folded.push(yield* foldedArticle(article));
  return { articles: folded, blocks: new Map() };
}

/** Narrows an index to some of its articles. */
export function onlyArticles(index: QuoteIndex, wanted: (article: Article) => boolean): QuoteIndex {
  return { ...index, articles: index.articles.filter(({ article }) => wanted(article)) };
}

/** Words of a needle that are looked up before an article's whole text is scanned for it. */
const PROBES = 4;
const WORD = String.raw`[\p{L}\p{M}\p{N}]`;
const DIVIDED_WORD = new RegExp(`${WORD}*(?:${LINE_END_HYPHEN}${WORD}*)+`, 'gu');
/** Articles that are looked through in one step; the first time, their hyphens are taken out for that. */
const STEP_ARTICLES = 8;

/** Lists the articles whose folded text holds `needle`. */
export function* articlesHolding(articles: readonly FoldedArticle[], needle: string): Steps<readonly FoldedArticle[]> {
  const inner = needle.slice(needle.search(/[^\p{L}\p{M}\p{N}]|$/u)).replace(/[\p{L}\p{M}\p{N}]+$/u, '');
  const probes = inner
    .replace(DIVIDED_WORD, ' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .sort((a, b) => b.length - a.length)
    .slice(0, PROBES)
    .flatMap(runHashes)
    .slice(0, 4 * PROBES);
  const found: FoldedArticle[] = [];
  for (const [position, folded] of articles.entries()) {
    if (position % STEP_ARTICLES === STEP_ARTICLES - 1) yield;
    if (!probes.every((hash) => hasWord(folded.words, hash))) continue;
    if (!rangesOf(folded, needle).next().done) found.push(folded);
  }
  return found;
}

/** Places that are looked at between two steps. */
const STEP_PLACES = 20;

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

/** Ranges that are tried for each place that is wanted. */
const TRIES = 20;

/** Lists the ranges of an article's folded text that agree with a needle; those that cut words are among them. */
function* rangesOf(folded: FoldedArticle, needle: string): Generator<Span, undefined> {
  const { text } = folded;
  const loose = folded.hyphenated || isLoose(needle);
  const own = loose ? skeletonOf(needle) : undefined;
  if (!own || own.text === '') {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) yield [at, at + needle.length];
    return undefined;
  }
  const { text: bare, positions } = (folded.skeleton ??= skeletonOf(text));
  const lead = /^[-\u00AD ]*/u.exec(needle)![0];
  for (let at = bare.indexOf(own.text); at !== -1; at = bare.indexOf(own.text, at + 1)) {
    const from = positions[at]! - lead.length;
    if (from < 0) continue;
    const end = endOfAgreement(needle, text, from);
    if (end !== undefined) yield [from, end];
  }
  return undefined;
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
  /** Those of its words that occur in the articles; each once. */
  readonly occurring: readonly string[];
}

/** Looks the folded words of a quotation up, and lists the `limit` blocks that are most like it. */
export function* lookUpWords({ articles }: QuoteIndex, words: readonly string[], limit: number): Steps<WordLookup> {
  const runs = words.map((word) => runHashes(word));
  const hashes = [...new Set(runs.flat())];
  const blocks = articles.reduce((sum, { offsets }) => sum + offsets.length, 0);
  const ascending = Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]!);
  const counts = new Uint32Array(hashes.length);
  const ranges: Int32Array[] = [];
  let work = 0;
  for (const { words: keys } of articles) {
    const starts = new Int32Array(hashes.length);
    let last = 0;
    for (const position of ascending) {
      starts[position] = last = keyIndex(keys, hashes[position]! * BLOCK_KEYS, last);
      const end = keyIndex(keys, (hashes[position]! + 1) * BLOCK_KEYS, last);
      counts[position] = counts[position]! + end - last;
      last = end;
    }
    ranges.push(starts);
    work += hashes.length;
    if (work < STEP_LOOKUPS) continue;
    work = 0;
    yield;
  }
  const rarity = new Map(hashes.map((hash, position) => [hash, Math.log(1 + blocks / counts[position]!)]));
  const kept = hashes
    .map((hash, position) => ({ hash, position, weight: rarity.get(hash)! }))
    .filter(({ weight }) => Number.isFinite(weight))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_QUERY_WORDS);
  const best: Candidate[] = [];
  for (const [article, folded] of articles.entries()) {
    work += addBest(best, { folded, starts: ranges[article]!, kept }, limit);
    if (work < STEP_LOOKUPS) continue;
    work = 0;
    yield;
  }
  const most = Math.log(1 + blocks);
  const weightOf = (hash: number): number => Math.max(0.2, Math.min(1, rarity.get(hash)! / most));
  return {
    candidates: best,
    weights: runs.map((own) => Math.max(0.2, ...own.map(weightOf))),
    occurring: [...new Set(words.filter((_, at) => runs[at]!.some((hash) => Number.isFinite(rarity.get(hash)!))))],
  };
}

/** Words and blocks that are looked up in one step. */
const STEP_LOOKUPS = 5_000;

/** Rarer words decide; beyond these, further ones only cost time. */
const MAX_QUERY_WORDS = 20;
/** Blocks that an article can have; a key stays below 2 to the 53rd. */
const BLOCK_KEYS = 2 ** 20;

/** Characters that are folded in one step. */
const STEP_CHARS = 20_000;

function* foldedArticle(article: Article): Steps<FoldedArticle> {
  const known = foldedArticles.get(article);
  if (known) return known;
  const texts: string[] = [];
  const offsets = new Uint32Array(article.blocks.length);
  const keys: number[] = [];
  let [length, since] = [0, 0];
  for (const [block, { span }] of article.blocks.entries()) {
    const text = foldedString(article.source.slice(...span));
    for (const hash of runHashes(text)) keys.push(hash * BLOCK_KEYS + block);
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

interface Query {
  readonly folded: FoldedArticle;
  readonly starts: Int32Array;
  readonly kept: readonly { readonly hash: number; readonly position: number; readonly weight: number }[];
}

/** Puts the article's best blocks among the best so far; returns how much it looked at. */
function addBest(
  best: Candidate[],
  { folded: { article, offsets, words }, starts, kept }: Query,
  limit: number,
): number {
  let looked = offsets.length;
  const scores = new Float64Array(offsets.length);
  for (const { hash, position, weight } of kept) {
    const end = (hash + 1) * BLOCK_KEYS;
    for (let at = starts[position]!; words[at]! < end; at += 1) {
      const block = words[at]! - hash * BLOCK_KEYS;
      scores[block] = scores[block]! + weight;
      looked += 1;
    }
  }
  scores.forEach((score, block) => {
    if (score === 0 || (best.length >= limit && score <= best.at(-1)!.score)) return;
    const place = best.findIndex((other) => other.score < score);
    best.splice(place === -1 ? best.length : place, 0, { article, block, score });
    if (best.length > limit) best.pop();
  });
  return looked;
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
const HYPHEN = 4;
const classes = new Uint8Array(65_536);

/**
 * Hashes each run of letters and digits (FNV-1a, 32 bits); characters of scripts without spaces one by one. A word that
 * a line's end divides is there whole and in its parts. Characters outside the Basic Multilingual Plane are passed over.
 */
function runHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  let [hash, whole] = [0, 0];
  let [inRun, divided] = [false, false];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const kind = classes[unit]! || classify(unit);
    if (inRun && kind !== LETTER) hashes.push(hash >>> 0);
    if (kind === LETTER) {
      hash = Math.imul((inRun ? hash : OFFSET_BASIS) ^ unit, PRIME);
      if (divided) whole = Math.imul(whole ^ unit, PRIME);
    } else if (kind === HYPHEN && inRun) {
      if (!divided) whole = hash;
      divided = true;
    } else {
      if (divided) hashes.push(whole >>> 0);
      divided = false;
      if (kind === SINGLE) hashes.push(Math.imul(OFFSET_BASIS ^ unit, PRIME) >>> 0);
    }
    inRun = kind === LETTER;
  }
  if (inRun) hashes.push(hash >>> 0);
  if (divided) hashes.push(whole >>> 0);
  return hashes;
}

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (character === LINE_END_HYPHEN) return (classes[unit] = HYPHEN);
  const kind = UNSPACED_UNIT.test(character) ? SINGLE : WORD_UNIT.test(character) ? LETTER : OTHER;
  classes[unit] = kind;
  return kind;
}
