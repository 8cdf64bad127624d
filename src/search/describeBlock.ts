import { CUES } from '../language/cues.ts';
import type { Asked } from '../language/question.ts';
import { COLUMN, WIDTH } from './features.ts';
import { SHAPES, STOP, type IndexedArticle } from './indexedArticle.ts';
import type { Candidate } from './shortlist.ts';
import type { Statistics, WeighedQuery } from './weighQuery.ts';

/** BM25's saturation and length normalisation; sentences are short, so a second mention adds little. */
const SENTENCE = { k: 0.5, b: 0.35 };
const BLOCK = { k: 0.9, b: 0.3 };
/** How much of a term counts that stands in the sentence before, in the next, or in the block's first. */
const WINDOW = { before: 0.6, after: 0.4, first: 0.4 };
/** Stop words are about half of a text. */
const WORDS_PER_CONTENT_WORD = 2;
const RELATED_IN_SOFT = 0.7;
const NONE = 99;
const [CAPITAL, UPPER, NUMBER] = [SHAPES.indexOf('capital'), SHAPES.indexOf('upper'), SHAPES.indexOf('number')];

/** What a block's words are to a query: rows of `terms.length` for each sentence, and one for the block. */
interface Matches {
  readonly counts: Float64Array;
  readonly related: Float64Array;
  readonly similar: Float64Array;
  readonly blockCounts: Float64Array;
  readonly blockRelated: Float64Array;
  readonly blockSimilar: Float64Array;
  readonly wordCounts: Float64Array;
}

/**
 * Writes the features of each sentence of a block to `matrix`, from row `row` on, and returns the block's own score.
 * What the blocks around it say (`blockBefore`, `blockAfter`) is left 0.
 */
export function describeBlock(
  matrix: Float64Array,
  row: number,
  { indexed, block }: Candidate,
  query: WeighedQuery,
  statistics: Statistics,
): number {
  const first = indexed.blockStart[block]!;
  const count = indexed.blockStart[block + 1]! - first;
  const width = query.read.terms.length;
  const matches: Matches = {
    counts: new Float64Array(count * width),
    related: new Float64Array(count * width),
    similar: new Float64Array(count * width),
    blockCounts: new Float64Array(width),
    blockRelated: new Float64Array(width),
    blockSimilar: new Float64Array(width),
    wordCounts: new Float64Array(query.wordWeights.length),
  };
  for (let at = 0; at < count; at += 1) {
    const base = (row + at) * WIDTH;
    describeWords(matrix, base, { indexed, sentence: first + at, offset: at * width, matches, query, statistics });
    matrix[base + COLUMN.isFirst] = at === 0 ? 1 : 0;
    matrix[base + COLUMN.isLast] = at === count - 1 && count > 1 ? 1 : 0;
  }
  const score = describeAround(matrix, row, { indexed, block, first, count, matches, query, statistics });
  compareSentences(matrix, row, count);
  return score;
}

interface SentenceTask {
  readonly indexed: IndexedArticle;
  readonly sentence: number;
  readonly offset: number;
  readonly matches: Matches;
  readonly query: WeighedQuery;
  readonly statistics: Statistics;
}

