import { fold } from '../language/folding/fold.ts';
import type { Collection } from './index/collection.ts';
import { sentenceSpan, type IndexedArticle } from './index/indexedArticle.ts';
import { hasUnspaced, holdsLiteral, literal } from './literal.ts';
import type { Allowed } from './shortlist.ts';
import { wantedWords, type WantedWord } from './query/wantedWords.ts';
import { createMeter } from '../runtime/steps/createMeter.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/** A sentence by its position in an indexed article. */
export interface Place {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
}

export interface FindLiteralOptions {
  readonly allowed?: Allowed | undefined;
  /** Whether the last word may continue in the text. Default: false. */
  readonly prefix?: boolean;
  /** Maximum number of results. Default: all. */
  readonly limit?: number;
}

/** The cost of folding and comparing a word of a sentence, in scanned words. */
const READING_WORK = 20;
/** Folding this many sentences takes a few milliseconds. */
const MANY_SENTENCES = 1000;

/**
 * Finds in steps the sentences that contain an exact text (ignoring case, typography and punctuation), in the articles'
 * order. Checks the words' numbers first, and only folds sentences that have all of them. "US" finds "U.S." and not
 * "us"; two or more words in capitals are read as acronyms first and, if that finds nothing, as ordinary words.
 */
export function* findLiteral(
  text: string,
  collection: Collection,
  options: FindLiteralOptions = {},
): Steps<readonly Place[]> {
  if (literal(text) === '') return yield* findSigns(text, collection, options);
  const words = hasUnspaced(text) ? [] : wantedWords(text, collection);
  const found = yield* findWords(text, words, { ...options, collection });
  if (found.length > 0 || words.length < 2 || !words.some(({ isAcronym }) => isAcronym)) return found;
  const lower = text.toLowerCase();
  return yield* findWords(lower, wantedWords(lower, collection), { ...options, collection });
}

/** Returns the text of a sentence. */
export function textOf({ indexed, sentence }: Place): string {
  return indexed.article.source.slice(...sentenceSpan(indexed, sentence));
}

function* findWords(
  text: string,
  words: readonly WantedWord[],
  { collection, allowed, prefix = false, limit = Infinity }: FindLiteralOptions & { readonly collection: Collection },
): Steps<readonly Place[]> {
  const wanted = literal(text);
  const needed = neededIds(words, collection, prefix);
  const found: Place[] = [];
  if (needed.some((ids) => ids.size === 0)) return found;
  const table = bitsOf(needed, collection.vocabulary.terms.length);
  const order = (prefix ? words.slice(0, -1) : words).slice(0, ORDERED_MAX);
  const places = placesInOrder(order, collection.vocabulary.terms.length);
  const meter = createMeter();
  for (const indexed of collection.articles.values())
    for (let sentence = 0; sentence < indexed.sentenceBlock.length; sentence += 1) {
      if (meter.spend(wordsIn(indexed, sentence))) yield;
      if (!holdsAll(indexed, sentence, table)) continue;
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (!holdsInOrder(indexed, sentence, { order, places })) continue;
      if (meter.spend(READING_WORK * wordsIn(indexed, sentence))) yield;
      if (holdsLiteral(literal(textOf({ indexed, sentence })), wanted, { prefix })) found.push({ indexed, sentence });
    }
  return found;
}

/** Finds a text without any word, such as an emoji. */
function* findSigns(
  text: string,
  { articles }: Collection,
  { allowed, limit = Infinity }: FindLiteralOptions,
): Steps<readonly Place[]> {
  const wanted = fold(text).replace(/\s+/gu, ' ').trim();
  const found: Place[] = [];
  if (wanted === '') return found;
  const meter = createMeter();
  for (const indexed of articles.values()) {
    if (meter.spend(indexed.terms.length)) yield;
    if (!indexed.article.source.includes(wanted[0]!) && wanted === text.trim()) continue;
    for (let sentence = 0; sentence < indexed.sentenceBlock.length; sentence += 1) {
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (meter.spend(READING_WORK * wordsIn(indexed, sentence))) yield;
      if (fold(textOf({ indexed, sentence })).includes(wanted)) found.push({ indexed, sentence });
    }
  }
  return found;
}

