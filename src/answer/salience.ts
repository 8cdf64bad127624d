import { stemmerFor } from '../language/stem.ts';
import { stopWordsOf } from '../language/stopWords.ts';
import { tokensOf } from '../language/tokens.ts';

/** A sentence that a summary may choose. */
export interface Candidate {
  readonly text: string;
  /** Which paragraph it belongs to; sentences of one are together, in order. */
  readonly block: number;
  /** Multiplies its score; below 1 for what should stand in only when nothing else says it. Default 1. */
  readonly weight?: number;
}

export interface SalienceOptions {
  readonly count: number;
  readonly title?: string | undefined;
  /** BCP 47. */
  readonly language?: string;
  /** Whether a paragraph may give one sentence at most. Default: no. */
  readonly onePerBlock?: boolean;
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
const LEANING: Readonly<Record<string, RegExp>> = {
  en: /^[^\p{L}]*(?:he|she|it|they|this|these|those|that|his|her|hers|their|its|such|both|but|and|or|so|yet|also|however|moreover|furthermore|nevertheless|nonetheless|therefore|thus|hence|instead|meanwhile|likewise|similarly|otherwise|still|then|additionally|consequently|accordingly|besides|afterwards|for (?:example|instance)|in (?:addition|contrast|turn)|as a result|by contrast|on the other hand|on another level|(?:the|an)other|the (?:former|latter|same))(?![\p{L}-])/iu,
  de: /^[^\p{L}]*(?:er|sie|es|dies(?:e[rsmn]?)?|jene[rsmn]?|sein(?:e[rsmn]?)?|ihr(?:e[rsmn]?)?|aber|und|oder|doch|jedoch|daher|deshalb|dennoch|trotzdem|außerdem|zudem|ferner|allerdings|somit|stattdessen|auch|so|dann|dabei|damit|dafür|dagegen|zum beispiel)(?![\p{L}-])/iu,
  fr: /^[^\p{L}]*(?:il|elle|ils|elles|ce|cela|ceci|ces|cette|cet|son|sa|ses|leur|leurs|mais|et|ou|donc|or|cependant|toutefois|pourtant|ainsi|aussi|de plus|en outre|par exemple|en revanche|néanmoins)(?![\p{L}-])/iu,
};

interface Scored {
  readonly index: number;
  readonly terms: ReadonlySet<string>;
  readonly score: number;
  readonly leans: boolean;
}

/**
 * Chooses the sentences that carry a text and stand on their own, and gives their indexes in order. One that leans on
 * the sentence before ("She …", "However, …") is chosen only after that one. Gives fewer than `count` where the rest
 * would repeat what is chosen. Quadratic in the number of sentences at worst.
 */
export function salient(
  candidates: readonly Candidate[],
  { count, title, language = 'en', onePerBlock = false }: SalienceOptions,
): readonly number[] {
  const scored = score(candidates, { title, language });
  const weights = weightsOf(scored);
  const chosen: Scored[] = [];
  const said = new Set<string>();
  while (chosen.length < count) {
    let best: { readonly one: Scored; readonly gain: number } | undefined;
    for (const one of scored) {
      if (one.score === 0 || chosen.includes(one)) continue;
      if (
        one.leans &&
        !chosen.some(
          ({ index }) => index === one.index - 1 && candidates[index]!.block === candidates[one.index]!.block,
        )
      )
        continue;
      if (onePerBlock && chosen.some(({ index }) => candidates[index]!.block === candidates[one.index]!.block))
        continue;
      const repeated = share(one.terms, said, weights);
      const gain = repeated > REPEAT_SHARE ? 0 : one.score * (1 - REDUNDANCY * repeated);
      if (gain > (best?.gain ?? 0)) best = { one, gain };
    }
    if (!best) break;
    chosen.push(best.one);
    for (const term of best.one.terms) said.add(term);
  }
  return chosen.map(({ index }) => index).sort((a, b) => a - b);
}

/** Scores each sentence by how much of the text's own words it holds, where it stands and how long it is. */
function score(
  candidates: readonly Candidate[],
  { title, language }: { title: string | undefined; language: string },
): readonly Scored[] {
  const stem = stemmerFor(language);
  const stop = stopWordsOf(language);
  const termsOf = (text: string): readonly string[] =>
    tokensOf(text, language).flatMap(({ text: word, joined }) => (joined || stop.has(word) ? [] : [stem(word)]));
  const terms = candidates.map(({ text }) => termsOf(text));
  const frequency = new Map<string, number>();
  for (const term of terms.flat()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const norm = Math.sqrt([...frequency.values()].reduce((sum, count) => sum + count ** 2, 0)) || 1;
  const titleTerms = new Set(title === undefined ? [] : termsOf(title));
  const leaning = LEANING[language.split('-', 1)[0]!.toLowerCase()];
  let place = 0;
  return candidates.map(({ text, weight = 1 }, index) => {
    const position = weight < 1 ? LEAD.floor : leadAt(place++);
    const own = new Set(terms[index]);
    const leans = leaning?.test(text) ?? false;
    if (own.size < 3) return { index, terms: own, score: 0, leans };
    const squares = [...own].reduce((sum, term) => sum + frequency.get(term)! ** 2, 0);
    const central = Math.sqrt(squares) / norm / own.size ** WORDS.lengthPower;
    const inTitle =
      titleTerms.size === 0 ? 0 : [...own].filter((term) => titleTerms.has(term)).length / titleTerms.size;
    const quotation = /["“”„«»]/u.test(text) ? QUOTATION : 1;
    const words = tokensOf(text, language).length;
    const length = words < WORDS.few ? words / WORDS.few : words > WORDS.many ? WORDS.many / words : 1;
    return {
      index,
      terms: own,
      score: (central + TITLE_WEIGHT * inTitle) * position * quotation * length * weight,
      leans,
    };
  });
}

/** How much the place of a sentence counts, from 0. */
function leadAt(place: number): number {
  return LEAD.floor + (1 - LEAD.floor) * Math.exp(-place / LEAD.decay) + (place === 0 ? LEAD.first : 0);
}

function weightsOf(scored: readonly Scored[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { terms } of scored) for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + 1);
  return weights;
}

/** Tells which share of some terms has been said, each counting by how often the text has it. */
function share(terms: ReadonlySet<string>, said: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let all = 0;
  let repeated = 0;
  for (const term of terms) {
    const weight = weights.get(term)!;
    all += weight;
    if (said.has(term)) repeated += weight;
  }
  return all === 0 ? 0 : repeated / all;
}