/** Goes through a sentence's words once. */
function describeWords(matrix: Float64Array, base: number, task: SentenceTask): void {
  const { indexed, sentence, offset, matches, query, statistics } = task;
  const { slots, marks, pairs, triples, wordWeights } = query;
  const { counts, related, similar, blockCounts } = matches;
  const weights = query.weights.sentence;
  const words = wordWeights.length;
  const start = indexed.sentenceStart[sentence]!;
  const end = indexed.sentenceStart[sentence + 1]!;
  const seen = new Uint8Array(words);
  let seenPairs: number[] | undefined;
  let [previous, beforePrevious] = [-1, -1];
  let [lastTerm, lastHit, firstHit, hits] = [-1, -1, -1, 0];
  let [names, numbers, novel] = [0, 0, 0];
  let [nameAt, numberAt, nearName, nearNumber] = [-1, -1, NONE, NONE];
  let [pairScore, tripleScore, bigrams, proximity] = [0, 0, 0, 0];
  for (let at = start; at < end; at += 1) {
    const mark = marks[indexed.terms[at]!]!;
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
        if (beforePrevious >= 0 && triples.has((beforePrevious * words + previous) * words + word))
          tripleScore += weight + wordWeights[beforePrevious]!;
      }
    }
    beforePrevious = previous;
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
      if (lastTerm >= 0 && term !== lastTerm) {
        proximity += Math.min(weights[term]!, weights[lastTerm]!) / (at - lastHit);
        if (term === lastTerm + 1 && at === lastHit + 1) bigrams += weights[term]! + weights[lastTerm]!;
      }
      if (firstHit < 0) firstHit = at;
      if (nameAt >= 0) nearName = Math.min(nearName, at - nameAt);
      if (numberAt >= 0) nearNumber = Math.min(nearNumber, at - numberAt);
      lastTerm = term;
      lastHit = at;
      hits += 1;
      continue;
    }
    if (slot)
      for (const soft of slot.soft) {
        const place = offset + soft.term;
        if (soft.related > related[place]!) related[place] = soft.related;
        if (soft.similar > similar[place]!) similar[place] = soft.similar;
      }
    const shape = indexed.shapes[at]!;
    if (shape === STOP) continue;
    novel += 1;
    if (shape === CAPITAL || shape === UPPER) {
      names += 1;
      nameAt = at;
      if (lastHit >= 0) nearName = Math.min(nearName, at - lastHit);
    } else if (shape === NUMBER) {
      numbers += 1;
      numberAt = at;
      if (lastHit >= 0) nearNumber = Math.min(nearNumber, at - lastHit);
    }
  }
  const average = (WORDS_PER_CONTENT_WORD * statistics.words) / statistics.sentences;
  let all = 0;
  for (let word = 0; word < words; word += 1)
    all += wordWeights[word]! * saturated(seen[word]!, end - start, average, SENTENCE);
  const width = query.read.terms.length;
  matrix[base + COLUMN.allWords] = all / query.wordTotal;
  matrix[base + COLUMN.allBigrams] = pairScore / query.pairTotal;
  matrix[base + COLUMN.allTrigrams] = tripleScore / query.tripleTotal;
  matrix[base + COLUMN.bigrams] = bigrams;
  matrix[base + COLUMN.proximity] = proximity;
  if (hits > 1) matrix[base + COLUMN.density] = (hits / (lastHit - firstHit + 1)) * Math.min(1, hits / width);
  matrix[base + COLUMN.length] = Math.log1p(indexed.contentStart[sentence + 1]! - indexed.contentStart[sentence]!) / 4;
  matrix[base + COLUMN.novel] = Math.min(1, novel / 12);
  const cues = indexed.cues[sentence]!;
  matrix[base + COLUMN.leansBack] = cues & CUES.leansBack ? 1 : 0;
  matrix[base + COLUMN.quotes] = cues & CUES.quotes ? 1 : 0;
  const near = { name: nearName < NONE ? 1 / nearName : 0, number: nearNumber < NONE ? 1 / nearNumber : 0 };
  describeKind(matrix, base, query.read.asked, { cues, hasName: names > 0, hasNumber: numbers > 0, near });
}

interface KindSigns {
  readonly cues: number;
  /** A name, or a number, that the query does not hold. */
  readonly hasName: boolean;
  readonly hasNumber: boolean;
  readonly near: { readonly name: number; readonly number: number };
}

