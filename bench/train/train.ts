/**
 * `npm run train`: trains the ranker on the public data beside the repository and writes `src/search/ranker.json`, with
 * the figures that cross-validation by article gives. Deterministic; takes about a minute.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { COLUMN, FEATURES } from '../../src/search/features.ts';
import { ANSWERED_SHARE, crossValidateOrder, crossValidateSilence } from './crossValidate.ts';
import { hasData, readExamples, readTrials } from './examples.ts';
import { trainOrder } from './order.ts';
import { answerScore, SILENCE_FEATURES, thresholdFor, trainSilence } from './silence.ts';

const SETS = ['qa-dev', 'qa-news-dev', 'qa-long-dev'];
const OUT = path.join(import.meta.dirname, '../../src/search/ranker.json');

if (!hasData()) {
  console.error('Cannot train: the data lie beside the repository, in ../shared/eval');
  process.exit(2);
}
const examples = (await Promise.all(SETS.map(readExamples))).flat();
const trials = SETS.flatMap((set) => readTrials(set, ['q', 'kw']));
const order = trainOrder(examples);
const silence = trainSilence(trials, order);
const threshold = thresholdFor(
  trials
    .filter(({ answerable, variant }) => answerable && variant === 'q')
    .map((trial) => answerScore(trial, order, silence)),
  ANSWERED_SHARE,
);
const figures = { order: crossValidateOrder(examples), silence: crossValidateSilence(examples, trials) };
console.table(figures.order);
console.table(figures.silence);
writeFileSync(
  OUT,
  `${JSON.stringify(
    {
      trained: new Date().toISOString().slice(0, 10),
      data: `${SETS.join(', ')}: SQuAD 2.0 and "new Wikipedia" (CC BY-SA 4.0), QAMR and ESTER, COVID-QA; questions, with one and two typing errors, and keywords`,
      figures: {
        note: 'per cent, cross-validated by article; paragraph first, sentence first; answered, silent, area',
        ...figures,
      },
      order: named(order),
      silence: {
        threshold: rounded(threshold),
        bias: rounded(silence.bias),
        perWord: rounded(silence.perWord),
        perMissing: rounded(silence.perMissing),
        weights: Object.fromEntries(SILENCE_FEATURES.map((name) => [name, rounded(silence.weights[COLUMN[name]]!)])),
      },
    },
    null,
    2,
  )}\n`,
);

function named(weights: Float64Array): Record<string, number> {
  return Object.fromEntries(FEATURES.map((name) => [name, rounded(weights[COLUMN[name]]!)]));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
