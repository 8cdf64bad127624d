import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { editionOf } from '../../../src/article/edition.ts';
import { createSearchIndex, indexArticles, type SearchIndex } from '../../../src/search/searchIndex.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { testArticle } from '../testArticle.ts';

/** Words that are spelt alike, and an acronym with its long form, so that orders can differ. */
const WORDS =
  'harbour harbours harbor barbour labour ferry ferries merry cherry berry the of Port Trade Council (PTC) PTC 1842 1843 salt-works größe'.split(
    ' ',
  );
const QUERIES = [
  'harbur feries',
  'Port Trade Council',
  'what is the PTC',
  'herry 1842',
  '"the of" harbour',
  'grosse salt',
];
const IDS = ['a', 'b', 'c', 'd'];

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => `${words.join(' ')}.`);
const line = fc
  .tuple(fc.constantFrom('', '', '# ', '! '), fc.array(sentence, { minLength: 1, maxLength: 3 }))
  .map(([mark, sentences]) => (mark === '# ' ? `# ${sentences[0]}` : `${mark}${sentences.join(' | ')}`));
const article = fc
  .record({ id: fc.constantFrom(...IDS), lines: fc.array(line, { minLength: 1, maxLength: 5 }) })
  .map(({ id, lines }) => withEdition(testArticle(id, lines)));
const corpus = fc.uniqueArray(article, { selector: ({ id }) => id });

function withEdition(made: Article): Article {
  return { ...made, edition: editionOf(made.source, made.blocks) };
}

function results(index: SearchIndex) {
  return QUERIES.map((query) => [
    index.search(query, { limit: 50 }),
    index.suggest(query, { limit: 50 }),
    finish(index.steps.likest(query)),
  ]);
}

function snapshotOf(index: SearchIndex): Uint8Array {
  return Buffer.concat([...finish(index.snapshot())]);
}

describe('an index from a snapshot', () => {
  test('finds the same, with the same scores, as a newly built index, for any snapshot', () => {
    fc.assert(
      fc.property(corpus, corpus, corpus, (first, second, now) => {
        const lived = createSearchIndex(first);
        finish(lived.change({ put: second, remove: ['a'] }));
        const loaded = finish(indexArticles(now, snapshotOf(lived)));
        expect(results(loaded)).toEqual(results(createSearchIndex(now)));
      }),
    );
  });

  test('can be changed as any other', () => {
    fc.assert(
      fc.property(corpus, article, (articles, changed) => {
        const loaded = finish(indexArticles(articles, snapshotOf(createSearchIndex(articles))));
        const made = createSearchIndex(articles);
        for (const index of [loaded, made]) finish(index.change({ put: [changed], remove: ['b'] }));
        expect(results(loaded)).toEqual(results(made));
      }),
    );
  });

  test('takes nothing of an article whose text, title or language has changed', () => {
    const old = withEdition(testArticle('harbour', ['The ferries leave at nine.']));
    const snapshot = snapshotOf(createSearchIndex([old]));
    for (const changed of [
      testArticle('harbour', ['The barges leave at ten.']),
      { ...old, title: 'Barges' },
      { ...old, language: 'de' },
    ]) {
      const present = withEdition(changed);
      const loaded = finish(indexArticles([present], snapshot));
      const made = createSearchIndex([present]);
      for (const query of ['ferries', 'barges', 'what leaves?'])
        expect(loaded.search(query)).toEqual(made.search(query));
    }
  });

  test('is rejected if the bytes are truncated or extended', () => {
    const snapshot = snapshotOf(createSearchIndex([testArticle('harbour', ['The ferries leave at nine.'])]));
    for (const bytes of [snapshot.subarray(0, -8), Buffer.concat([snapshot, Buffer.alloc(8)])])
      expect(() => finish(indexArticles([], bytes))).toThrow(RangeError);
  });
});

test('a search during a change finds all of it or none', () => {
  const before = testArticle('harbour', ['The ferries leave at nine. | The barges follow.', 'Salt was traded.']);
  const after = testArticle('harbour', ['The trams leave at ten. | The buses follow.', 'Sugar was traded.']);
  const index = createSearchIndex([before]);
  const [old, changed] = [createSearchIndex([before]), createSearchIndex([after])];
  const found = (one: SearchIndex) =>
    ['ferries barges', 'trams buses', 'what was traded'].map((query) => one.search(query).hits.map(({ span }) => span));
  let phase = 0;
  for (const _ of index.change({ put: [after] })) {
    const now = found(index);
    if (phase === 0 && JSON.stringify(now) === JSON.stringify(found(changed))) phase = 1;
    expect(now).toEqual(found(phase === 0 ? old : changed));
  }
  expect(found(index)).toEqual(found(changed));
  expect(phase).toBe(1);
});
