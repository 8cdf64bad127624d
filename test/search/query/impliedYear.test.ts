import { describe, expect, test } from 'vitest';
import { createSearchIndex } from '../../../src/search/searchIndex.ts';
import { testArticle } from '../testArticle.ts';

const lines = [
  'The gang had struck before the 2024 fires in the port. | Nobody knew its name.',
  'On June 11, police arrested eight men in the old harbour.',
  'In June 2019, a court freed two men who had been arrested too.',
];

function firstFor(question: string, published: string | undefined): number | undefined {
  const article = testArticle('news', lines);
  const index = createSearchIndex([published === undefined ? article : { ...article, published }]);
  return index.search(question).hits[0]?.block;
}

describe('a question that names a year', () => {
  test('is answered by a sentence without one, in an article of that year', () => {
    expect(firstFor('Who was arrested in June 2024?', '2024-06-20')).toBe(2);
    expect(firstFor('Who was arrested in June 2024?', '2024')).toBe(2);
  });

  test('is answered by the sentence that names it, whatever the year of the article', () => {
    expect(firstFor('Who was freed in June 2019?', '2024-06-20')).toBe(3);
    expect(firstFor('Who was arrested in June 2019?', undefined)).toBe(3);
  });
});
