import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock } from '../../src/article/article.ts';
import { excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { withBefore } from '../../src/answer/withBefore.ts';
import { articleOf, lighthouse, type BlockText } from '../fixtures/article.ts';

const wreck = articleOf('wreck', [
  ['paragraph', 'The ferry sank in May.', 'It was raised in June.'],
  ['caption', 'The ferry in the harbour.'],
  ['paragraph', 'She was sold.', 'The board kept the money.'],
  ['heading', 'Later'],
  ['paragraph', 'They never met again.'],
]);

function before(block: number, sentence: number): string | undefined {
  const excerpt = excerptOfSentence(wreck, block, sentence);
  return withBefore(excerpt, { article: wreck, block, sentence }).before?.reference;
}

describe('withBefore', () => {
  test.each([
    ['a sentence that opens with a pronoun: the one before', 0, 1, '¶1.1'],
    ['one that opens a paragraph: the last of the paragraph before, not the caption', 2, 0, '¶1.2'],
    ['one that stands by itself: none', 2, 1, undefined],
    ['the first below a heading: none', 4, 0, undefined],
    ['the first of all: none', 0, 0, undefined],
  ] as const)('adds to %s', (_, block, sentence, reference) => {
    expect(before(block, sentence)).toBe(reference);
  });

  test('adds only the sentence right before, as a slice of the source', () => {
    const sentence = fc.constantFrom('She left.', 'It burned.', 'The lamp burned.', 'He said so.', 'Orr wept.');
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const article = articleOf(
            'drawn',
            texts.map((own): BlockText => ['paragraph', ...own]),
          );
          const all = article.blocks.flatMap((block, index) =>
            isTextBlock(block) ? block.sentences.map((span, at) => ({ block: index, sentence: at, span })) : [],
          );
          for (const [at, one] of all.entries()) {
            const excerpt = withBefore(excerptOfSentence(article, one.block, one.sentence), { article, ...one });
            const isPronoun = /^(?:She|It|He) /u.test(excerpt.text);
            expect(excerpt.before?.span).toEqual(isPronoun ? all[at - 1]?.span : undefined);
            expect(excerpt.before?.text).toBe(excerpt.before && article.source.slice(...excerpt.before.span));
          }
        },
      ),
    );
  });

  test('leaves everything else as it was', () => {
    const excerpt = { ...excerptOfSentence(lighthouse, 2, 0), score: 0.5 };
    expect(withBefore(excerpt, { article: lighthouse, block: 2, sentence: 0 })).toBe(excerpt);
  });
});
