import { expect, test } from 'vitest';
import { verifySteps } from '../../../src/answer/verify/verify.ts';
import { boldSpanSteps } from '../../../src/reply/parts/boldSpans.ts';
import type { Span } from '../../../src/language/span.ts';
import type { Steps } from '../../../src/runtime/steps/steps.ts';
import { lighthouse } from '../../fixtures/article.ts';

/** How often a computation yields. */
function yieldsOf(steps: Steps<unknown>): number {
  let yields = 0;
  while (!steps.next().done) yields += 1;
  return yields;
}

const library = (source: string) => {
  const span: Span = [0, source.length];
  const article = {
    ...lighthouse,
    source,
    blocks: [{ kind: 'paragraph', number: 1, span, sentences: [span] } as const],
  };
  return { articles: new Map([[article.id, article]]) };
};

test.each([
  ['differs at each of its words', 'a-'.repeat(4000), 'a_'.repeat(1000), 1000 / 64],
  ['shares one word with a very long sentence', `ferry ${'b-'.repeat(50_000)}`, 'ferry quay port mole', 10],
])('verifySteps yields in proportion to its work when a quotation %s', (_what, source, quote, least) => {
  expect(yieldsOf(verifySteps({ quote }, library(source)))).toBeGreaterThanOrEqual(least);
});

test('boldSpanSteps yields in proportion to its marks', () => {
  const marks = Array.from({ length: 2000 }, (_, at): Span => [2 * at, 2 * at + 1]);
  expect(yieldsOf(boldSpanSteps('a-'.repeat(2000), marks))).toBeGreaterThanOrEqual(Math.floor(2000 / 128));
});
