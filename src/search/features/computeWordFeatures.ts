import { CUES } from '../../language/words/cues.ts';
import { saturated, SENTENCE } from '../bm25.ts';
import { computeKindFeatures } from './computeKindFeatures.ts';
import { COLUMN, FEATURE_COUNT } from './features.ts';
import { isOfYear } from '../query/impliedYear.ts';
import { SHAPES, STOP } from '../index/indexedArticle.ts';
import type { Matches } from './matches.ts';
import type { Statistics, WeighedQuery } from '../query/weighQuery.ts';

interface Task {
  readonly query: WeighedQuery;
  readonly statistics: Statistics;
}

/** Stop words are about half of a text. */
export const WORDS_PER_CONTENT_WORD = 2;
const NONE = 99;
const [CAPITAL, UPPER, NUMBER] = [SHAPES.indexOf('capital'), SHAPES.indexOf('upper'), SHAPES.indexOf('number')];

/** Goes through the words of one sentence of a block (`at`) once, and fills its matches and word-order features. */
export function computeWordFeatures(
  matrix: Float64Array,
  at: number,
  matches: Matches,
  { query, statistics }: Task,
): void {
  const { slots, marks, pairs, wordWeights } = query;
  const { indexed, counts, related, similar, blockCounts } = matches;
  const sentence = matches.first + at;
  const base = (matches.row + at) * FEATURE_COUNT;
  const width = query.read.terms.length;
  const offset = at * width;
  const weights = query.weights.sentence;
  const words = wordWeights.length;
  const start = indexed.sentenceStart[sentence]!;
  const end = indexed.sentenceStart[sentence + 1]!;
  const seen = new Uint8Array(words);
  let seenPairs: number[] | undefined;
  let previous = -1;
  let [lastTerm, lastHit, firstHit, hits] = [-1, -1, -1, 0];
  let [names, numbers, novel] = [0, 0, 0];
  let [nameAt, numberAt, nearName, nearNumber] = [-1, -1, NONE, NONE];
  let [pairScore, proximity] = [0, 0];
  for (let place = start; place < end; place += 1) {
    const mark = marks[indexed.terms[place]!]!;
    const slot = mark === 0 ? undefined : slots[mark - 1];
    const word = slot ? slot.word : -1;
    if (word >= 0) {
      seen[word]! += 1;
      matches.wordCounts[word]! += 1;
      const pair = previous * words + word;
      const weight = previous < 0 ? 0 : pairs[pair]!;
      if (weight > 0 && !seenPairs?.includes(pair)) {
        (seenPairs ??= []).push(pair);
        pairScore += weight;
      }
    }
    previous = word;
    if (slot && slot.term >= 0) {
      const { term } = slot;
      counts[offset + term]! += 1;
      blockCounts[term]! += 1;
      for (const also of slot.also) {
        counts[offset + also.term]! += 1;
        blockCounts[also.term]! += 1;
        if (also.word >= 0) seen[also.word]! += 1;
      }
      if (lastTerm >= 0 && term !== lastTerm)
        proximity += Math.min(weights[term]!, weights[lastTerm]!) / (place - lastHit);
      if (firstHit < 0) firstHit = place;
      if (nameAt >= 0) nearName = Math.min(nearName, place - nameAt);
      if (numberAt >= 0) nearNumber = Math.min(nearNumber, place - numberAt);
      lastTerm = term;
      lastHit = place;
      hits += 1;
      continue;
    }
    if (slot)
      for (const soft of slot.soft) {
        const cell = offset + soft.term;
        if (soft.related > related[cell]!) related[cell] = soft.related;
        if (soft.similar > similar[cell]!) similar[cell] = soft.similar;
      }
    const shape = indexed.shapes[place]!;
    if (shape === STOP) continue;
    novel += 1;
    if (shape === CAPITAL || shape === UPPER) {
      names += 1;
      nameAt = place;
      if (lastHit >= 0) nearName = Math.min(nearName, place - lastHit);
    } else if (shape === NUMBER) {
      numbers += 1;
      numberAt = place;
      if (lastHit >= 0) nearNumber = Math.min(nearNumber, place - lastHit);
    }
  }
  if (query.year && isOfYear(indexed, sentence, { year: query.year.year, vocabulary: statistics.vocabulary })) {
    counts[offset + query.year.term] = 1;
    blockCounts[query.year.term]! += 1;
  }
  const average = (WORDS_PER_CONTENT_WORD * statistics.words) / statistics.sentences;
  let all = 0;
  for (let word = 0; word < words; word += 1)
    all += wordWeights[word]! * saturated(seen[word]!, end - start, average, SENTENCE);
  matrix[base + COLUMN.allWords] = all / query.wordTotal;
  matrix[base + COLUMN.allBigrams] = pairScore / query.pairTotal;
  matrix[base + COLUMN.proximity] = proximity;
  if (hits > 1) matrix[base + COLUMN.density] = (hits / (lastHit - firstHit + 1)) * Math.min(1, hits / width);
  matrix[base + COLUMN.length] = Math.log1p(indexed.contentStart[sentence + 1]! - indexed.contentStart[sentence]!) / 4;
  matrix[base + COLUMN.novel] = Math.min(1, novel / 12);
  if (hits > 0) matrix[base + COLUMN.opens] = 1 / (1 + firstHit - start);
  const cues = indexed.cues[sentence]!;
  matrix[base + COLUMN.leansBack] = cues & CUES.leansBack ? 1 : 0;
  matrix[base + COLUMN.quotes] = cues & CUES.quotes ? 1 : 0;
  const near = { name: nearName < NONE ? 1 / nearName : 0, number: nearNumber < NONE ? 1 / nearNumber : 0 };
  computeKindFeatures(matrix, base, query.read.asked, { cues, hasName: names > 0, hasNumber: numbers > 0, near });
}
