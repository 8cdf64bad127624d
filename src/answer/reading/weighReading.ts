import { evidence, EVIDENCE, type Evidence, type ReadSentence } from './evidence.ts';
import { QUESTION_KINDS, type QuestionAsked, type QuestionKind } from './questionAsked.ts';
import weights from './reading.json' with { type: 'json' };

/** Sentences in the order of how well they answer, and how sure it is that the first one does. */
export interface WeighedReading {
  /** Indexes of the sentences, the best first, with the logarithm of how much likelier the first is. */
  readonly order: readonly { readonly index: number; readonly behind: number }[];
  /** How likely it is that the first one answers, 0 to 1. */
  readonly confidence: number;
}

/** From here on the first sentence is shown as an answer. */
export const ANSWERED_CONFIDENCE = weights.silence.threshold;

const KINDS = QUESTION_KINDS.filter((kind) => kind !== 'what');
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
  | 'isQuestion'
  | 'agrees'
  | (typeof FIT_NAMES)[number]
  | `is ${QuestionKind}`
  | `score ${QuestionKind}`;

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
  'isQuestion',
  'agrees',
  ...FIT_NAMES,
  ...KINDS.flatMap((kind) => [`is ${kind}`, `score ${kind}`] as const),
];

const SCORE_MAX = 12;
const ORDER = Float64Array.from(EVIDENCE, (name) => (weights.order as Partial<Record<Evidence, number>>)[name] ?? 0);
const SILENCE = Float64Array.from(
  SIGNS,
  (name) => (weights.silence.weights as Partial<Record<Sign, number>>)[name] ?? 0,
);

/** Orders sentences that were read by the trained weights of `reading.json`. */
export function weighReading(asked: QuestionAsked, read: readonly ReadSentence[]): WeighedReading {
  const matrix = evidence(asked, read);
  const scores = scoresOf(matrix, ORDER);
  const ranked = [...read.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
  const best = scores[ranked[0]!]!;
  const signs = signsOf(asked, read, { matrix, scores });
  const sum = signs.reduce((total, value, at) => total + value * SILENCE[at]!, 0);
  return {
    order: ranked.map((index) => ({ index, behind: scores[index]! - best })),
    confidence: 1 / (1 + Math.exp(-sum)),
  };
}

/** Scores each row of evidence. */
export function scoresOf(matrix: Float64Array, by: Float64Array): Float64Array {
  const width = EVIDENCE.length;
  return Float64Array.from({ length: matrix.length / width }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += by[column]! * matrix[row * width + column]!;
    return sum;
  });
}

/** Describes the sentence that scores best, for whether it answers. */
export function signsOf(
  asked: QuestionAsked,
  read: readonly ReadSentence[],
  { matrix, scores }: { readonly matrix: Float64Array; readonly scores: Float64Array },
): Float64Array {
  const top = scores.indexOf(Math.max(...scores));
  const one = read[top]!;
  const rowValue = (name: Evidence): number => matrix[top * EVIDENCE.length + EVIDENCE.indexOf(name)]!;
  const all = scores.reduce((sum, score) => sum + Math.exp(score - scores[top]!), 0);
  const score = clipped(one.score);
  const signs: Partial<Record<Sign, number>> = {
    bias: 1,
    score,
    spanScore: clipped(one.spanScore),
    best: clipped(Math.max(...read.map((other) => other.score))),
    ahead: -Math.log(all),
    nearness: one.nearness,
    names: rowValue('names'),
    repeats: rowValue('repeats'),
    spanLength: Math.log1p(one.text.slice(...one.span).split(/\s+/u).length),
    isQuestion: rowValue('isQuestion'),
    agrees: Number(rowValue('order') === 0) + rowValue('isBest'),
    [`is ${asked.kind}`]: 1,
    [`score ${asked.kind}`]: score,
    ...Object.fromEntries(FIT_NAMES.map((name) => [name, rowValue(name)])),
  };
  return Float64Array.from(SIGNS, (name) => signs[name] ?? 0);
}

function clipped(score: number): number {
  return Math.max(-SCORE_MAX, Math.min(SCORE_MAX, score));
}
