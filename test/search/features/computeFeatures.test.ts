import { describe, expect, it } from 'vitest';
import { createCollection } from '../../../src/search/index/collection.ts';
import { computeFeatures } from '../../../src/search/features/computeFeatures.ts';
import { COLUMN, FEATURES, FEATURE_COUNT, type Feature } from '../../../src/search/features/features.ts';
import { testArticle } from '../testArticle.ts';

const article = testArticle('mill', [
  'The mill stood by the river. | Later the old mill burnt down in 1911. | It was rebuilt because the town needed flour.',
  'Ada Fenwick bought the ruin. | She sold bread.',
]);

/** Gives a feature of each sentence, in the article's order; 0 for those that are not looked at. */
function featureOf(feature: Feature, question: string): readonly number[] {
  const collection = createCollection();
  collection.add(article);
  const { query, candidates, statistics } = collection.candidatesFor(collection.read(question), {});
  const { rows, matrix } = computeFeatures(query, candidates, statistics);
  const values = Array.from({ length: 5 }, () => 0);
  for (const [row, { sentence }] of rows.entries()) values[sentence] = matrix[row * FEATURE_COUNT + COLUMN[feature]]!;
  return values;
}

describe('the features of a sentence', () => {
  it('has a column for each feature', () => {
    expect(new Set(FEATURES).size).toBe(FEATURE_COUNT);
    expect(FEATURES.map((feature) => COLUMN[feature])).toEqual(FEATURES.map((_, column) => column));
  });

  it.each<[Feature, string, readonly number[]]>([
    ['opens', 'mill', [1 / 2, 1 / 4, 0, 0, 0]],
    ['isFirst', 'mill bread', [1, 0, 0, 1, 0]],
    ['isLast', 'mill bread', [0, 0, 1, 0, 1]],
    ['leansBack', 'mill bread', [0, 0, 1, 0, 1]],
    ['coverageRarity', 'flour', [0, 0, 1, 0, 0]],
    ['unionBefore', 'river', [0, 1, 0, 0, 0]],
    ['unionFirst', 'river', [0, 0, 1, 0, 0]],
    ['unionAfter', 'flour', [0, 1, 0, 0, 0]],
    ['why', 'Why was the mill rebuilt?', [0, 0, 1, 0, 0]],
    ['whenDate', 'When did the mill burn?', [0, 1, 0, 0, 0]],
    ['nearNumber', 'When did the mill burn?', [0, 1 / 3, 0, 0, 0]],
    ['nearName', 'Who bought the ruin?', [0, 0, 0, 1, 0]],
  ])('%s of "%s"', (feature, question, expected) => {
    const values = featureOf(feature, question);
    for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value);
  });
});
