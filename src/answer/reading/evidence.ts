import { articleEvidence, ARTICLE_EVIDENCE, type InArticle } from './articleEvidence.ts';
import { answerFitSteps, FITS, namesHeld, shareAsked, type Fit } from './answerFit.ts';
import type { QuestionAsked } from './questionAsked.ts';
import type { Span } from '../../language/span.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';

/** A sentence that was read, with everything that is known of it for a question. */
export interface ReadSentence extends InArticle {
  readonly text: string;
  readonly kind: 'standfirst' | 'paragraph' | 'caption';
  /** Index of its block; sentences of one block follow one another. */
  readonly block: number;
  /** Its place among all sentences of the article, 0 to 1. */
  readonly place: number;
  /** Its article; needed, as its title is, where several were read. */
  readonly from?: string | undefined;
  /** What the words order it by; undefined if it shares none with the question. */
  readonly order: number | undefined;
  /** The reader's score: how much likelier it finds the answer here than nowhere in the passage. */
  readonly score: number;
  /** The same of the likeliest words alone. */
  readonly spanScore: number;
  /** The likeliest words, in `text`. */
  readonly span: Span;
  /** How near its meaning is to the question's, -1 to 1. */
  readonly nearness: number;
  /** Whether it comes right after the one before it in the list. Default: if their blocks are the same or neighbours. */
  readonly follows?: boolean | undefined;
  /** Whether it asks, or leads up to a question. Default: if it is a question. */
  readonly asks?: boolean | undefined;
  /** The question in the text that comes right before it. */
  readonly answers?: string | undefined;
}

/** What is known of each sentence. */
const OF_EACH = [
  'order',
  'hasOrder',
  'score',
  'scoreBelowBest',
  'isBest',
  'nearness',
  'nearnessBelowBest',
  'isCaption',
  'isStandfirst',
  'length',
  'place',
  'scoreBefore',
  'scoreAfter',
  'orderBefore',
  'orderAfter',
  'names',
  'repeats',
  'keywordOrder',
  'keywordScore',
  ...ARTICLE_EVIDENCE,
  ...FITS.map((fit) => `${fit}Fit` as const),
] as const;

/** What counts otherwise where several articles were read: there, the question's words and meaning tell which one it is about. */
const COUNTS_OTHERWISE = [
  'order',
  'hasOrder',
  'score',
  'scoreBelowBest',
  'nearness',
  'names',
  'repeats',
] as const satisfies readonly (typeof OF_EACH)[number][];

export const EVIDENCE = [...OF_EACH, ...COUNTS_OTHERWISE.map((name) => `${name} of several` as const)] as const;
export type Evidence = (typeof EVIDENCE)[number];

const SCORE_MAX = 12;
const LOWEST_ORDER = -10;
const NEIGHBOUR_LOWEST = -8;

/** Describes each sentence that was read by `EVIDENCE`, one row after the other. */
export function evidence(asked: QuestionAsked, read: readonly ReadSentence[]): Float64Array {
  return finish(evidenceSteps(asked, read));
}

/** The same, a sentence at a step. */
export function* evidenceSteps(asked: QuestionAsked, read: readonly ReadSentence[]): Steps<Float64Array> {
  const best = Math.max(...read.map(({ score }) => score));
  const bestNearness = Math.max(...read.map(({ nearness }) => nearness));
  const bestOrder = Math.max(LOWEST_ORDER, ...read.map(({ order }) => order ?? LOWEST_ORDER));
  const articles = articleEvidence(asked, read);
  const areSeveral = read.some(({ from }) => from !== read[0]?.from);
  const matrix = new Float64Array(read.length * EVIDENCE.length);
  for (const [at, one] of read.entries()) {
    yield;
    const { text, kind, block, place, order, score, span, nearness } = one;
    const [before, after] = [read[at - 1], read[at + 1]].map((other) => (other?.block === block ? other : undefined));
    const around = aroundOf(read, at);
    const fits = yield* answerFitSteps(asked, { text, span, around });
    const below = (other: number | undefined): number =>
      Math.max(LOWEST_ORDER, (other ?? bestOrder + LOWEST_ORDER) - bestOrder);
    const scored = (other: ReadSentence | undefined): number =>
      other ? clipped(other.score) - clipped(best) : NEIGHBOUR_LOWEST;
    const isKeywords = asked.kind === 'keywords';
    const row: Readonly<Record<(typeof OF_EACH)[number], number>> = {
      order: below(order),
      hasOrder: Number(order !== undefined),
      score: clipped(score),
      scoreBelowBest: Math.max(-SCORE_MAX, score - best),
      isBest: Number(score === best),
      nearness,
      nearnessBelowBest: nearness - bestNearness,
      isCaption: Number(kind === 'caption'),
      isStandfirst: Number(kind === 'standfirst'),
      length: Math.log1p(text.split(/\s+/u).length) / 4,
      place,
      scoreBefore: scored(before),
      scoreAfter: scored(after),
      orderBefore: below(before?.order),
      orderAfter: below(after?.order),
      names: namesHeld(asked, `${around} ${text}`),
      repeats: shareAsked(asked, text.slice(...span)),
      keywordOrder: isKeywords ? below(order) : 0,
      keywordScore: isKeywords ? Math.max(-SCORE_MAX, score - best) : 0,
      ...articles[at]!,
      ...(Object.fromEntries(FITS.map((fit) => [`${fit}Fit`, fits[fit]])) as Record<`${Fit}Fit`, number>),
    };
    const several = COUNTS_OTHERWISE.map((name) => (areSeveral ? row[name] : 0));
    matrix.set([...OF_EACH.map((name) => row[name]), ...several], at * EVIDENCE.length);
  }
  return matrix;
}

function clipped(score: number): number {
  return Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));
}

/** The sentences right before and after one in its block, and the question that it answers. */
export function aroundOf(read: readonly ReadSentence[], at: number): string {
  const beside = [read[at - 1], read[at + 1]].filter((other) => other?.block === read[at]?.block);
  return [read[at]?.answers, ...beside.map((other) => other?.text)].filter((text) => text !== undefined).join(' ');
}
