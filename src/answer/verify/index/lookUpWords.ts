import type { Article } from '../../../article/article.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';
import type { QuoteIndex } from './quoteIndex.ts';
import type { FoldedArticle } from './foldedArticle.ts';
import { runHashes } from './wordHashes.ts';
import { BLOCK_KEYS, keyIndex } from './wordKeys.ts';

/** A block that shares words with a quotation. */
export interface Candidate {
  readonly article: Article;
  readonly block: number;
  readonly score: number;
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

/** Words and blocks that are looked up in one step. */
const STEP_LOOKUPS = 5_000;

/** Rarer words decide; beyond these, further ones only cost time. */
const MAX_QUERY_WORDS = 20;

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
