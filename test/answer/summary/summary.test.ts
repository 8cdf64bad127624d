import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../../src/article/sections.ts';
import type { Article } from '../../../src/article/article.ts';
import {
  SUMMARY_LENGTHS,
  summarize,
  summarizeEach,
  summary,
  type SummaryLength,
} from '../../../src/answer/summary/summary.ts';
import { contains } from '../../../src/language/span.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { contextOf } from '../../fixtures/context.ts';
import { corpusArticle } from '../fixtures/corpusArticle.ts';

const LENGTHS = { brief: 3, standard: 6, full: Number.POSITIVE_INFINITY } as const;

describe('summary', () => {
  test('is made of whole sentences in the order of the text, no more than asked for, none twice', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), fc.constantFrom('brief', 'standard', 'full'), (article, length) => {
        const spans = summary(article, { length }).map(({ span }) => span);
        const sentences = article.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
        for (const span of spans) expect(sentences).toContainEqual(span);
        expect(spans).toEqual([...spans].sort(([a], [b]) => a - b));
        expect(spans.length).toBeLessThanOrEqual(LENGTHS[length]);
        expect(new Set(spans.map(([start]) => start)).size).toBe(spans.length);
      }),
    );
  });

  test('adds one sentence a further paragraph at most when it is full', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), (article) => {
        const blocks = (length: SummaryLength): readonly number[] =>
          summary(article, { length }).map(({ span }) =>
            article.blocks.findIndex((block) => contains(block.span, span)),
          );
        const standard = blocks('standard');
        const full = blocks('full');
        expect(full.length - standard.length).toBe(new Set(full).size - new Set(standard).size);
      }),
    );
  });

  test('of an article or a section holds every sentence of a shorter one', async () => {
    const shipped = await corpusArticle();
    if (shipped) expectNested(shipped);
    fc.assert(fc.property(arbitraryArticle('a'), expectNested), { numRuns: 200 });
    expectNested(lighthouse);
  });

  test('names the next lengths that differ, and no other', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), fc.constantFrom(...SUMMARY_LENGTHS), (article, length) => {
        const answer = summarize(article, contextOf([article]).library, { length });
        if (answer.kind !== 'summary') return;
        const size = (other: SummaryLength): number => summary(article, { length: other }).length;
        const at = SUMMARY_LENGTHS.indexOf(length);
        expect(answer.shorter).toBe(SUMMARY_LENGTHS.slice(0, at).findLast((other) => size(other) < size(length)));
        expect(answer.longer).toBe(SUMMARY_LENGTHS.slice(at).find((other) => size(other) > size(length)));
      }),
      { numRuns: 300 },
    );
  });

  test('of each of several articles holds every sentence of a shorter one', () => {
    fc.assert(
      fc.property(arbitraryArticle('a'), arbitraryArticle('b'), (a, b) => {
        const answers = SUMMARY_LENGTHS.map((length) => summarizeEach([a, b], contextOf([a, b]).library, length));
        const shown = answers.map((answer) =>
          answer.kind === 'summary' ? answer.excerpts.map(({ article, span }) => `${article} ${span[0]}`) : [],
        );
        for (const [index, shorter] of shown.slice(0, -1).entries())
          expect(shown[index + 1]).toEqual(expect.arrayContaining([...shorter]));
      }),
    );
  });

  test('takes a sentence that needsPrevious on the one before only together with it', () => {
    const article = articleOf('leaning', [
      ['title', 'The harbour tower and the board'],
      ['paragraph', 'A boat left.', 'She told the harbour board that the tower and the lamp of the harbour must stay.'],
      ['paragraph', 'However, the harbour board sold the tower with the lamp of the harbour.'],
      ['paragraph', 'The tower of the harbour was painted white by the board last spring.'],
    ]);
    const references = summary(article, { length: 'full' }).map(({ reference }) => reference);
    expect(references).toContain('¶3.1');
    expect(references).not.toContain('¶2.1');
    expect(references.includes('¶1.2') && !references.includes('¶1.1')).toBe(false);
  });

  test('does not say the same twice', () => {
    const said = 'The harbour board sold the white tower to a school in May.';
    const article = articleOf('twice', [
      ['paragraph', said],
      ['paragraph', 'Keepers of other rocks wrote angry letters about gulls.'],
      ['paragraph', 'In May the harbour board sold the white tower to a school.'],
    ]);
    expect(summary(article).map(({ reference }) => reference)).toEqual(['¶1.1', '¶2.1']);
  });

  test('leaves captions out where the text says it', () => {
    expect(summary(lighthouse, { length: 'brief' }).map(({ reference }) => reference)).not.toContain('Fig. 1');
    const pictures = articleOf('pictures', [['caption', 'The white tower in winter, seen from the ferry.']]);
    expect(summary(pictures).map(({ reference }) => reference)).toEqual(['Fig. 1']);
  });

  test('keeps within a section', () => {
    const section = sectionsOf(lighthouse).find(({ number }) => number === 2)!;
    const references = summary(lighthouse, { section, length: 'standard' }).map(({ reference }) => reference);
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((reference) => !reference.startsWith('¶4'))).toEqual([]);
  });
});

function expectNested(article: Article): void {
  for (const section of [undefined, ...sectionsOf(article)]) {
    const starts = SUMMARY_LENGTHS.map((length) => summary(article, { section, length }).map(({ span }) => span[0]));
    expect(starts[1]).toEqual(expect.arrayContaining([...starts[0]!]));
    expect(starts[2]).toEqual(expect.arrayContaining([...starts[1]!]));
  }
}

test('summarize answers nothing where no sentence could stand in a summary', () => {
  const bare = articleOf('bare', [['paragraph', 'Yes.']]);
  expect(summarize(bare, contextOf([bare]).library, {})).toMatchObject({ kind: 'nothing', reason: 'no-summary' });
});
