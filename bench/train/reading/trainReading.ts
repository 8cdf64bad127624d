import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EVIDENCE } from '../../../src/answer/reading/evidence.ts';
import {
  judgeReading,
  READ_AGAIN,
  SECOND_EVIDENCE,
  scoresOf,
  secondEvidence,
  SIGNS,
  type JudgedReading,
  type ScoresAgain,
} from '../../../src/answer/reading/weighReading.ts';
import { area } from '../area.ts';
import { fitOrder, fitSilence } from './fit.ts';
import { readReadingExamples, type ReadingExample } from './readingExamples.ts';

const OUT = path.join(import.meta.dirname, '../../../src/answer/reading/reading.json');
const FOLDS = 6;
const AT_ONCE = ' at once';
const SILENCE_RIDGE = 0.02;
/** How much what is asked freely counts beside all others, in deciding whether to answer. */
const READING_WEIGHT = 1.5;
/** Questions put to many articles teach the order what single articles do not, but less. */
const POOLED_WEIGHT = 0.3;
const NAMED_WEIGHT = 0.2;
/** What is decided is whether to show the first sentence: that a text answers says less where that one does not. */
const WRONG_FIRST_WEIGHT = 0.3;
/** Shares of what is answered in the texts that may meet silence: of the reading set's, at once too, and of the others. */
const SILENT_READING = 0.12;
const SILENT_AT_ONCE = 0.09;
const SILENT_OTHERS = 0.05;

/** Sets of questions as a team types them, to articles that answer some of them. */
const ASKED_FREELY: ReadonlySet<string> = new Set(['reading', 'asked']);
/** Sets that do not decide from which confidence on an answer is shown: of scientific articles hardly anything tells. */
const UNDECIDED: ReadonlySet<string> = new Set(['qa-long-fit']);

const [file, out = OUT] = process.argv.slice(2);
if (file === undefined) throw new TypeError('Give the file that readings.ts has written');
// Questions about the document as a whole are not read for; keywords are, to teach the order, but do not decide on silence.
const examples = readReadingExamples(file).filter(({ type }) => type !== 'about');
const articles = [...new Set(examples.map(({ article }) => article))].sort();
const foldOf = ({ article }: ReadingExample): number => articles.indexOf(article) % FOLDS;
const sets = [...new Set(examples.map(({ set }) => set))];
const isPooled = ({ kind }: ReadingExample): boolean => kind === 'pooled' || kind === 'pooled-unanswered';
const isAnswered = ({ kind }: ReadingExample): boolean => kind === 'answered' || kind === 'pooled';
const sizes = countsBy(examples.filter(isAnswered), ({ set }) => set);
const orderWeight = ({ set, kind }: ReadingExample): number =>
  sizes.get(set)! ** -0.5 * (kind === 'pooled' ? POOLED_WEIGHT : 1);
const deciding = examples.filter(({ asked }) => asked.kind !== 'keywords');
/** Questions to many articles of an encyclopedia mostly name one by its title: they teach silence a little, and no order. */
const teachesOrder = (example: ReadingExample): boolean => ASKED_FREELY.has(example.set) || !isPooled(example);
const groups = countsBy(deciding, groupOf);
const silenceWeight = (example: ReadingExample): number =>
  ((ASKED_FREELY.has(example.set) ? READING_WEIGHT : 1) *
    (isPooled(example) ? POOLED_WEIGHT * (teachesOrder(example) ? 1 : NAMED_WEIGHT) : 1)) /
  groups.get(groupOf(example))!;

/** A question with what weights fitted on other articles make of it. */
interface Judged {
  readonly example: ReadingExample;
  /** Whether there is an answer, as log-odds. */
  readonly logit: number;
  /** Whether the first sentence answers. */
  readonly isRight: boolean;
}

/** Turns the log-odds that there is an answer into the chance that the first sentence is it. */
interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** What orders sentences at the first reading, and at the second. */
interface Orders {
  readonly order: Float64Array;
  readonly secondOrder: Float64Array;
}

