/**
 * `node bench/train/ablation.ts`: trains without each group of features in turn and prints what that costs, paragraph and
 * sentence first in per cent, cross-validated by article. Takes several minutes.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature } from '../../src/search/features.ts';
import { crossValidateOrder, type OrderFigures } from './crossValidate.ts';
import { readExamples } from './examples.ts';

const SETS = ['qa-dev', 'qa-news-dev', 'qa-long-dev'];
const GROUPS: Readonly<Record<string, readonly Feature[]>> = {
  'words of the sentence': ['sentence', 'sentenceRarity', 'coverage', 'coverageRarity', 'rawSentence'],
  'words of the block': ['block', 'blockRarity', 'blockCoverage', 'allBlock', 'rawBlock'],
  'general rarity': ['sentenceRarity', 'blockRarity', 'coverageRarity', 'rawSentence'],
  'all words, stop words too': ['allWords', 'allBlock', 'rawAll', 'allBigrams', 'allTrigrams', 'rawBigrams'],
  'union with neighbours': ['unionBefore', 'unionFirst', 'unionAfter', 'window'],
  'neighbours and blocks around': ['before', 'after', 'blockBefore', 'blockAfter', 'bestInBlock'],
  'related meaning': ['related', 'relatedBlock'],
  'similar spelling': ['similar', 'similarBlock'],
  'both, over the block': ['softBlock', 'rawSoft'],
  'order and proximity': ['bigrams', 'allBigrams', 'allTrigrams', 'rawBigrams', 'proximity', 'density'],
  'names and figures': ['names', 'namesBlock', 'numbers', 'full'],
  'kind of answer': [
    'whoName',
    'whoPerson',
    'whenDate',
    'whereName',
    'wherePlace',
    'quantityNumber',
    'quantityCue',
    'why',
    'how',
    'definition',
    'naming',
    'otherName',
    'otherNumber',
    'nearName',
    'nearNumber',
  ],
  'the sentence by itself': ['isFirst', 'isLast', 'leansBack', 'length', 'novel', 'quotes'],
  'shares times length': ['rawAll', 'rawSentence', 'rawBlock', 'rawSoft', 'rawBigrams'],
};

const examples = (await Promise.all(SETS.map(readExamples)))
  .flat()
  .filter(({ variant }) => variant === 'q' || variant === 'typo1');
const rows: [name: string, figures: readonly string[]][] = [['everything', figuresOf(crossValidateOrder(examples))]];
for (const [name, features] of Object.entries(GROUPS))
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
