import type { Collection } from '../index/collection.ts';
import { findLiteral, textOf, type Place } from '../findLiteral.ts';
import { holdsLiteral, literal } from '../literal.ts';
import type { Query } from '../query/parseQuery.ts';
import type { ReadQuery } from '../query/readQuery.ts';
import type { Allowed } from '../shortlist.ts';
import { createMeter } from '../../runtime/steps/createMeter.ts';
import type { Steps } from '../../runtime/steps/steps.ts';

/** How many sentences match a query, and how many of those an excluded word removes. */
export interface MatchCounts {
  /** By phrase: how many sentences have it. */
  readonly phrases: readonly number[];
  /** Sentences that have every phrase; if there is none, every word that is not a stop word, in any form. */
  readonly matching: number;
  /** By excluded word: how many of those sentences have it. */
  readonly excluded: readonly number[];
  /** Sentences that match and have no excluded word. */
  readonly left: number;
  /** False if there are too many sentences to check them all. */
  readonly complete: boolean;
}

/** Maximum number of sentences to read. */
const MAX_SENTENCES = 2000;
/** The cost of reading a character, and of splitting a sentence into words, in scanned words. */
const [READING_WORK, SUBARRAY_WORK] = [4, 10];

/** Counts in steps the sentences that match a query, before and after its excluded words are applied. */
export function* countMatches(
  { phrases, excluded }: Query,
  read: ReadQuery,
  { collection, allowed }: { readonly collection: Collection; readonly allowed: Allowed | undefined },
): Steps<MatchCounts> {
  const limit = MAX_SENTENCES;
  const found: (readonly Place[])[] = [];
  for (const phrase of phrases) found.push(yield* findLiteral(phrase, collection, { allowed, limit }));
  const places = found[0] ?? (yield* holdingAll(read, collection, { allowed, limit }));
  const meter = createMeter();
  const texts: string[] = [];
  for (const place of places) {
    const text = textOf(place);
    if (meter.spend(READING_WORK * text.length)) yield;
    texts.push(literal(text));
  }
  const wanted = phrases.map(literal);
  const matching = texts.filter((text) => wanted.every((phrase) => holdsLiteral(text, phrase)));
  const unwanted = excluded.map(literal);
  return {
    phrases: found.map(({ length }) => length),
    matching: matching.length,
    excluded: unwanted.map((word) => matching.filter((text) => holdsLiteral(text, word)).length),
    left: matching.filter((text) => !unwanted.some((word) => holdsLiteral(text, word))).length,
    complete: [...found, places].every(({ length }) => length < limit),
  };
}

/** Finds the sentences that contain every term of a query itself. */
function* holdingAll(
  { terms: wanted }: ReadQuery,
  { articles }: Collection,
  { allowed, limit }: { readonly allowed: Allowed | undefined; readonly limit: number },
): Steps<readonly Place[]> {
  const found: Place[] = [];
  const [first, ...others] = wanted.map(({ ids }) => new Set(ids)).sort((a, b) => a.size - b.size);
  if (!first || first.size === 0) return found;
  const meter = createMeter();
  for (const indexed of articles.values())
    for (let sentence = 0; sentence < indexed.sentenceBlock.length; sentence += 1) {
      if (found.length >= limit) return found;
      if (allowed && !allowed({ indexed, block: indexed.sentenceBlock[sentence]! })) continue;
      if (
        meter.spend(
          SUBARRAY_WORK + wanted.length * (indexed.sentenceStart[sentence + 1]! - indexed.sentenceStart[sentence]!),
        )
      )
        yield;
      const words = indexed.terms.subarray(indexed.sentenceStart[sentence], indexed.sentenceStart[sentence + 1]);
      if ([first, ...others].every((ids) => words.some((term) => ids.has(term)))) found.push({ indexed, sentence });
    }
  return found;
}