const folds = Array.from({ length: FOLDS }, (_, fold) => fitAll((example) => foldOf(example) !== fold));
const judged = deciding.map((example): Judged => {
  const { silence, ...orders } = folds[foldOf(example)]!;
  const { ranked, signs, isDoubtful } = lookedAt(example, orders);
  return {
    example,
    logit: isDoubtful ? -Infinity : logitOf(signs, silence),
    isRight: isAnswered(example) && example.read[ranked[0]!]!.a === 1,
  };
});
// The weights decide whether the text answers; what people see is how likely the first sentence is right.
const calibrations = folds.map((_, fold) => calibrate(judged.filter(({ example }) => foldOf(example) !== fold)));
const confidences = new Map(
  judged.map(({ example, logit }) => [example, chanceOf(logit, calibrations[foldOf(example)]!)] as const),
);
const threshold = Math.min(
  ...sets
    .filter((set) => !UNDECIDED.has(set))
    .map((set) => thresholdOf(set, ASKED_FREELY.has(set) ? SILENT_READING : SILENT_OTHERS)),
);
const thresholdOfMany = Math.min(
  ...[...ASKED_FREELY]
    .filter((set) => sets.includes(set))
    .map((set) => thresholdOf(`${set}${AT_ONCE}`, SILENT_AT_ONCE)),
);
const { order, secondOrder, silence } = fitAll(() => true);
const { slope, offset } = calibrate(judged);
const calibrated = silence.map((weight, at) => slope * weight + (at === 0 ? offset : 0));
writeFileSync(
  out,
  `${JSON.stringify(
    {
      trained: new Date().toISOString().slice(0, 10),
      data: `${sets.join(', ')}; the reader was not trained on any of them`,
      note: 'per cent, cross-validated by article; of those not answered by the text (taken out of it, or never in it) the share that meets silence; of answers with about such a confidence, the share whose first sentence is right',
      figures: { order: orderFigures(), silence: silenceFigures(), reliability: reliability() },
      order: named(EVIDENCE, order),
      secondOrder: named(SECOND_EVIDENCE, secondOrder),
      silence: {
        threshold: rounded(threshold),
        thresholdOfMany: rounded(thresholdOfMany),
        weights: named(SIGNS, calibrated),
      },
    },
    undefined,
    2,
  )}\n`,
);

function fitAll(isIn: (example: ReadingExample) => boolean): Orders & { readonly silence: Float64Array } {
  const own = examples.filter((example) => teachesOrder(example) && isIn(example));
  const order = fitOrder(
    own.map((example) => ({
      matrix: example.matrix,
      answers: example.read.map(({ a }) => a),
      weight: orderWeight(example),
    })),
  );
  const secondOrder = fitOrder(
    own.map((example) => {
      const again = likeliestAgain(example, scoresOf(example.matrix, order));
      const answers = [...again.keys()].map((row) => example.read[row]!.a);
      return { matrix: secondEvidence(example.matrix, again), answers, weight: orderWeight(example) };
    }),
  );
  const silence = fitSilence(
    deciding.filter(isIn).map((example) => {
      const { signs, ranked } = lookedAt(example, { order, secondOrder });
      const isWrong = isAnswered(example) && example.read[ranked[0]!]!.a !== 1;
      const weight = silenceWeight(example) * (isWrong ? WRONG_FIRST_WEIGHT : 1);
      return { signs, isAnswered: isAnswered(example), weight };
    }),
    SILENCE_RIDGE,
  );
  return { order, secondOrder, silence };
}

/** The scores of the second reading of those that the first finds likeliest. */
function likeliestAgain({ read }: ReadingExample, scores: Float64Array): ScoresAgain {
  const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const readAgain = ranked.flatMap((row): (readonly [number, number])[] => {
    const { again } = read[row]!;
    return again === undefined ? [] : [[row, again]];
  });
  return new Map(readAgain.slice(0, READ_AGAIN));
}

/** An example's sentences after both readings. */
function lookedAt(example: ReadingExample, { order, secondOrder }: Orders): JudgedReading {
  const { asked, read, matrix } = example;
  const scores = scoresOf(matrix, order);
  const again = likeliestAgain(example, scores);
  return judgeReading(asked, read, { first: { matrix, scores }, again, by: secondOrder });
}

