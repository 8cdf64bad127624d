/**
 * `npm run eval`: takes every measure of the public data beside the repository, through the product's own code, and
 * prints it beside its target. A missed target is said, and is no failure.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { EVAL_FOLDER } from '../train/questions.ts';
import { dateMeasures, eventMeasures, segmentationMeasures, summaryMeasures } from './measures.ts';
import { printMeasures } from './printMeasures.ts';
import { qaMeasures } from './qaMeasures.ts';
import { trainedMeasures } from './trainedMeasures.ts';

const PARTS = {
  segmentation: segmentationMeasures,
  dates: dateMeasures,
  events: eventMeasures,
  summaries: summaryMeasures,
  'questions, with the weights as they are (trained on these data)': qaMeasures,
  'questions, cross-validated by article': trainedMeasures,
} as const;

if (!existsSync(path.join(EVAL_FOLDER, 'data'))) {
  console.log('Nothing to measure: the public data lie in ../shared/eval, which is not here.');
} else {
  const wanted = process.argv.slice(2);
  for (const [title, measure] of Object.entries(PARTS))
    if (wanted.length === 0 || wanted.some((word) => title.startsWith(word))) {
      const start = performance.now();
      printMeasures(title, await measure());
      console.log(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
    }
}
