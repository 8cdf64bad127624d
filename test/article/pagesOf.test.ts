import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkArticle } from '../../src/article/checkArticle.ts';
import { pagesOf } from '../../src/article/pagesOf.ts';
import { citation } from '../../src/excerpt/citation.ts';
import { excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { placeLine } from '../../src/reply/words/citation.ts';
import { articleOf } from '../fixtures/article.ts';

const plain = articleOf('tides', [
  ['title', 'Tides'],
  ['paragraph', 'The first sentence.', 'The second one.', 'The third one.'],
]);
const [title, paragraph] = plain.blocks;
const start = plain.source.indexOf('second');
/** Page 4 goes on as page 6 within the second sentence; page 5 is a picture. */
const paged = { ...plain, blocks: [title!, { ...paragraph!, page: 4, pageTurns: [[start, 6] as const] }] };

describe('pagesOf', () => {
  test('tells the page of each sentence, not only of its paragraph', () => {
    expect([0, 1, 2].map((sentence) => excerptOfSentence(paged, 1, sentence).pages)).toEqual([
      [4, 4],
      [4, 6],
      [6, 6],
    ]);
    expect(excerptOfSentence(plain, 1, 0).pages).toBeUndefined();
  });

  test('goes from the page of a span’s first character to that of its last, by the turns between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(99), { maxLength: 5 }),
        fc.nat(98),
        fc.integer({ min: 1, max: 99 }),
        (turns, from, length) => {
          const pageTurns = turns
            .filter((at) => at > 0)
            .toSorted((a, b) => a - b)
            .map((at, index) => [at, index + 2] as const);
          const block = { ...paragraph!, span: [0, 100] as const, page: 1, pageTurns };
          const to = Math.min(100, from + length);
          const pages = Array.from({ length: 100 }, (_, at) => 1 + pageTurns.filter(([turn]) => turn <= at).length);
          expect(pagesOf(block, [from, to])).toEqual([pages[from], pages[to - 1]]);
        },
      ),
      { seed: 15 },
    );
  });

  test('is in citations, behind the reference or before the paragraph', () => {
    const excerpt = excerptOfSentence(paged, 1, 1);
    expect(placeLine(excerpt, { article: paged })).toBe('-# ¶1.2, pp. 4–6');
    expect(placeLine(excerpt, { reference: '¶1', article: paged })).toBe('-# ¶1, pp. 4–6');
    expect(placeLine(excerptOfSentence(paged, 1, 0), { article: paged })).toBe('-# ¶1.1, p. 4');
    expect(citation('apa', [excerptOfSentence(paged, 1, 2)], { article: paged })).toContain('n.d., p. 6, para. 1)');
    expect(citation('plain', [excerptOfSentence(paged, 1, 0)], { article: paged })).toContain(', p. 4, tides/¶1.1@');
    expect(citation('apa', [excerptOfSentence(plain, 1, 2)], { article: plain })).toContain('n.d., para. 1)');
  });

  test('is no part of the edition, and is checked', () => {
    expect(checkArticle(paged, paged.source)).toEqual([]);
    const backwards = { ...paged, blocks: [title!, { ...paragraph!, page: 4, pageTurns: [[start, 4] as const] }] };
    expect(checkArticle(backwards, paged.source)[0]?.message).toBe('page 4 does not come after the page before it');
    const outside = { ...paged, blocks: [title!, { ...paragraph!, page: 4, pageTurns: [[2, 5] as const] }] };
    expect(checkArticle(outside, paged.source)[0]?.message).toContain('is not inside what is left of the block');
  });
});
