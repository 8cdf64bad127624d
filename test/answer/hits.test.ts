import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askSteps } from '../../src/answer/ask.ts';
import { articleFound, excerptOfHit } from '../../src/answer/hits.ts';
import { quoteSteps } from '../../src/answer/quote.ts';
import type { Article } from '../../src/article/article.ts';
import { createSearchIndex } from '../../src/search/searchIndex.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { articleOf } from '../fixtures/article.ts';

const FERRY = 'The ferry sails at noon.';
const before = articleOf('pier', [
  ['paragraph', 'A gull cries.', 'Nobody waits.'],
  ['paragraph', FERRY, 'Ropes creak.'],
]);
/** Here the same words are in the second sentence of the first paragraph. */
const after = articleOf('pier', [
  ['paragraph', 'An elephant was seen in the bay this morning.', FERRY],
  ['paragraph', 'Two.', 'Three.', 'Four.'],
]);

function libraryOf(article: Article) {
  return { articles: new Map([[article.id as string, article]]), index: createSearchIndex([article]) };
}

describe('excerptOfHit', () => {
  const [hit] = createSearchIndex([before]).literal(FERRY);

  test('cuts the sentence of the edition that was searched', () => {
    expect(excerptOfHit(libraryOf(before), hit!)).toMatchObject([{ text: FERRY, reference: '¶2.1' }]);
  });

  test('has nothing for a hit of another edition, or of an article that is not there', () => {
    expect(excerptOfHit(libraryOf(after), hit!)).toEqual([]);
    expect(excerptOfHit(libraryOf(articleOf('other', [['paragraph', FERRY]])), hit!)).toEqual([]);
  });

  test('accepts an article of the same edition whose title was corrected', () => {
    expect(articleFound(libraryOf({ ...before, title: 'Pier' }), hit!)?.title).toBe('Pier');
  });
});

describe('an answer during which the index takes up another edition', () => {
  const asked = fc.constantFrom(
    'ferry sails at noon',
    'the ferry sails',
    'sails at noon. Ropes creak',
    'waits. The ferry',
    'when does the ferry sail?',
  );

  test.each([
    ['ask', (text: string, library: ReturnType<typeof libraryOf>) => askSteps(`"${text}"`, library)],
    ['ask in words', (text: string, library: ReturnType<typeof libraryOf>) => askSteps(text, library)],
    ['quote', (text: string, library: ReturnType<typeof libraryOf>) => quoteSteps(text, library)],
    [
      'quote a paragraph',
      (text: string, library: ReturnType<typeof libraryOf>) => quoteSteps(text, library, { around: 'paragraph' }),
    ],
  ])('shows only passages that have a word of it: %s', (_, stepsOf) => {
    fc.assert(
      fc.property(asked, fc.nat({ max: 30 }), fc.boolean(), (text, at, forth) => {
        const [own, next] = forth ? [before, after] : [after, before];
        const library = libraryOf(own);
        const steps = stepsOf(text, library);
        let step = steps.next();
        for (let taken = 0; taken < at && step.done !== true; taken += 1) step = steps.next();
        finish(library.index.change({ put: [next] }));
        while (step.done !== true) step = steps.next();
        const answer = step.value;
        const words = text.toLowerCase().match(/ferry|sails?|noon|ropes|creak|waits/gu) ?? [];
        for (const excerpt of answer.kind === 'excerpts' ? answer.excerpts : []) {
          expect(own.source.slice(...excerpt.span)).toBe(excerpt.text);
          expect(words.some((word) => excerpt.text.toLowerCase().includes(word))).toBe(true);
        }
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
