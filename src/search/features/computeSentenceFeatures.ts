import { saturated, SENTENCE } from '../bm25.ts';
import type { WholeBlock } from './computeBlockFeatures.ts';
import { COLUMN, FEATURE_COUNT } from './features.ts';
import type { Matches } from './matches.ts';
import type { Statistics, WeighedQuery } from '../query/weighQuery.ts';

/** How much a term counts if it is in the previous sentence, in the next, or in the block's first. */
const WINDOW = { before: 0.6, after: 0.4, first: 0.4 };

interface Task {
  readonly query: WeighedQuery;
  readonly statistics: Statistics;
}

/** Sets the features of each sentence's words, and of the other words in its block. */
export function computeSentenceFeatures(matrix: Float64Array, matches: Matches, whole: WholeBlock, task: Task): void {
  const { indexed, first, count, row, counts, related, similar } = matches;
  const { sentence: ws, rarity: wr } = task.query.weights;
  const width = ws.length;
  const scale = Math.sqrt(width) / 2;
  const average = task.statistics.words / task.statistics.sentences;
  for (let at = 0; at < count; at += 1) {
    const base = (row + at) * FEATURE_COUNT;
    const offset = at * width;
    const length = indexed.contentStart[first + at + 1]! - indexed.contentStart[first + at]!;
    let [score, rarity, coverageRarity] = [0, 0, 0];
    let [relatedScore, similarScore, before, opening, after, window] = [0, 0, 0, 0, 0, 0];
    for (let term = 0; term < width; term += 1) {
      const inBefore = at > 0 && counts[offset - width + term]! > 0;
      const inAfter = at < count - 1 && counts[offset + width + term]! > 0;
      const inFirst = at > 1 && counts[term]! > 0;
      if (counts[offset + term]! > 0) {
        const value = saturated(counts[offset + term]!, length, average, SENTENCE);
        score += ws[term]! * value;
        rarity += wr[term]! * value;
        coverageRarity += wr[term]!;
        window += ws[term]!;
        continue;
      }
      relatedScore += ws[term]! * related[offset + term]!;
      similarScore += wr[term]! * similar[offset + term]!;
      if (inBefore) before += wr[term]!;
      if (inFirst) opening += wr[term]!;
      if (inAfter) after += wr[term]!;
      window +=
        ws[term]! * Math.max(inBefore ? WINDOW.before : 0, inAfter ? WINDOW.after : 0, inFirst ? WINDOW.first : 0);
    }
    matrix[base + COLUMN.sentence] = score;
    matrix[base + COLUMN.block] = whole.score;
    matrix[base + COLUMN.sentenceRarity] = rarity;
    matrix[base + COLUMN.blockRarity] = whole.rarity;
    matrix[base + COLUMN.coverageRarity] = coverageRarity;
    matrix[base + COLUMN.blockCoverage] = whole.coverage;
    matrix[base + COLUMN.allBlock] = whole.all;
    matrix[base + COLUMN.window] = window;
    matrix[base + COLUMN.unionBefore] = before;
    matrix[base + COLUMN.unionFirst] = opening;
    matrix[base + COLUMN.unionAfter] = after;
    matrix[base + COLUMN.context] = whole.context;
    matrix[base + COLUMN.related] = relatedScore;
    matrix[base + COLUMN.similar] = similarScore;
    matrix[base + COLUMN.relatedBlock] = whole.related;
    matrix[base + COLUMN.similarBlock] = whole.similar;
    matrix[base + COLUMN.rawSentence] = rarity * scale;
    matrix[base + COLUMN.rawBlock] = whole.score * scale;
    matrix[base + COLUMN.rawBigrams] = matrix[base + COLUMN.allBigrams]! * scale;
    matrix[base + COLUMN.isFirst] = at === 0 ? 1 : 0;
    matrix[base + COLUMN.isLast] = at === count - 1 && count > 1 ? 1 : 0;
  }
}
