import { expect, test } from 'vitest';
import { createSearchIndex } from '../../../src/search/searchIndex.ts';
import { articleOf } from '../../fixtures/article.ts';

test.each([
  ['Who looked into the fire?', 'Police investigated the fire.'],
  ['Why did they put off the vote?', 'The council postponed the vote.'],
  ['When did they set up the club?', 'The bakers established the club.'],
])('%j finds the word that its verb stands for with its particle', (question, sentence) => {
  const others = ['The fire was large.', 'The vote was long.', 'The club was old.'];
  const index = createSearchIndex([articleOf('a', [['paragraph', ...others, sentence]])]);
  const [best] = index.search(question).hits;
  expect(best?.sentence).toBe(others.length);
});
