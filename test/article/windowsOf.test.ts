import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import { WINDOW_MAX_TOKENS, windowsOf } from '../../src/article/windowsOf.ts';
import { estimateTokens } from '../../src/language/estimateTokens.ts';
import { testArticle } from '../search/testArticle.ts';

const words = (count: number, word = 'word'): string => `${`${word} `.repeat(count - 1)}end`;
const textsOf = (article: Article): readonly string[] =>
  windowsOf(article).map(({ span }) => article.source.slice(...span));

describe('windowsOf', () => {
  test('puts short neighbours together, with the heading above them', () => {
    const article = testArticle('a', ['# First', 'One.', 'Two.', '# Second', 'Three.']);
    expect(textsOf(article)).toEqual(['First\nOne.\nTwo.', 'Second\nThree.']);
  });

  test('keeps consecutive headings together', () => {
    expect(textsOf(testArticle('a', ['# First', '# Second', 'One.']))).toEqual(['First\nSecond\nOne.']);
  });

  test('overlaps the windows of a long paragraph by a sentence', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((word) => words(60, word));
    expect(textsOf(testArticle('a', [`${a} | ${b} | ${c}`]))).toEqual([`${a} | ${b}`, `${b} | ${c}`]);
  });

  test.each([
    ['a question with its answer', 'Who was on board?', 'Nobody was.'],
    ['a lead-in with its list', 'These are affected:', 'ferries'],
    ['a quoted question with its answer', '“Who was on board?”', 'Nobody was.'],
  ])('keeps %s', (_, leadIn, next) => {
    const [before, rest] = [words(120, 'before'), words(20, 'rest')];
    expect(textsOf(testArticle('a', [before, leadIn, `${next} | ${rest}`]))).toEqual([
      before,
      `${leadIn}\n${next} | ${rest}`,
    ]);
  });

  test(`takes ${WINDOW_MAX_TOKENS} tokens together, and one more apart`, () => {
    const half = words(WINDOW_MAX_TOKENS / 2);
    expect(textsOf(testArticle('a', [half, half]))).toHaveLength(1);
    expect(textsOf(testArticle('a', [half, `${half} more`]))).toHaveLength(2);
  });

  test('has every sentence in a window, no window too long, each a slice in order', () => {
    const sentence = fc.oneof(
      fc.constantFrom('Who was it?', 'These:', 'Yes.', words(80), words(200), '日本'.repeat(90)),
      fc.integer({ min: 1, max: 60 }).map((count) => words(count)),
    );
    const line = fc
      .tuple(fc.constantFrom('# ', '! ', '', '', ''), fc.array(sentence, { minLength: 1, maxLength: 6 }))
      .map(([mark, sentences]) => mark + sentences.join(mark === '# ' ? ' ' : ' | '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const article = testArticle('a', lines);
        const windows = windowsOf(article);
        const found = new Set(windows.flatMap(({ sentences }) => sentences.map(({ span }) => span)));
        const wanted = article.blocks.flatMap((block) => (isTextBlock(block) ? block.sentences : []));
        expect([...found].toSorted(([a], [b]) => a - b)).toEqual(wanted);
        let before = -1;
        for (const { span, sentences } of windows) {
          const text = article.source.slice(...span);
          if (sentences.length > 1)
            expect(estimateTokens(text.replaceAll('|', ''))).toBeLessThanOrEqual(WINDOW_MAX_TOKENS);
          expect(span[0]).toBeGreaterThan(before);
          before = span[0];
          expect(sentences[0]!.span[0]).toBeGreaterThanOrEqual(span[0]);
          expect(sentences.at(-1)!.span[1]).toBe(span[1]);
          for (const { block, sentence, span } of sentences) {
            const at = article.blocks[block]!;
            expect(isTextBlock(at) && at.sentences[sentence]).toEqual(span);
          }
          const places = sentences.map(({ span }) => wanted.indexOf(span));
          expect(places).toEqual(places.map((_, at) => places[0]! + at));
        }
      }),
    );
  });
});