function describeKind(matrix: Float64Array, base: number, asked: Asked, signs: KindSigns): void {
  const { cues, near } = signs;
  const [hasName, hasNumber] = [signs.hasName ? 1 : 0, signs.hasNumber ? 1 : 0];
  const has = (cue: number) => (cues & cue ? 1 : 0);
  switch (asked) {
    case 'who':
      matrix[base + COLUMN.whoName] = hasName;
      matrix[base + COLUMN.whoPerson] = has(CUES.person);
      matrix[base + COLUMN.nearName] = near.name;
      return;
    case 'when':
      matrix[base + COLUMN.whenDate] = has(CUES.date);
      matrix[base + COLUMN.nearNumber] = near.number;
      return;
    case 'where':
      matrix[base + COLUMN.whereName] = hasName;
      matrix[base + COLUMN.wherePlace] = has(CUES.place);
      matrix[base + COLUMN.nearName] = near.name;
      return;
    case 'quantity':
      matrix[base + COLUMN.quantityNumber] = hasNumber;
      matrix[base + COLUMN.quantityCue] = has(CUES.quantity);
      matrix[base + COLUMN.nearNumber] = near.number;
      return;
    case 'why':
      matrix[base + COLUMN.why] = has(CUES.reason);
      return;
    case 'how':
      matrix[base + COLUMN.how] = has(CUES.manner);
      return;
    case 'definition':
      matrix[base + COLUMN.definition] = has(CUES.definition);
      return;
    case 'name':
      matrix[base + COLUMN.naming] = has(CUES.naming);
      matrix[base + COLUMN.otherName] = hasName;
      return;
    case 'other':
      matrix[base + COLUMN.otherName] = hasName;
      matrix[base + COLUMN.otherNumber] = hasNumber;
      return;
    default:
      asked satisfies never;
  }
}

interface BlockTask {
  readonly indexed: IndexedArticle;
  readonly block: number;
  readonly first: number;
  readonly count: number;
  readonly matches: Matches;
  readonly query: WeighedQuery;
  readonly statistics: Statistics;
}

