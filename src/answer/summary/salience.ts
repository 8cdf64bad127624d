import { stemmerFor } from '../../language/words/stem.ts';
import { stopWordsOf } from '../../language/words/stopWords.ts';
import { tokensOf } from '../../language/words/tokens.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { beforeFirst } from '../../language/beforeFirst.ts';
import { entryAt, valueOf } from '../../runtime/entryAt.ts';

/** A sentence that a summary may choose. */
export interface Candidate {
  readonly text: string;
  /** Which paragraph it belongs to; sentences of one are together, in order. */
  readonly block: number;
  /** Multiplies its score; below 1 for what should stand in only when nothing else says it. Default 1. */
  readonly weight?: number;
}

export interface SalienceOptions {
  /** How many of these may come from any paragraph; those after them come from paragraphs that have none yet. */
  readonly free: number;
  readonly title?: string | undefined;
  /** BCP 47. */
  readonly language?: string;
}

/**
 * How the parts of the score weigh, tuned by hand on the public summaries of `npm run eval`: a lead counts more the
 * earlier it stands, long and very short sentences less, and words that were said already count against what says them again.
 */
const TITLE_WEIGHT = 0.3;
const LEAD = { floor: 0.7, decay: 2, first: 1 } as const;
const WORDS = { few: 5, many: 35, lengthPower: 0.25 } as const;
const QUOTATION = 0.9;
const REDUNDANCY = 0.6;
/** A sentence whose words stand to this share in those chosen already repeats them. */
const REPEAT_SHARE = 0.8;

/**
 * Words that lean on the sentence before when they open one. A language without a list is not checked: better an
 * occasional "She" than no summary.
 */
const DEPENDENT_OPENING: Readonly<Record<string, RegExp>> = {
  en: /^[^\p{L}]*(?:he|she|it|they|this|these|those|that|his|her|hers|their|its|such|both|but|and|or|so|yet|also|however|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|instead|meanwhile|likewise|similarly|otherwise|still|then|additionally|consequently|accordingly|besides|afterwards|for (?:example|instance)|in (?:addition|contrast|turn)|as a result|by contrast|on the other hand|on another level|(?:the|an)other|the (?:former|latter|same))(?![\p{L}-])/iu,
  de: /^[^\p{L}]*(?:er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|aber|und|oder|doch|jedoch|daher|deshalb|dennoch|trotzdem|außerdem|zudem|ferner|allerdings|somit|stattdessen|auch|so|dann|dabei|damit|dafür|dagegen|zum beispiel)(?![\p{L}-])/iu,
  fr: /^[^\p{L}]*(?:il|elle|ils|elles|ce|cela|ceci|ces|cette|cet|son|sa|ses|leur|leurs|mais|et|ou|donc|or|cependant|toutefois|pourtant|ainsi|aussi|de plus|en outre|par exemple|en revanche|néanmoins)(?![\p{L}-])/iu,
};

interface Scored {
  readonly index: number;
  readonly terms: ReadonlySet<string>;
  readonly score: number;
  readonly needsPrevious: boolean;
}

/**
 * Chooses the sentences that carry a text and make sense on their own, and yields their indexes, the best first: the first
 * of them are what a shorter choice consists of. One that leans on the sentence before ("She …", "However, …") is chosen
 * only after that one. Ends when the rest would repeat what is chosen. Yields undefined every millisecond or so, to be
 * run in slices; each choice is linear in the number of sentences.
 */
