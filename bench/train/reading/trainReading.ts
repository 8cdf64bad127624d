import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EVIDENCE } from '../../../src/answer/reading/evidence.ts';
import { scoresOf, SIGNS } from '../../../src/answer/reading/weighReading.ts';
import { area } from '../area.ts';
import { fitOrder, fitSilence, signsBy } from './fit.ts';
import { readReadingExamples, type ReadingExample } from './readingExamples.ts';

const OUT = path.join(import.meta.dirname, '../../../src/answer/reading/reading.json');
const FOLDS = 6;
const SILENCE_RIDGE = 0.02;
/** How much the reading set counts beside all others, in deciding whether to answer. */
const READING_WEIGHT = 0.6;
/** Questions put to many articles teach the order what single articles do not, but less. */
const POOLED_WEIGHT = 0.3;
/** Shares of what is answered in the texts that may meet silence: of the reading set's, and of the others. */
const SILENT_READING = 0.2;
const SILENT_OTHERS = 0.05;

const file = process.argv[2];
if (file === undefined) throw new TypeError('Give the file that readings.ts has written');
// Questions about the document as a whole are not read for; keywords are, to teach the order, but do not decide on silence.
const examples = readReadingExamples(file).filter(({ type }) => type !== 'about');
const articles = [...new Set(examples.map(({ article }) => article))].sort();
const foldOf = ({ article }: ReadingExample): number => articles.indexOf(article) % FOLDS;
const sets = [...new Set(examples.map(({ set }) => set))];
const isAnswered = ({ kind }: ReadingExample): boolean => kind === 'answered' || kind === 'pooled';
const sizes = countsBy(examples.filter(isAnswered), ({ set }) => set);
const orderWeight = ({ set, kind }: ReadingExample): number =>
  sizes.get(set)! ** -0.5 * (kind === 'pooled' ? POOLED_WEIGHT : 1);
const deciding = examples.filter(({ kind, asked }) => kind !== 'pooled' && asked.kind !== 'keywords');
const groups = countsBy(deciding, groupOf);
const silenceWeight = (example: ReadingExample): number =>
  (example.set === 'reading' ? READING_WEIGHT : 1) / groups.get(groupOf(example))!;

const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const order = fitOrder(
    examples.filter((example) => foldOf(example) !== fold),
    orderWeight,
  );
  const silence = fitOn(
    deciding.filter((example) => foldOf(example) !== fold),
    order,
  );
  return { order, silence };
});
const confidences = new Map(
  deciding.map((example) => {
    const { order, silence } = folds[foldOf(example)]!;
    return [example, chanceOf(signsBy(example, order), silence)] as const;
  }),
);
const threshold = Math.min(...sets.map(thresholdOf));
const order = fitOrder(examples, orderWeight);
const silence = fitOn(deciding, order);
writeFileSync(
  OUT,
  `${JSON.stringify(
    {
      trained: new Date().toISOString().slice(0, 10),
      data: `${sets.join(', ')}; the reader was not trained on any of them`,
      note: 'per cent, cross-validated by article; of those not answered by the text (taken out of it, or never in it) the share that meets silence',
      figures: { order: orderFigures(), silence: silenceFigures() },
      order: named(EVIDENCE, order),
      silence: { threshold: rounded(threshold), weights: named(SIGNS, silence) },
    },
    undefined,
    2,
  )}\n`,
);

function fitOn(some: readonly ReadingExample[], by: Float64Array): Float64Array {
  return fitSilence(
    some.map((example) => ({
      signs: signsBy(example, by),
      isAnswered: isAnswered(example),
      weight: silenceWeight(example),
    })),
    SILENCE_RIDGE,
  );
}

function chanceOf(signs: Float64Array, weights: Float64Array): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
}

function groupOf(example: ReadingExample): string {
  return `${example.set} ${isAnswered(example)}`;
}

function confidencesOf(set: string, answered: boolean): readonly number[] {
  return [...confidences]
    .filter(([example]) => example.set === set && isAnswered(example) === answered)
    .map(([, confidence]) => confidence);
}

/** The confidence from which on a set has as few wrong silences as wanted. */
function thresholdOf(set: string): number {
  const sorted = confidencesOf(set, true).toSorted((a, b) => a - b);
  const share = set === 'reading' ? SILENT_READING : SILENT_OTHERS;
  return sorted[Math.floor(share * sorted.length)] ?? 1;
}

function orderFigures() {
  return Object.fromEntries(
    [
      ...Map.groupBy(examples.filter(isAnswered), ({ set, kind }) => `${set}${kind === 'pooled' ? ' at once' : ''}`),
    ].map(([name, own]) => {
      const sum = { paragraph: 0, sentence: 0, three: 0 };
      for (const example of own) {
        const { read, matrix } = example;
        const scores = scoresOf(matrix, folds[foldOf(example)]!.order);
        const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
        const seen = new Set<number>();
        const three = ranked.filter((row) => !seen.has(read[row]!.block) && seen.add(read[row]!.block)).slice(0, 3);
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
    sets.map((set) => {
      const [yes, no] = [confidencesOf(set, true), confidencesOf(set, false)];
      const share = (some: readonly number[]): number => some.filter((one) => one >= threshold).length / some.length;
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
