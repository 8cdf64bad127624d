import { causeBeside } from './beside/causeBeside.ts';
import { contraryBeside } from './beside/contraryBeside.ts';
import { figureBeside } from './beside/figureBeside.ts';
import { isDoubted, isRuledOut } from './doubts/doubted.ts';
import { aroundOf, evidenceSteps, EVIDENCE, type Evidence, type ReadSentence } from './evidence.ts';
import { QUESTION_KINDS, type QuestionAsked, type QuestionKind } from './questionAsked.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import weights from './reading.json' with { type: 'json' };

/** Sentences in the order of how well they answer, and how sure it is that the first one does. */
export interface WeighedReading {
  /** Indexes of the sentences, the best first, with the logarithm of how much likelier the first is. */
  readonly order: readonly { readonly index: number; readonly behind: number }[];
  /** How likely it is that the first one answers, 0 to 1. */
  readonly confidence: number;
  /** Whether that is likely enough to show it as an answer: of several articles, one nearly always has words that are like one. */
  readonly isAnswered: boolean;
}

/** Not yes or no: the reading set has 29 such questions that its articles answer, and two that they do not. */
const KINDS = QUESTION_KINDS.filter((kind) => kind !== 'what' && kind !== 'yes-no');
/** Signs that are 0 where one article was read. */
const OF_MANY = [
  'many',
  'score of many',
  'best of many',
  'ahead of many',
  'nearness of many',
  'names of many',
  'repeats of many',
  'doubted of many',
] as const;
const FIT_NAMES = EVIDENCE.filter((name) => name.endsWith('Fit'));

export type Sign =
  | 'bias'
  | 'score'
  | 'spanScore'
  | 'best'
  | 'ahead'
  | 'nearness'
  | 'names'
  | 'repeats'
  | 'spanLength'
  | 'agrees'
  | 'again'
  | 'bestAgain'
  | (typeof FIT_NAMES)[number]
  | `is ${QuestionKind}`
  | `score ${QuestionKind}`
  | (typeof OF_MANY)[number];

/** What decides whether the first sentence is an answer. */
export const SIGNS: readonly Sign[] = [
  'bias',
  'score',
  'spanScore',
  'best',
  'ahead',
  'nearness',
  'names',
  'repeats',
  'spanLength',
  'agrees',
  'again',
  'bestAgain',
  ...FIT_NAMES,
  ...KINDS.flatMap((kind) => [`is ${kind}`, `score ${kind}`] as const),
  ...OF_MANY,
];

/** What the order of the sentences that were read once more is made by. */
export const SECOND_EVIDENCE = [...EVIDENCE, 'again', 'againBelowBest'] as const;
/** So many of the likeliest sentences are read once more. */
export const READ_AGAIN = 6;

const SCORE_MAX = 12;
const ORDER = Float64Array.from(EVIDENCE, (name) => (weights.order as Partial<Record<Evidence, number>>)[name] ?? 0);
const SECOND_ORDER = Float64Array.from(
  SECOND_EVIDENCE,
  (name) => (weights.secondOrder as Partial<Record<(typeof SECOND_EVIDENCE)[number], number>>)[name] ?? 0,
);
const SILENCE = Float64Array.from(
  SIGNS,
  (name) => (weights.silence.weights as Partial<Record<Sign, number>>)[name] ?? 0,
);

/** Sentences that were read, in their first order. */
export interface FirstOrder {
  readonly matrix: Float64Array;
  /** Of each sentence. */
  readonly scores: Float64Array;
  /** Indexes of the sentences, the best first. */
  readonly ranked: readonly number[];
}

/** The scores of the sentences that were read once more, by index. */
export type ScoresAgain = ReadonlyMap<number, number>;

/** Orders sentences that were read once by the trained weights of `reading.json`. */
export function orderReading(asked: QuestionAsked, read: readonly ReadSentence[]): FirstOrder {
  return finish(orderSteps(asked, read));
}

/** The same, a sentence at a step. */
export function* orderSteps(asked: QuestionAsked, read: readonly ReadSentence[]): Steps<FirstOrder> {
  const matrix = yield* evidenceSteps(asked, read);
  const scores = scoresOf(matrix, ORDER);
  return { matrix, scores, ranked: rankedBy(scores) };
}

/** Orders sentences by both readings, and says how sure the first one is. */
export function weighReading(
  asked: QuestionAsked,
  read: readonly ReadSentence[],
  { first, again }: { readonly first: FirstOrder; readonly again: ScoresAgain },
): WeighedReading {
  const { ranked, scores, signs, isDoubtful, isOne } = judgeReading(asked, read, { first, again, by: SECOND_ORDER });
  const sum = signs.reduce((total, value, at) => total + value * SILENCE[at]!, 0);
  const best = scores[ranked[0]!]!;
  const confidence = isDoubtful ? 0 : 1 / (1 + Math.exp(-sum));
  return {
    order: ranked.map((index) => ({ index, behind: scores[index]! - best })),
    confidence,
    isAnswered: confidence >= (isOne ? weights.silence.threshold : weights.silence.thresholdOfMany),
  };
}

/** Sentences in the order of both readings, with what decides whether the first one answers. */
export interface JudgedReading {
  /** Of each sentence, none higher than that of the first. */
  readonly scores: Float64Array;
  /** Indexes of the sentences: the best that is not ruled out, then the others, the best first. */
  readonly ranked: readonly number[];
  readonly signs: Float64Array;
  /** Whether the first one cannot be shown as an answer, since it lacks what is asked for. */
  readonly isDoubtful: boolean;
  /** Whether one article was read. */
  readonly isOne: boolean;
}

