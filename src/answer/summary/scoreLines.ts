import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import { tokensOf, type Token } from '../../language/words/tokens.ts';
import { entryAt, valueOf } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { ReadLine } from './lines.ts';

/** A line with what it is worth. */
export interface ScoredLine extends Omit<ReadLine, 'tokens'> {
  readonly index: number;
  /** Stems of its words that are no stop words, each once. */
  readonly terms: ReadonlySet<string>;
  /** 0 if it says too little to be chosen. */
  readonly score: number;
}

/**
 * How the parts of a score weigh: few and round, chosen on the reading set and on news with written summaries. A model
 * fitted over thirty features, crossed by article, did worse (DESIGN.md, "Summaries").
 */
const WEIGHTS = {
  title: 0.3,
  /** A place counts the more the earlier it is; the first sentence more than all. */
  lead: { floor: 0.7, decay: 2, first: 1 },
  /** Paragraphs open with what they are about, and go on with what explains it. */
  follows: 0.87,
  quotes: 0.85,
  /** Times the logarithm of one more than its figures. */
  figures: 0.1,
  maxWords: 35,
  lengthPower: 0.25,
} as const;
const MIN_TERMS = 3;
const FIGURE = /(?<![\p{L}\d])[$€£]?\d[\d,.]*/gu;

/** Scores each line by how much of the text's own words it holds, where it is and how it is made, one a step. */
export function* scoreLines(
  lines: readonly ReadLine[],
  { title, language }: { readonly title: string | undefined; readonly language: string },
): Steps<readonly ScoredLine[]> {
  const stem = stemmerFor(language);
  const stop = stopWordsOf(language);
  const termsOf = (tokens: readonly Token[]): ReadonlySet<string> =>
    new Set(tokens.flatMap(({ text, joined }) => (joined === true || stop.has(text) ? [] : [stem(text)])));
  const terms: ReadonlySet<string>[] = [];
  const holders = new Map<string, number>();
  for (const { tokens } of lines) {
    const own = termsOf(tokens);
    terms.push(own);
    for (const term of own) holders.set(term, (holders.get(term) ?? 0) + 1);
    yield;
  }
  let squares = 0;
  for (const count of holders.values()) squares += count ** 2;
  const titleTerms = termsOf(title === undefined ? [] : tokensOf(title, language));
  const hasParagraphs = lines[0]?.block !== lines.at(-1)?.block;
  let place = 0;
  const scored: ScoredLine[] = [];
  // Tokens are not kept: a summary of many articles would hold all of their words.
  for (const [index, { tokens: _, ...line }] of lines.entries()) {
    const own = entryAt(terms, index);
    const at = line.unfit === undefined ? place++ : Number.POSITIVE_INFINITY;
    const central = centrality(own, holders) / (Math.sqrt(squares) || 1);
    const value = own.size < MIN_TERMS ? 0 : central + WEIGHTS.title * shareIn(titleTerms, own);
    const follows = hasParagraphs && !line.isFirstOfBlock;
    scored.push({
      ...line,
      index,
      terms: own,
      score: value * leadAt(at) * formOf(line) * (follows ? WEIGHTS.follows : 1),
    });
    yield;
  }
  return scored;
}

function centrality(own: ReadonlySet<string>, holders: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const term of own) squares += valueOf(holders, term) ** 2;
  return Math.sqrt(squares) / Math.max(1, own.size) ** WEIGHTS.lengthPower;
}

function shareIn(title: ReadonlySet<string>, own: ReadonlySet<string>): number {
  if (title.size === 0 || own.size === 0) return 0;
  return [...own].filter((term) => title.has(term)).length / Math.sqrt(title.size * own.size);
}

/** How much the place among the lines that are fit counts, from 0. */
function leadAt(place: number): number {
  const { floor, decay, first } = WEIGHTS.lead;
  return floor + (1 - floor) * Math.exp(-place / decay) + (place === 0 ? first : 0);
}

function formOf({ text, marks, words }: Omit<ReadLine, 'tokens'>): number {
  const figures = text.match(FIGURE)?.length ?? 0;
  return (
    (marks.outside === text ? 1 : WEIGHTS.quotes) *
    (1 + WEIGHTS.figures * Math.log1p(figures)) *
    Math.min(1, WEIGHTS.maxWords / Math.max(1, words))
  );
}
