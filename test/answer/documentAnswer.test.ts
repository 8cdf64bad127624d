import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentAnswer } from '../../src/answer/documentAnswer.ts';
import { saidOfEach } from '../../src/reply/words/passageWords.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const article = (at: number) =>
  articleOf(`harbour-${at}`, [
    ['title', `Harbour ${at} reopens`],
    ['paragraph', `The harbour of town ${at} reopened on Monday after a long repair.`, 'The mayor cut a ribbon.'],
    ['paragraph', `Town ${at} will pay for it until 2040.`],
  ]);

describe('documentAnswer', () => {
  test('says of how many articles it speaks exactly where the question names none of several', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.constantFrom('about', 'conclusion'), (count, asked) => {
        const articles = Array.from({ length: count }, (_, at) => article(at));
        const answer = finish(documentAnswer(asked, contextOf(articles).library, {}));
        if (answer.kind !== 'excerpts') throw new Error(answer.kind);
        const told = new Set(answer.excerpts.map((excerpt) => excerpt.article)).size;
        expect(answer.ofArticles).toEqual(count === 1 ? undefined : { shown: told, all: count });
        expect(told).toBe(Math.min(10, count));
        const said = saidOfEach(answer);
        if (count === 1) expect(said).toBeUndefined();
        else
          expect(said).toContain(count > told ? `${told} of the ${count} articles` : `each of the ${count} articles`);
      }),
      { numRuns: 20 },
    );
  });

  test('speaks of the article that the question is kept to alone', () => {
    const articles = [article(1), article(2)];
    const answer = finish(documentAnswer('about', contextOf(articles).library, { article: articles[1] }));
    expect(answer).toMatchObject({ kind: 'excerpts', document: 'about' });
    expect(answer).not.toHaveProperty('ofArticles');
  });
});
