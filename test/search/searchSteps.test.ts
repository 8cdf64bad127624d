import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSearchIndex, type SearchIndex } from '../../src/search/searchIndex.ts';
import { STEP_WORK } from '../../src/runtime/steps/createMeter.ts';
import type { Steps } from '../../src/runtime/steps/steps.ts';
import { testArticle } from './testArticle.ts';

const SENTENCES = 2500;
const WORDS = ['the', 'of', 'it', 'was', 'ferry', 'harbour'];
const FORMS = { articles: 4, words: WORDS.length * 8 };

/** What a search must at least look at: each word once. */
const LEAST_STEPS = Math.floor((FORMS.articles * SENTENCES * FORMS.words) / STEP_WORK) - 1;

let index: SearchIndex;
beforeAll(() => {
  const sentence = `The ${Array.from({ length: 8 }, () => WORDS.join(' ')).join(' ')}.`;
  const paragraph = Array.from({ length: SENTENCES }, () => sentence).join(' | ');
  index = createSearchIndex(Array.from({ length: FORMS.articles }, (_, at) => testArticle(`a${at}`, [paragraph])));
});

function stepsOf(steps: Steps<unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

describe('a search of much text stops often, whatever the words', () => {
  // In the text the words are in another order, so that all of it is looked at.
  const absent = fc
    .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 250 })
    .map((words) => `${words.join(' ')} was was was of of`);

  test.each(['literal', 'suggest', 'likest', 'count', 'places'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(absent, (text) => {
        const steps = {
          literal: () => index.steps.literal(text),
          suggest: () => index.steps.suggest(text),
          likest: () => index.steps.likest(text),
          count: () => index.steps.count(`"${text}"`),
          places: () => index.steps.places(text, new Set(['a0', 'a1', 'a2', 'a3'])),
        }[kind];
        expect(stepsOf(steps())).toBeGreaterThanOrEqual(LEAST_STEPS);
      }),
      { numRuns: 6 },
    );
  });
});

describe('a search that is under way', () => {
  const small = () =>
    createSearchIndex(['a', 'b', 'c'].map((id) => testArticle(id, [`The ferry of ${id} sails. The ${id} waits.`])));

  test('goes on over the articles that it began with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'b', 'c'), (before, changed) => {
        const [changing, untouched] = [small(), small()];
        const steps = changing.steps.search('ferry');
        let step = steps.next();
        for (let at = 0; at < before && step.done !== true; at += 1) step = steps.next();
        changing.replace(testArticle(changed, ['Nothing is here.']));
        changing.add(testArticle('d', ['The ferry is new.']));
        while (step.done !== true) step = steps.next();
        const ids = (hits: readonly { readonly article: string }[]) => hits.map(({ article }) => article).toSorted();
        expect(ids(step.value.hits)).toEqual(ids(untouched.search('ferry').hits));
      }),
    );
  });
});