/** For each word, the numbers of which a sentence must have one; rarest words first. */
function neededIds(
  words: readonly WantedWord[],
  { vocabulary }: Collection,
  prefix: boolean,
): readonly ReadonlySet<number>[] {
  const finished = prefix ? words.slice(0, -1) : words;
  const needed = finished.map(({ ids }) => ids);
  const holding = (ids: ReadonlySet<number>) => [...ids].reduce((sum, id) => sum + vocabulary.sentencesWith(id), 0);
  const last = words.at(-1)?.token;
  // The start of a word is more selective than very common words.
  if (prefix && last && needed.every((ids) => holding(ids) > MANY_SENTENCES)) {
    const begun = new Set<number>();
    for (const { word, term } of vocabulary.forms) if (word.startsWith(last.text)) begun.add(term);
    const shouted = vocabulary.idOf(last.text.toUpperCase());
    needed.push(shouted === undefined ? begun : begun.add(shouted));
  }
  const unlike = [...new Map(needed.map((ids) => [[...ids].join(), ids])).values()];
  return unlike
    .map((ids) => ({ ids, sentences: holding(ids) }))
    .sort((a, b) => a.sentences - b.sentences)
    .map(({ ids }) => ids);
}

/**
 * Number of words whose order is checked before a sentence is folded; more would seldom exclude one, and are slow in
 * long sentences.
 */
const ORDERED_MAX = 6;
/** A hyphenated word comes before its parts, so the next word may be a few places further on. */
const NEXT_WITHIN = 4;

/** Builds a table of the query words, by position, that each vocabulary number can be: one bit each. */
function placesInOrder(order: readonly WantedWord[], size: number): Uint8Array {
  const places = new Uint8Array(size);
  for (const [at, { ids }] of order.entries()) for (const id of ids) places[id]! |= 1 << at;
  return places;
}

/**
 * Whether a sentence has words in this order, judging by their numbers: each near the previous one, and in the same
 * place only if both are parts of one hyphenated word, which the text may write as one.
 */
function holdsInOrder(
  { terms, sentenceStart }: IndexedArticle,
  sentence: number,
  { order, places }: { readonly order: readonly WantedWord[]; readonly places: Uint8Array },
): boolean {
  const [start, end] = [sentenceStart[sentence]!, sentenceStart[sentence + 1]!];
  let reached: number[] = [];
  for (const [index, { partOf }] of order.entries()) {
    const next: number[] = [];
    const mayShare = partOf !== undefined && partOf === order[index - 1]?.partOf;
    let from = start;
    const look = (until: number): void => {
      for (; from < until; from += 1) if ((places[terms[from]!]! & (1 << index)) !== 0) next.push(from);
    };
    if (index === 0) look(end);
    for (const before of reached) {
      from = Math.max(from, mayShare ? before : before + 1);
      look(Math.min(end, before + NEXT_WITHIN + 1));
    }
    if (next.length === 0) return false;
    reached = next;
  }
  return true;
}

/** Number of words searched for at once: the bits of a number. */
const MAX_BITS = 31;

/** Builds the table of the bits of each vocabulary number: one bit per word that it can be. */
function bitsOf(
  needed: readonly ReadonlySet<number>[],
  size: number,
): { readonly bits: Int32Array; readonly all: number } {
  const bits = new Int32Array(size);
  const words = needed.slice(0, MAX_BITS);
  for (const [at, ids] of words.entries()) for (const id of ids) bits[id]! |= 1 << at;
  return { bits, all: words.reduce((sum, _, at) => sum | (1 << at), 0) };
}

function holdsAll(
  { terms, sentenceStart }: IndexedArticle,
  sentence: number,
  { bits, all }: ReturnType<typeof bitsOf>,
): boolean {
  const end = sentenceStart[sentence + 1]!;
  let held = 0;
  for (let at = sentenceStart[sentence]!; held !== all && at < end; at += 1) held |= bits[terms[at]!]!;
  return held === all;
}

/** The words of a sentence, plus one, so that a sentence without words costs something too. */
function wordsIn({ sentenceStart }: IndexedArticle, sentence: number): number {
  return sentenceStart[sentence + 1]! - sentenceStart[sentence]! + 1;
}
