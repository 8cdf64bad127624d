import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleEvidence } from '../../../src/answer/reading/articleEvidence.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';

const asked = questionAsked('When did the harbour of Skarn close?', true);
const sentence = fc.record({
  from: fc.constantFrom('skarn', 'lamps', 'boats'),
  order: fc.option(fc.integer({ min: -9, max: 9 }), { nil: undefined }),
  score: fc.integer({ min: -11, max: 11 }),
  nearness: fc.double({ min: -1, max: 1, noNaN: true }),
});

describe('articleEvidence', () => {
  test('is the same for the sentences of one article, and highest, at 0, in the best', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (read) => {
        const described = articleEvidence(asked, read);
        for (const [, own] of Map.groupBy(described.keys(), (at) => read[at]!.from))
          expect(new Set(own.map((at) => JSON.stringify(described[at]))).size).toBe(1);
        for (const name of ['articleScore', 'articleNearness', 'articleOrder'] as const)
          expect(Math.max(...described.map((one) => one[name]))).toBe(0);
      }),
      { seed: 7 },
    );
  });

  test('says nothing where one article was read', () => {
    const own = { from: 'skarn', title: 'The harbour of Skarn', order: 3, score: 2, nearness: 0.5 };
    expect(Object.values(articleEvidence(asked, [own, own])[0]!)).toEqual([0, 0, 0, 0, 0]);
  });

  test('counts the question’s words in a title', () => {
    const one = (from: string, title: string) => ({ from, title, order: 3, score: 2, nearness: 0.5 });
    const [harbour, lamps] = articleEvidence(asked, [one('skarn', 'Skarn shuts its harbour'), one('lamps', 'Lamps')]);
    expect(harbour!.articleTitle).toBeCloseTo(2 / 3);
    expect(lamps!.articleTitle).toBe(0);
  });
});