/** Orders sentences by both readings (`by` weighs the second), and describes the first one. */
export function judgeReading(
  asked: QuestionAsked,
  read: readonly ReadSentence[],
  {
    first,
    again,
    by,
  }: { readonly first: Omit<FirstOrder, 'ranked'>; readonly again: ScoresAgain; readonly by: Float64Array },
): JudgedReading {
  const isOne = read.every(({ from }) => from === read[0]!.from);
  const believed = scoresAgain(first, again, by);
  const inOrder = rankedBy(believed);
  // Of several articles, the next one is mostly of another.
  const lacks = (row: number, test: typeof isDoubted): boolean =>
    test(
      asked,
      { text: read[row]!.text, span: read[row]!.span, around: aroundOf(read, row) },
      again.get(row) ?? read[row]!.score,
    );
  const likeliest = (isOne ? inOrder.find((row) => !lacks(row, isRuledOut)) : undefined) ?? inOrder[0]!;
  const beside =
    causeBeside(asked, read, likeliest) ??
    contraryBeside(asked, read, likeliest) ??
    figureBeside(asked, read, likeliest);
  const top = beside ?? likeliest;
  const scores = believed.map((score) => Math.min(score, believed[top]!));
  const ranked = [top, ...inOrder.filter((row) => row !== top)];
  const isDoubtful = beside === undefined && lacks(top, isDoubted);
  // What is said beside a sentence is as sure as that one is.
  const own = { matrix: first.matrix, scores: beside === undefined ? scores : believed, again };
  const described = signsOf(asked, read, own, likeliest);
  // Of several articles, a doubt only counts against an answer: that none of them has one is less sure.
  const signs = vectorOf(isOne ? described : { ...described, ...signsOfMany(described, isDoubtful) });
  return { scores, ranked, signs, isDoubtful: isOne && isDoubtful, isOne };
}

/** Scores sentences by both readings. What was not read once more follows what was, as far behind as before. */
export function scoresAgain(
  { matrix, scores }: Omit<FirstOrder, 'ranked'>,
  again: ScoresAgain,
  by: Float64Array,
): Float64Array {
  if (again.size === 0) return scores;
  const rows = [...again.keys()];
  const second = scoresOf(secondEvidence(matrix, again), by);
  const [lowest, lowestFirst] = [Math.min(...second), Math.min(...rows.map((row) => scores[row]!))];
  const found = new Map(rows.map((row, at) => [row, second[at]!] as const));
  return scores.map((score, row) => found.get(row) ?? lowest + Math.min(0, score - lowestFirst));
}

/** The evidence on the sentences that were read once more, in the order of `again`. */
export function secondEvidence(matrix: Float64Array, again: ScoresAgain): Float64Array {
  const [width, wider] = [EVIDENCE.length, SECOND_EVIDENCE.length];
  const best = Math.max(...again.values());
  const second = new Float64Array(again.size * wider);
  for (const [at, [row, score]] of [...again].entries()) {
    second.set(matrix.subarray(row * width, (row + 1) * width), at * wider);
    second.set([clipped(score), Math.max(-SCORE_MAX, score - best)], at * wider + width);
  }
  return second;
}

function rankedBy(scores: Float64Array): readonly number[] {
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/** Scores each row of evidence. */
export function scoresOf(matrix: Float64Array, by: Float64Array): Float64Array {
  const width = by.length;
  return Float64Array.from({ length: matrix.length / width }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += by[column]! * matrix[row * width + column]!;
    return sum;
  });
}

/** Describes a sentence, for whether it answers. */
function signsOf(
  asked: QuestionAsked,
  read: readonly ReadSentence[],
  { matrix, scores, again }: Omit<FirstOrder, 'ranked'> & { readonly again: ScoresAgain },
  top: number,
): Partial<Record<Sign, number>> {
  const one = read[top]!;
  const rowValue = (name: Evidence): number => matrix[top * EVIDENCE.length + EVIDENCE.indexOf(name)]!;
  const all = scores.reduce((sum, score) => sum + Math.exp(score - scores[top]!), 0);
  const score = clipped(one.score);
  return {
    bias: 1,
    score,
    spanScore: clipped(one.spanScore),
    best: clipped(Math.max(...read.map((other) => other.score))),
    ahead: -Math.log(all),
    nearness: one.nearness,
    names: rowValue('names'),
    repeats: rowValue('repeats'),
    spanLength: Math.log1p(one.text.slice(...one.span).split(/\s+/u).length),
    again: clipped(again.get(top) ?? one.score),
    bestAgain: clipped(Math.max(...(again.size > 0 ? again : new Map([[top, one.score]])).values())),
    agrees: Number(rowValue('order') === 0) + rowValue('isBest'),
    [`is ${asked.kind}`]: 1,
    [`score ${asked.kind}`]: score,
    ...Object.fromEntries(FIT_NAMES.map((name) => [name, rowValue(name)])),
  };
}

/** The same, and that it is the first of several articles: there, one of them often has words that are like an answer. */
function signsOfMany(
  { score = 0, best = 0, ahead = 0, nearness = 0, names = 0, repeats = 0 }: Partial<Record<Sign, number>>,
  isDoubtful: boolean,
): Readonly<Record<(typeof OF_MANY)[number], number>> {
  return {
    many: 1,
    'score of many': score,
    'best of many': best,
    'ahead of many': ahead,
    'nearness of many': nearness,
    'names of many': names,
    'repeats of many': repeats,
    'doubted of many': Number(isDoubtful),
  };
}

function vectorOf(signs: Partial<Record<Sign, number>>): Float64Array {
  return Float64Array.from(SIGNS, (name) => signs[name] ?? 0);
}

function clipped(score: number): number {
  return Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));
}
