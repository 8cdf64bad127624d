/**
 * `node bench/train/ablation.ts`: trains without each group of features in turn and prints what that costs, paragraph and
 * sentence first in per cent, cross-validated by article. Takes a minute.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FEATURE_GROUPS } from '../../src/search/features/features.ts';
import { crossValidateOrder, type OrderFigures } from './crossValidate.ts';
import { readExamples } from './examples.ts';
import { SETS } from './questions.ts';

const read = await Promise.all(SETS.map((set) => readExamples(set, ['q', 'typo1'])));
const examples = read.flat().filter(({ answerable }) => answerable);
const rows: [name: string, figures: readonly string[]][] = [
  ['everything', figuresOf(crossValidateOrder(examples, []))],
];
for (const [name, features] of Object.entries(FEATURE_GROUPS))
  rows.push([`without ${name}`, figuresOf(crossValidateOrder(examples, features))]);
const table = [
  '| features | qa-dev | one typing error | qa-news-dev | qa-long-dev |',
  '| --- | --- | --- | --- | --- |',
]
  .concat(rows.map(([name, figures]) => `| ${[name, ...figures].join(' | ')} |`))
  .join('\n');
console.log(table);
writeFileSync(path.join(import.meta.dirname, 'ablation.md'), `${table}\n`);

function figuresOf(figures: OrderFigures): readonly string[] {
  return ['qa-dev q', 'qa-dev typo1', 'qa-news-dev q', 'qa-long-dev q'].map((key) => {
    const { paragraph, sentence } = figures[key]!;
    return `${paragraph.toFixed(1)} / ${sentence.toFixed(1)}`;
  });
}