export function* salient(
  candidates: readonly Candidate[],
  { free, title, language = 'en' }: SalienceOptions,
): Generator<number | undefined, void> {
  const scored = yield* score(candidates, { title, language });
  const postings = postingsOf(scored);
  const weight = scored.map(({ terms }) => sum(terms, (term) => valueOf(postings, term).length));
  const repeated = scored.map(() => 0);
  const said = new Set<string>();
  const chosen = new Set<number>();
  const blocks = new Set<number>();
  const mayFollow = ({ index, needsPrevious }: Scored): boolean =>
    !needsPrevious ||
    (chosen.has(index - 1) && entryAt(candidates, index - 1).block === entryAt(candidates, index).block);
  for (;;) {
    let best: { readonly one: Scored; readonly gain: number } | undefined;
    for (const one of scored) {
      const { index } = one;
      if (one.score === 0 || chosen.has(index) || !mayFollow(one)) continue;
      if (chosen.size >= free && blocks.has(entryAt(candidates, index).block)) continue;
      const share = entryAt(repeated, index) / entryAt(weight, index);
      const gain = share > REPEAT_SHARE ? 0 : one.score * (1 - REDUNDANCY * share);
      if (gain > (best?.gain ?? 0)) best = { one, gain };
    }
    if (!best) return;
    chosen.add(best.one.index);
    blocks.add(entryAt(candidates, best.one.index).block);
    for (const term of best.one.terms) {
      if (said.has(term)) continue;
      said.add(term);
      const holders = valueOf(postings, term);
      for (const index of holders) repeated[index] = entryAt(repeated, index) + holders.length;
    }
    yield best.one.index;
  }
}

/** Scores each sentence by how much of the text's own words it holds, where it stands and how long it is. */
function* score(
  candidates: readonly Candidate[],
  { title, language }: { title: string | undefined; language: string },
): Steps<readonly Scored[]> {
  const stem = stemmerFor(language);
  const stop = stopWordsOf(language);
  const termsOf = (text: string): readonly string[] =>
    tokensOf(text, language).flatMap(({ text: word, joined }) => (joined || stop.has(word) ? [] : [stem(word)]));
  const terms: (readonly string[])[] = [];
  for (const { text } of candidates) {
    terms.push(termsOf(text));
    yield;
  }
  const frequency = new Map<string, number>();
  for (const term of terms.flat()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const norm = Math.sqrt([...frequency.values()].reduce((sum, count) => sum + count ** 2, 0)) || 1;
  const titleTerms = new Set(title === undefined ? [] : termsOf(title));
  const leaning = DEPENDENT_OPENING[beforeFirst(language, '-').toLowerCase()];
  let place = 0;
  const scored: Scored[] = [];
  for (const [index, { text, weight = 1 }] of candidates.entries()) {
    const position = weight < 1 ? LEAD.floor : leadAt(place++);
    const own = new Set(terms[index]);
    const needsPrevious = leaning?.test(text) ?? false;
    if (own.size < 3) {
      scored.push({ index, terms: own, score: 0, needsPrevious });
      continue;
    }
    const squares = [...own].reduce((sum, term) => sum + valueOf(frequency, term) ** 2, 0);
    const central = Math.sqrt(squares) / norm / own.size ** WORDS.lengthPower;
    const inTitle =
      titleTerms.size === 0 ? 0 : [...own].filter((term) => titleTerms.has(term)).length / titleTerms.size;
    const quotation = /["“”„«»]/u.test(text) ? QUOTATION : 1;
    const words = tokensOf(text, language).length;
    const length = words < WORDS.few ? words / WORDS.few : words > WORDS.many ? WORDS.many / words : 1;
    const value = (central + TITLE_WEIGHT * inTitle) * position * quotation * length * weight;
    scored.push({ index, terms: own, score: value, needsPrevious });
    yield;
  }
  return scored;
}

/** How much the place of a sentence counts, from 0. */
function leadAt(place: number): number {
  return LEAD.floor + (1 - LEAD.floor) * Math.exp(-place / LEAD.decay) + (place === 0 ? LEAD.first : 0);
}

/** Lists for each term the sentences that hold it; their number is what the term weighs. */
function postingsOf(scored: readonly Scored[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  for (const { index, terms } of scored) {
    for (const term of terms) {
      const holders = postings.get(term);
      if (holders) holders.push(index);
      else postings.set(term, [index]);
    }
  }
  return postings;
}

function sum<T>(items: Iterable<T>, value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
