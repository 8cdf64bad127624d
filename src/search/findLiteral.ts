import { fold } from '../language/folding/fold.ts';
import type { Collection } from './index/collection.ts';
import { sentenceSpan, type IndexedArticle } from './index/indexedArticle.ts';
import { hasUnspaced, holdsLiteral, literal } from './literal.ts';
import type { Allowed } from './shortlist.ts';
import { wantedWords, type WantedWord } from './query/wantedWords.ts';
import { createMeter } from '../runtime/steps/createMeter.ts';
import type { Steps } from '../runtime/steps/steps.ts';

/** A sentence by its place in an indexed article. */
export interface Place {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
}

export interface FindLiteralOptions {
  readonly allowed?: Allowed | undefined;
  /** The last word may go on in the text. Default false. */
  readonly prefix?: boolean;
  /** How many at most. Default: all. */
  readonly limit?: number;
}

/** What folding and comparing a word of a sentence costs, in words looked at by their numbers. */
const READING_WORK = 20;
/** Folding so many sentences takes some milliseconds. */
const MANY_SENTENCES = 1000;

/**
 * Finds by steps the sentences that hold a text word for word (case, typography and punctuation aside), in the articles' order. Looks at
 * the words' numbers first and folds only sentences that hold all of them. "US" finds "U.S." and not "us"; two
 * words and more in capitals are read as acronyms first and, where that finds nothing, as plain words.
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

/** Finds a text of signs alone, such as an emoji. */
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

/** The numbers of each word that a sentence must hold one of, the rarest words first. */
function neededIds(
  words: readonly WantedWord[],
  { vocabulary }: Collection,
  prefix: boolean,
): readonly ReadonlySet<number>[] {
  const finished = prefix ? words.slice(0, -1) : words;
  const needed = finished.map(({ ids }) => ids);
  const holding = (ids: ReadonlySet<number>) => [...ids].reduce((sum, id) => sum + vocabulary.sentencesWith(id), 0);
  const last = words.at(-1)?.token;
  // The start of a word tells more than words that are everywhere.
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

/** Words whose order is looked at before a sentence is folded; more would seldom rule one out, and cost in long sentences. */
const ORDERED_MAX = 6;
/** A hyphenated word comes before its parts, so that the next word may be some places further on. */
const NEXT_WITHIN = 4;

/** Makes the table of which words, by their place in the order, each vocabulary number can stand for: a bit for each. */
function placesInOrder(order: readonly WantedWord[], size: number): Uint8Array {
  const places = new Uint8Array(size);
  for (const [at, { ids }] of order.entries()) for (const id of ids) places[id]! |= 1 << at;
  return places;
}

/**
 * Whether a sentence holds words in this order, as far as their numbers tell: each near the one before it, and in the same
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

/** Words that are looked for at once: as many as a number has bits. */
const MAX_BITS = 31;

/** Makes the table that gives the bits of each vocabulary number: a bit for each word that it can stand for. */
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
