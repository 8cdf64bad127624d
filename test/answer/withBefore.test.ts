import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock } from '../../src/article/article.ts';
import { excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { onceBefore, withBefore, withQuestion } from '../../src/answer/withBefore.ts';
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

  describe('of a question', () => {
    const interview = articleOf('interview', [
      ['paragraph', 'You closed the bridge in 2017.', 'Why?'],
      ['paragraph', 'Because the bearings had moved.', 'Was it right?', 'I think so.'],
      [
        'paragraph',
        'So many things were said of the bridge, year after year. '.repeat(9).trim(),
        'The council paid.',
        'And the rest?',
      ],
      ['paragraph', 'Nobody asked for it.'],
    ]);
    const at = (block: number, sentence: number) =>
      withBefore(excerptOfSentence(interview, block, sentence), { article: interview, block, sentence });

    test('adds the whole paragraph that asks it', () => {
      expect(at(1, 0).before).toMatchObject({ reference: '¶1', text: 'You closed the bridge in 2017. Why?' });
      expect(withQuestion(interview, 1, excerptOfSentence(interview, 1, 0)).before?.reference).toBe('¶1');
    });

    test('adds what asks alone if it is in the paragraph that answers, and the end of a long one', () => {
      expect(at(1, 2).before?.text).toBe('Was it right?');
      expect(at(3, 0).before?.text).toBe('The council paid. And the rest?');
    });

    test('shows nothing twice', () => {
      const asked = excerptOfSentence(interview, 0, 1);
      const [, again] = onceBefore([asked, at(1, 0)]);
      expect(again?.before).toBeUndefined();
      expect(onceBefore([at(1, 0), at(1, 0)]).map(({ before }) => before?.reference)).toEqual(['¶1', undefined]);
    });
  });

  test('leaves everything else as it was', () => {
    const excerpt = { ...excerptOfSentence(lighthouse, 2, 0), score: 0.5 };
    expect(withBefore(excerpt, { article: lighthouse, block: 2, sentence: 0 })).toBe(excerpt);
  });
});
