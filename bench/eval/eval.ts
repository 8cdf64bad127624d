/**
 * `npm run eval [-- PART …]`: takes every measure of the public data in `EVAL_DATA`, through the product's own code, and
 * prints it beside its target. A missed target is printed, and is no failure. A part whose files are missing is left out.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { EVAL_FOLDER, SETS } from '../train/questions.ts';
import { dateMeasures, eventMeasures, segmentationMeasures, summaryMeasures } from './measures.ts';
import { printMeasures, type Measure } from './printMeasures.ts';
import { readMeasures } from './readMeasures.ts';
import { readingSummaryMeasures } from './readingSummaries.ts';
import { qaMeasures } from './qaMeasures.ts';
import { reliability } from './reliability.ts';
import { trainedMeasures } from './trainedMeasures.ts';

interface Part {
  readonly measure: () => Promise<readonly Measure[]>;
  /** Files of the folder that it reads. */
  readonly files: readonly string[];
}

const QUESTIONS = [...SETS.map((set) => `data/${set}.jsonl`), 'harness/qa.mjs'];

const PARTS: Readonly<Record<string, Part>> = {
  segmentation: {
    measure: segmentationMeasures,
    files: ['data/seg-dev.jsonl', 'data/seg-golden-rules.jsonl', 'harness/segmentation.mjs'],
  },
  dates: { measure: dateMeasures, files: ['data/dates-dev.jsonl', 'harness/dates.mjs'] },
  events: { measure: eventMeasures, files: ['data/events-dev.jsonl', 'harness/events.mjs'] },
  summaries: { measure: summaryMeasures, files: ['data/sum-dev.jsonl', 'harness/summ.mjs'] },
  'reading-summaries': { measure: () => Promise.resolve(readingSummaryMeasures()), files: ['reading'] },
  'confidence of answers that were read, cross-validated by article': {
    measure: () => Promise.resolve(reliability()),
    files: [],
  },
  'answers that are read, of articles that the reader has not seen; what weighs its readings was fitted to them': {
    measure: readMeasures,
    files: [
      ...['qa-fit', 'qa-news-fit', 'qa-long-fit'].map((set) => `data/${set}.jsonl`),
      'harness/qa.mjs',
      'harness/silence.mjs',
    ],
  },
  'questions, with the weights as they are (trained on these data)': { measure: qaMeasures, files: QUESTIONS },
  'questions, cross-validated by article': { measure: trainedMeasures, files: QUESTIONS },
};

const wanted = process.argv.slice(2);
const chosen = Object.entries(PARTS).filter(
  ([title]) => wanted.length === 0 || wanted.some((word) => title.startsWith(word)),
);
const leftOut: string[] = [];
for (const [title, { measure, files }] of chosen) {
  const missing = files.filter((file) => !existsSync(path.join(EVAL_FOLDER, file)));
  if (missing.length > 0) {
    leftOut.push(`${title}: left out, as there is no ${missing.join(', ')}`);
    continue;
  }
  const start = performance.now();
  printMeasures(title, await measure());
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}
if (chosen.length === 0)
  console.log(`There is no part "${wanted[0]!}"; the parts are ${Object.keys(PARTS).join('; ')}.`);
else if (leftOut.length === chosen.length)
  console.log(
    [
      'Nothing to measure: the public data are not part of the repository.',
      'They come from SQuAD 2.0, QAMR, ESTER, COVID-QA, CNN/DailyMail, BBC News, GUM, EWT, TimeBank, AQUAINT and MUC-3/4.',
      'docs/evaluation.md says where each can be fetched, and how to lay them out. Then: EVAL_DATA=FOLDER npm run eval',
    ].join('\n'),
  );
else if (leftOut.length > 0) console.log(leftOut.join('\n'));
