/**
 * `npm run train`: trains the ranker on public data (docs/evaluation.md) and writes `src/search/ranker.json`, with
 * the figures that cross-validation by article gives. Deterministic; takes some twenty seconds.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { COLUMN, FEATURES } from '../../src/search/features/features.ts';
import { ANSWERED_SHARE, crossValidate } from './crossValidate.ts';
import { readExamples, readPooled } from './examples.ts';
import { trainOrder } from './order.ts';
import { hasData, SETS } from './questions.ts';
import { answerScore, thresholdFor, trainSilence } from './silence.ts';

const OUT = path.join(import.meta.dirname, '../../src/search/ranker.json');

if (!hasData()) {
  console.error('Cannot train: there are no data; docs/evaluation.md says where to get them (EVAL_DATA=FOLDER)');
  process.exit(2);
}
const single = (await Promise.all(SETS.map((set) => readExamples(set, ['q'])))).flat();
const examples = [...single, ...(await Promise.all(SETS.map(readPooled))).flat()];
const order = trainOrder(examples);
const silence = trainSilence(single, order);
const scores = single.map((example) => answerScore(example, order, silence));
const threshold = thresholdFor(single, scores, ANSWERED_SHARE);
const figures = crossValidate(examples);
console.table(figures.order);
console.table(figures.silence);
writeFileSync(
  OUT,
  `${JSON.stringify(
    {
      trained: new Date().toISOString().slice(0, 10),
      data: `${SETS.join(', ')}: SQuAD 2.0 and "new Wikipedia" (CC BY-SA 4.0), QAMR and ESTER, COVID-QA; each question put to its article, and some to several at once`,
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
        weights: named(silence.weights),
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
