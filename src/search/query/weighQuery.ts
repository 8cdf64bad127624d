import { namedYear, type NamedYear } from './impliedYear.ts';
import type { ReadQuery } from './readQuery.ts';
import type { Vocabulary } from '../index/vocabulary.ts';

/** Statistics of all indexed articles that ranking needs. */
export interface Statistics {
  readonly vocabulary: Vocabulary;
  readonly sentences: number;
  readonly blocks: number;
  /** Words that are not stop words. */
  readonly words: number;
}

/** How much each term of a query counts; each list sums to 1, or is all 0. */
interface TermWeights {
  readonly sentence: Float64Array;
  readonly block: Float64Array;
  readonly rarity: Float64Array;
}

/** What one vocabulary number means for a query. */
interface Slot {
  /** The term that it is, or -1. */
  readonly term: number;
  /** Its index among the query's different words, or -1. */
  readonly word: number;
  /** Other terms and words that it fully matches: those of its long form. */
  readonly also: readonly { readonly term: number; readonly word: number }[];
  /** Terms that it suggests without being them. */
  readonly soft: readonly { readonly term: number; readonly related: number; readonly similar: number }[];
}

/** A query prepared for scanning sentences word by word. */
export interface WeighedQuery {
  readonly read: ReadQuery;
  readonly weights: TermWeights;
  /** By vocabulary number: one more than the index into `slots`, or 0. */
  readonly marks: Uint16Array;
  readonly slots: readonly Slot[];
  /** By index among the query's different words. */
  readonly wordWeights: Float64Array;
  readonly wordTotal: number;
  /** Weight of two consecutive words of the query, by `a * words + b`; 0 for others. */
  readonly pairs: Float64Array;
  readonly pairTotal: number;
  readonly year: NamedYear | undefined;
}

/** Rarity is squared: a rare word is much more informative than a common one. */
const RARITY_FLOOR = 0.05;

/** Weighs the words of a query against the indexed articles. */
export function weighQuery(read: ReadQuery, statistics: Statistics): WeighedQuery {
  const { vocabulary, sentences, blocks } = statistics;
  const { terms, sequence } = read;
  const most = (ids: readonly number[], holding: (id: number) => number) => Math.max(0, ...ids.map(holding));
  const weights: TermWeights = {
    sentence: shares(
      terms.map(({ ids }) =>
        idf(
          most(ids, (id) => vocabulary.sentencesWith(id)),
          sentences,
        ),
      ),
    ),
    block: shares(
      terms.map(({ ids }) =>
        idf(
          most(ids, (id) => vocabulary.blocksWith(id)),
          blocks,
        ),
      ),
    ),
    rarity: shares(terms.map(({ rarity }) => Math.max(RARITY_FLOOR, rarity) ** 2)),
  };
  const words = [...new Set(sequence)].filter((id) => id >= 0);
  const places = new Map(words.map((id, place) => [id, place] as const));
  const absent = idf(0, sentences);
  const weightOf = (id: number) => (id < 0 ? absent : idf(vocabulary.sentencesWith(id), sentences));
  const pairs = new Float64Array(words.length ** 2);
  let pairTotal = 0;
  for (let at = 1; at < sequence.length; at += 1) {
    const [a, b] = [places.get(sequence[at - 1]!), places.get(sequence[at]!)];
    const weight = weightOf(sequence[at - 1]!) + weightOf(sequence[at]!);
    pairTotal += weight;
    if (a !== undefined && b !== undefined) pairs[a * words.length + b] = weight;
  }
  return {
    read,
    weights,
    ...slotsOf(read, places, vocabulary),
    wordWeights: Float64Array.from(words, weightOf),
    wordTotal: words.reduce((sum, id) => sum + weightOf(id), 0) + absent * sequence.filter((id) => id < 0).length || 1,
    pairs,
    pairTotal: pairTotal || 1,
    year: namedYear(terms),
  };
}

function slotsOf({ terms }: ReadQuery, places: ReadonlyMap<number, number>, vocabulary: Vocabulary) {
  const slots: { term: number; word: number; also: Slot['also'][number][]; soft: Slot['soft'][number][] }[] = [];
  const marks = new Uint16Array(vocabulary.terms.length);
  const slotOf = (id: number) => {
    if (marks[id] === 0) marks[id] = slots.push({ term: -1, word: places.get(id) ?? -1, also: [], soft: [] });
    return slots[marks[id]! - 1]!;
  };
  for (const id of places.keys()) slotOf(id);
  for (const [term, { ids }] of terms.entries()) {
    const place = places.get(ids[0] ?? -1) ?? -1;
    for (const id of ids) {
      const slot = slotOf(id);
      if (slot.term >= 0) slot.also.push({ term, word: place });
      else Object.assign(slot, { term, word: slot.word < 0 ? place : slot.word });
    }
  }
  for (const [term, { related, similar }] of terms.entries()) {
    for (const [id, weight] of related) slotOf(id).soft.push({ term, related: weight, similar: 0 });
    for (const [id, weight] of similar) slotOf(id).soft.push({ term, related: 0, similar: weight });
  }
  return { slots, marks };
}

function idf(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

function shares(values: readonly number[]): Float64Array {
  const sum = values.reduce((total, value) => total + value, 0) || 1;
  return Float64Array.from(values, (value) => value / sum);
}
