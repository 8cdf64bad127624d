import { fold } from '../language/fold.ts';
import type { Collection } from './collection.ts';
import { sentenceSpan, type IndexedArticle } from './indexedArticle.ts';
import { holdsLiteral, literal } from './literal.ts';
import type { Allowed } from './shortlist.ts';
import { wantedWords, type WantedWord } from './wantedWords.ts';

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

/** Folding so many sentences takes some milliseconds. */
const MANY_SENTENCES = 1000;
/** Characters of scripts without spaces are split otherwise in a phrase than in a text, so that word numbers tell nothing. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Finds the sentences that hold a text word for word (case, typography and punctuation aside), in the articles' order. Looks at
 * the words' numbers first and folds only sentences that hold all of them. "US" finds "U.S." and not "us"; two
 * words and more in capitals are read as acronyms first and, where that finds nothing, as plain words.
 */
export function findLiteral(text: string, collection: Collection, options: FindLiteralOptions = {}): readonly Place[] {
  if (literal(text) === '') return findSigns(text, collection, options);
  const words = UNSPACED.test(text) ? [] : wantedWords(text, collection);
  const found = findWords(text, words, { ...options, collection });
  if (found.length > 0 || words.length < 2 || !words.some(({ isAcronym }) => isAcronym)) return found;
  const lower = text.toLowerCase();
  return findWords(lower, wantedWords(lower, collection), { ...options, collection });
}

/** Gives the text of a sentence. */
export function textOf({ indexed, sentence }: Place): string {
  return indexed.article.source.slice(...sentenceSpan(indexed, sentence));
}

function findWords(
  text: string,
  words: readonly WantedWord[],
  { collection, allowed, prefix = false, limit = Infinity }: FindLiteralOptions & { readonly collection: Collection },
): readonly Place[] {
  const wanted = literal(text);
  const needed = neededIds(words, collection, prefix);
  const found: Place[] = [];
  if (needed.some((ids) => ids.size === 0)) return found;
  const [rarest, ...others] = needed;
  const marks = rarest && new Uint8Array(collection.vocabulary.terms.length);
  for (const id of rarest ?? []) marks![id] = 1;
  for (const indexed of collection.articles.values())
    for (const sentence of sentencesWith(marks, indexed)) {
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (!holdsAll(indexed, sentence, others)) continue;
      if (holdsLiteral(literal(textOf({ indexed, sentence })), wanted, { prefix })) found.push({ indexed, sentence });
    }
  return found;
}

/** Finds a text of signs alone, such as an emoji. */
function findSigns(
  text: string,
  { articles }: Collection,
  { allowed, limit = Infinity }: FindLiteralOptions,
): readonly Place[] {
  const wanted = fold(text).replace(/\s+/gu, ' ').trim();
  const found: Place[] = [];
  if (wanted === '') return found;
  for (const indexed of articles.values()) {
    if (!indexed.article.source.includes(wanted[0]!) && wanted === text.trim()) continue;
    for (const sentence of sentencesWith(undefined, indexed)) {
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (fold(textOf({ indexed, sentence })).includes(wanted)) found.push({ indexed, sentence });
    }
  }
  return found;
}

/** The numbers of each word that a sentence must hold one of, the rarest word first. */
function neededIds(
  words: readonly WantedWord[],
  { vocabulary }: Collection,
  prefix: boolean,
): readonly ReadonlySet<number>[] {
  const finished = prefix ? words.slice(0, -1) : words;
  const needed = finished.map(({ ids }) => ids);
  const holding = (ids: ReadonlySet<number>) => [...ids].reduce((sum, id) => sum + vocabulary.sentencesWith(id), 0);
  const last = words.at(-1)?.token;
  // The start of a word tells more than words that stand everywhere.
  if (prefix && last && needed.every((ids) => holding(ids) > MANY_SENTENCES)) {
    const begun = new Set<number>();
    for (const { word, term } of vocabulary.forms) if (word.startsWith(last.text)) begun.add(term);
    const shouted = vocabulary.idOf(last.text.toUpperCase());
    needed.push(shouted === undefined ? begun : begun.add(shouted));
  }
  return needed
    .map((ids) => ({ ids, sentences: holding(ids) }))
    .sort((a, b) => a.sentences - b.sentences)
    .map(({ ids }) => ids);
}

function holdsAll(
  { terms, sentenceStart }: IndexedArticle,
  sentence: number,
  needed: readonly ReadonlySet<number>[],
): boolean {
  const words = terms.subarray(sentenceStart[sentence], sentenceStart[sentence + 1]);
  return needed.every((ids) => words.some((term) => ids.has(term)));
}

/** Goes through the sentences that hold a marked term; through all where there are no marks. */
function* sentencesWith(marks: Uint8Array | undefined, indexed: IndexedArticle): Iterable<number> {
  const { terms, sentenceStart } = indexed;
  let sentence = 0;
  if (!marks) for (; sentence < sentenceStart.length - 1; sentence += 1) yield sentence;
  else
    for (let at = 0; at < terms.length; at += 1) {
      if (marks[terms[at]!] === 0) continue;
      while (sentenceStart[sentence + 1]! <= at) sentence += 1;
      yield sentence;
      at = sentenceStart[sentence + 1]! - 1;
    }
}