/** Sets what takes the block's other sentences into account; returns the block's score. */
function describeAround(matrix: Float64Array, row: number, task: BlockTask): number {
  const { indexed, first, count, matches, query } = task;
  const { counts, related, similar } = matches;
  const { sentence: ws, rarity: wr, names: wn, numbers: wm } = query.weights;
  const width = ws.length;
  const scale = Math.sqrt(width) / 2;
  const block = describeWholeBlock(task);
  const average = task.statistics.words / task.statistics.sentences;
  for (let at = 0; at < count; at += 1) {
    const base = (row + at) * WIDTH;
    const offset = at * width;
    const length = indexed.contentStart[first + at + 1]! - indexed.contentStart[first + at]!;
    let [score, rarity, coverage, coverageRarity, names, numbers, matched] = [0, 0, 0, 0, 0, 0, 0];
    let [relatedScore, similarScore, before, opening, after, window] = [0, 0, 0, 0, 0, 0];
    for (let term = 0; term < width; term += 1) {
      const inBefore = at > 0 && counts[offset - width + term]! > 0;
      const inAfter = at < count - 1 && counts[offset + width + term]! > 0;
      const inFirst = at > 1 && counts[term]! > 0;
      if (counts[offset + term]! > 0) {
        const value = saturated(counts[offset + term]!, length, average, SENTENCE);
        score += ws[term]! * value;
        rarity += wr[term]! * value;
        coverage += ws[term]!;
        coverageRarity += wr[term]!;
        names += wn[term]!;
        numbers += wm[term]!;
        window += ws[term]!;
        matched += 1;
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
    matrix[base + COLUMN.block] = block.score;
    matrix[base + COLUMN.sentenceRarity] = rarity;
    matrix[base + COLUMN.blockRarity] = block.rarity;
    matrix[base + COLUMN.coverage] = coverage;
    matrix[base + COLUMN.coverageRarity] = coverageRarity;
    matrix[base + COLUMN.blockCoverage] = block.coverage;
    matrix[base + COLUMN.allBlock] = block.all;
    matrix[base + COLUMN.window] = window;
    matrix[base + COLUMN.unionBefore] = before;
    matrix[base + COLUMN.unionFirst] = opening;
    matrix[base + COLUMN.unionAfter] = after;
    matrix[base + COLUMN.context] = block.context;
    matrix[base + COLUMN.related] = relatedScore;
    matrix[base + COLUMN.similar] = similarScore;
    matrix[base + COLUMN.relatedBlock] = block.related;
    matrix[base + COLUMN.similarBlock] = block.similar;
    matrix[base + COLUMN.softBlock] = block.soft;
    matrix[base + COLUMN.names] = names;
    matrix[base + COLUMN.namesBlock] = block.names;
    matrix[base + COLUMN.numbers] = numbers;
    matrix[base + COLUMN.full] = matched === width ? 1 : 0;
    matrix[base + COLUMN.rawAll] = matrix[base + COLUMN.allWords]! * scale;
    matrix[base + COLUMN.rawSentence] = rarity * scale;
    matrix[base + COLUMN.rawBlock] = block.score * scale;
    matrix[base + COLUMN.rawSoft] = block.soft * scale;
    matrix[base + COLUMN.rawBigrams] = matrix[base + COLUMN.allBigrams]! * scale;
  }
  return block.score;
}

function describeWholeBlock({ indexed, block, first, count, matches, query, statistics }: BlockTask) {
  const { blockCounts, blockRelated, blockSimilar, related, similar, wordCounts } = matches;
  const { sentence: ws, block: wb, rarity: wr, names: wn } = query.weights;
  const width = ws.length;
  const content = indexed.contentStart[first + count]! - indexed.contentStart[first]!;
  const words = indexed.sentenceStart[first + count]! - indexed.sentenceStart[first]!;
  const average = statistics.words / statistics.blocks;
  const told = { score: 0, rarity: 0, coverage: 0, all: 0, related: 0, similar: 0, soft: 0, names: 0, context: 0 };
  for (let place = 0; place < count * width; place += 1) {
    const term = place % width;
    if (related[place]! > blockRelated[term]!) blockRelated[term] = related[place]!;
    if (similar[place]! > blockSimilar[term]!) blockSimilar[term] = similar[place]!;
  }
  for (let term = 0; term < width; term += 1) {
    const value = saturated(blockCounts[term]!, content, average, BLOCK);
    told.score += wb[term]! * value;
    told.rarity += wr[term]! * value;
    if (blockCounts[term]! > 0) {
      told.coverage += ws[term]!;
      told.names += wn[term]!;
      told.soft += wr[term]!;
    } else {
      told.related += ws[term]! * blockRelated[term]!;
      told.similar += ws[term]! * blockSimilar[term]!;
      told.soft += wr[term]! * Math.max(RELATED_IN_SOFT * blockRelated[term]!, blockSimilar[term]!);
    }
    if (
      query.read.terms[term]!.ids.some(
        (id) => indexed.titleTerms.includes(id) || indexed.headingTerms[block]!.includes(id),
      )
    )
      told.context += wr[term]!;
  }
  for (let word = 0; word < wordCounts.length; word += 1)
    told.all += query.wordWeights[word]! * saturated(wordCounts[word]!, words, average * WORDS_PER_CONTENT_WORD, BLOCK);
  told.all /= query.wordTotal;
  return told;
}

/** Sets how the sentences of a block stand to one another. */
function compareSentences(matrix: Float64Array, row: number, count: number): void {
  let [best, second] = [0, 0];
  const scoreAt = (at: number) => (at < 0 || at >= count ? 0 : matrix[(row + at) * WIDTH + COLUMN.sentence]!);
  for (let at = 0; at < count; at += 1) {
    const score = scoreAt(at);
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  for (let at = 0; at < count; at += 1) {
    const base = (row + at) * WIDTH;
    matrix[base + COLUMN.bestInBlock] = scoreAt(at) - (scoreAt(at) >= best ? second : best);
    matrix[base + COLUMN.before] = scoreAt(at - 1);
    matrix[base + COLUMN.after] = scoreAt(at + 1);
  }
}

/** BM25's term frequency, scaled to less than 1. */
function saturated(
  count: number,
  length: number,
  average: number,
  { k, b }: { readonly k: number; readonly b: number },
) {
  return count === 0 ? 0 : count / (count + k * (1 - b + (b * length) / average));
}
