import { blockTerms, type IndexedArticle } from './indexedArticle.ts';
import type { Candidate } from './shortlist.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A sentence with how well it answers. */
export interface RankedSentence {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
  readonly score: number;
}

/** What ranking needs to know of all indexed articles. */
export interface Statistics {
  readonly vocabulary: Vocabulary;
  readonly sentences: number;
  readonly blocks: number;
  readonly terms: number;
}

const SENTENCE = { k: 0.5, b: 0.35 };
const BLOCK = { k: 0.8, b: 0.35 };
const BLOCK_WEIGHT = 0.7;

/** Ranks every sentence of the candidates, best first. */
export function rank(
  terms: readonly number[],
  candidates: readonly Candidate[],
  statistics: Statistics,
): RankedSentence[] {
  const { vocabulary, sentences, blocks } = statistics;
  const sentenceIdf = terms.map((id) => idf(vocabulary.sentencesWith(id), sentences));
  const blockIdf = terms.map((id) => idf(vocabulary.blocksWith(id), blocks));
  const best = sentenceIdf.reduce((sum, value) => sum + value * (SENTENCE.k + 1), 0) || 1;
  const ranked: RankedSentence[] = [];
  for (const { indexed, block } of candidates) {
    const range = blockTerms(indexed, block);
    const around = bm25(indexed.terms.subarray(...range), terms, blockIdf, statistics.terms / blocks, BLOCK);
    for (let sentence = indexed.blockStart[block]!; sentence < indexed.blockStart[block + 1]!; sentence += 1) {
      const own = indexed.terms.subarray(indexed.sentenceStart[sentence], indexed.sentenceStart[sentence + 1]);
      const score = bm25(own, terms, sentenceIdf, statistics.terms / sentences, SENTENCE) + BLOCK_WEIGHT * around;
      ranked.push({ indexed, sentence, score: Math.min(1, score / best / (1 + BLOCK_WEIGHT)) });
    }
  }
  return ranked.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
}

function bm25(
  text: Int32Array,
  terms: readonly number[],
  idfs: readonly number[],
  averageLength: number,
  { k, b }: { readonly k: number; readonly b: number },
): number {
  let score = 0;
  for (const [position, term] of terms.entries()) {
    let count = 0;
    for (const id of text) if (id === term) count += 1;
    if (count === 0) continue;
    score += (idfs[position]! * count * (k + 1)) / (count + k * (1 - b + (b * text.length) / averageLength));
  }
  return score;
}

function idf(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
