/**
 * `npm run train:events`: trains what tells main events from those in passing, on public data (docs/evaluation.md),
 * and writes `src/events/salience/weights.json`, with the figures that cross-validation by report gives. Deterministic.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FEATURES } from '../../src/events/salience/features.ts';
import { hasData } from './questions.ts';
import { trainSalience } from './eventSalience.ts';
import { casesOf, crossValidateSalience, readSalienceReports } from './salienceReports.ts';

const OUT = path.join(import.meta.dirname, '../../src/events/salience/weights.json');

if (!hasData()) {
  console.error('Cannot train: there are no data; docs/evaluation.md says where to get them (EVAL_DATA=FOLDER)');
  process.exit(2);
}
const weights = trainSalience(casesOf(readSalienceReports()));
const figures = await crossValidateSalience();
console.table(figures);
const trained = {
  data: 'events-dev: 300 newswire reports with incident templates (MUC-3/4); weights of general features only, no words of the data',
  figures: { note: 'per cent, F1, cross-validated by report', ...figures },
  weights: Object.fromEntries(FEATURES.map((name) => [name, Math.round(1000 * weights[name]) / 1000])),
};
writeFileSync(OUT, `${JSON.stringify(trained, null, 2)}\n`);
