import { BLOCK, saturated } from '../bm25.ts';
import { WORDS_PER_CONTENT_WORD } from './computeWordFeatures.ts';
import type { Matches } from './matches.ts';
import type { Statistics, WeighedQuery } from '../query/weighQuery.ts';

/** Features of a block as a whole; the same for all its sentences. */
export interface WholeBlock {
  score: number;
  rarity: number;
  coverage: number;
  /** Of all words, including stop words. */
  all: number;
  related: number;
  similar: number;
  /** Words in the title or the heading above. */
  context: number;
}

/** Sums up the matches of a block's sentences. */
export function computeBlockFeatures(matches: Matches, query: WeighedQuery, statistics: Statistics): WholeBlock {
  const { indexed, block, first, count, blockCounts, wordCounts } = matches;
  const { sentence: ws, block: wb, rarity: wr } = query.weights;
  const width = ws.length;
  const content = indexed.contentStart[first + count]! - indexed.contentStart[first]!;
  const words = indexed.sentenceStart[first + count]! - indexed.sentenceStart[first]!;
  const average = statistics.words / statistics.blocks;
  const told: WholeBlock = {
    score: 0,
    rarity: 0,
    coverage: 0,
    all: 0,
    related: 0,
    similar: 0,
    context: 0,
  };
  const [title, heading] = [indexed.titleTerms, indexed.headingTerms[block]!];
  for (let term = 0; term < width; term += 1) {
    const value = saturated(blockCounts[term]!, content, average, BLOCK);
    told.score += wb[term]! * value;
    told.rarity += wr[term]! * value;
    if (blockCounts[term]! > 0) {
      told.coverage += ws[term]!;
    } else {
      told.related += ws[term]! * nearest(matches.related, term, width);
      told.similar += ws[term]! * nearest(matches.similar, term, width);
    }
    if (query.read.terms[term]!.ids.some((id) => title.includes(id) || heading.includes(id))) told.context += wr[term]!;
  }
  for (let word = 0; word < wordCounts.length; word += 1)
    told.all += query.wordWeights[word]! * saturated(wordCounts[word]!, words, average * WORDS_PER_CONTENT_WORD, BLOCK);
  told.all /= query.wordTotal;
  return told;
}

/** Returns the highest of a term's values in the sentences of a block. */
function nearest(values: Float64Array, term: number, width: number): number {
  let most = 0;
  for (let at = term; at < values.length; at += width) if (values[at]! > most) most = values[at]!;
  return most;
}