function logitOf(signs: Float64Array, weights: Float64Array): number {
  return signs.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

function chanceOf(logit: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logit + offset)));
}

/** Platt's: the logistic regression of being right over what was found and is not doubted. Each set counts alike. */
function calibrate(all: readonly Judged[]): Calibration {
  const some = all.filter(({ example, logit }) => teachesOrder(example) && logit > -Infinity);
  const counts = countsBy(
    some.map(({ example }) => example),
    nameOf,
  );
  const [offset, slope] = fitSilence(
    some.map(({ example, logit, isRight }) => ({
      signs: Float64Array.of(1, logit),
      isAnswered: isRight,
      weight: (isPooled(example) ? POOLED_WEIGHT : 1) / counts.get(nameOf(example))!,
    })),
    0,
  );
  return { slope: slope!, offset: offset! };
}

/** Of the answers with about such a confidence, how many there are, and the share whose first sentence is right. */
function reliability() {
  const answered = judged.filter(({ example }) => confidences.get(example)! >= leastShown(nameOf(example)));
  return [...Map.groupBy(answered, ({ example }) => Math.min(9, Math.floor(10 * confidences.get(example)!)))]
    .sort(([a], [b]) => a - b)
    .map(([tenth, own]) => ({
      from: tenth / 10,
      mean: percent(own.reduce((sum, { example }) => sum + confidences.get(example)!, 0) / own.length),
      right: percent(own.filter(({ isRight }) => isRight).length / own.length),
      n: own.length,
    }));
}

function groupOf(example: ReadingExample): string {
  return `${nameOf(example)} ${isAnswered(example)}`;
}

function nameOf(example: ReadingExample): string {
  return `${example.set}${isPooled(example) ? AT_ONCE : ''}`;
}

function confidencesOf(name: string, answered: boolean): readonly number[] {
  return [...confidences]
    .filter(([example]) => nameOf(example) === name && isAnswered(example) === answered)
    .map(([, confidence]) => confidence);
}

function leastShown(name: string): number {
  return name.endsWith(AT_ONCE) ? thresholdOfMany : threshold;
}

/** The confidence from which on a set has as few wrong silences as wanted. */
function thresholdOf(name: string, share: number): number {
  const sorted = confidencesOf(name, true).toSorted((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? 1;
}

function orderFigures() {
  return Object.fromEntries(
    [...Map.groupBy(examples.filter(isAnswered), nameOf)].map(([name, own]) => {
      const sum = { paragraph: 0, sentence: 0, three: 0 };
      for (const example of own) {
        const { read } = example;
        const { scores } = lookedAt(example, folds[foldOf(example)]!);
        const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
        const three = ranked.slice(0, 3);
        sum.paragraph += read[ranked[0]!]!.p;
        sum.sentence += read[ranked[0]!]!.a;
        sum.three += Number(three.some((row) => read[row]!.a === 1));
      }
      const share = (count: number): number => percent(count / own.length);
      return [
        name,
        { paragraph: share(sum.paragraph), sentence: share(sum.sentence), three: share(sum.three), n: own.length },
      ];
    }),
  );
}

function silenceFigures() {
  return Object.fromEntries(
    [...new Set(examples.map(nameOf))].map((set) => {
      const [yes, no] = [confidencesOf(set, true), confidencesOf(set, false)];
      const least = leastShown(set);
      const share = (some: readonly number[]): number => some.filter((one) => one >= least).length / some.length;
      return [set, { answered: percent(share(yes)), silent: percent(1 - share(no)), area: percent(area(yes, no)) }];
    }),
  );
}

function countsBy(
  some: readonly ReadingExample[],
  key: (example: ReadingExample) => string,
): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(some, key)].map(([name, own]) => [name, own.length]));
}

function named(names: readonly string[], weights: Float64Array) {
  return Object.fromEntries(names.map((name, at) => [name, rounded(weights[at]!)]));
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}
