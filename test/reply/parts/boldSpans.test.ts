import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { passageOfBlock } from '../../../src/article/passage.ts';
import { excerptOf } from '../../../src/excerpt/excerpt.ts';
import type { Span } from '../../../src/language/span.ts';
import { boldSpans } from '../../../src/reply/parts/boldSpans.ts';
import { bold, escape } from '../../../src/reply/escape.ts';
import { paginate } from '../../../src/reply/paginate.ts';
import { quotePart } from '../../../src/reply/parts/renderContext.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { articleOf } from '../../fixtures/article.ts';
import { boldByDiscord, quotesByDiscord } from '../discordMarkdown.ts';
import { hostileText } from '../hostileText.ts';

describe('boldSpans', () => {
  test.each<readonly [what: string, text: string, marks: readonly Span[], expected: readonly string[]]>([
    [
      'joins marks that touch',
      '“the risk of',
      [
        [0, 1],
        [1, 4],
      ],
      ['“the'],
    ],
    [
      'joins marks that overlap',
      'the risk of it',
      [
        [0, 8],
        [4, 11],
      ],
      ['the risk of'],
    ],
    [
      'joins marks that only blanks part',
      'the risk of it',
      [
        [0, 3],
        [4, 8],
      ],
      ['the risk'],
    ],
    [
      'sorts its marks',
      'one two three',
      [
        [8, 13],
        [0, 3],
      ],
      ['one', 'three'],
    ],
    ['leaves blanks at the edges out', 'one two three', [[3, 8]], ['two']],
    ['takes in the word that punctuation touches', 'said “the risk', [[5, 6]], ['“the']],
    ['takes in the word before a comma', 'one, two', [[3, 4]], ['one,']],
    ['has nothing for blanks', 'one two', [[3, 4]], []],
    ['keeps characters whole', 'a👩‍🚀 b', [[1, 2]], ['a👩‍🚀']],
  ])('%s', (_, text, marks, expected) => {
    expect(boldSpans(text, marks).map((span) => text.slice(...span))).toEqual(expected);
  });

  const marked = (text: fc.Arbitrary<string>) =>
    text.chain((words) =>
      fc.tuple(
        fc.constant(words),
        fc.array(
          fc.tuple(fc.nat(words.length), fc.nat(words.length)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]),
          { maxLength: 5 },
        ),
      ),
    );

  test('covers every mark, in order, without overlap', () => {
    fc.assert(
      fc.property(marked(hostileText), ([text, marks]) => {
        const spans = boldSpans(text, marks);
        for (const [index, [start, end]] of spans.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(spans[index - 1]?.[1] ?? -1);
        }
        for (const [start, end] of marks)
          for (let at = start; at < end; at += 1)
            expect(/\s/u.test(text[at]!) || spans.some(([from, to]) => from <= at && at < to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is bold for a parser of CommonMark too, which is stricter', () => {
    const words = fc
      .array(fc.constantFrom('a', 'Word', '“', '”', ',', '.', ' ', ' ', '7', '%', '(', ')', '灯台', '「', '」'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((parts) => `x ${parts.join('').replaceAll(/ +/gu, ' ')} x`);
    fc.assert(
      fc.property(marked(words), ([text, marks]) => {
        const spans = boldSpans(text, marks);
        let [at, markdown] = [0, ''];
        for (const [start, end] of spans) {
          markdown += text.slice(at, start) + bold(text.slice(start, end));
          at = end;
        }
        expect(strong(fromMarkdown(markdown + text.slice(at)))).toEqual(
          spans.map((span) => text.slice(...span).trim()),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('what Discord shows of an excerpt with marks', () => {
  const shown = (article: Article, marks: readonly Span[], block: number) => {
    const excerpt = excerptOf(article, passageOfBlock(article, block));
    const part = {
      ...quotePart(excerpt, { articles: new Map([[article.id, article]]), links: () => undefined }),
      marked: marks,
    };
    return { excerpt, pages: paginate([part], { chars: 300, bytes: 1200 }) };
  };

  test('is the excerpt, and bold covers what was marked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryArticle('any'),
          // A block never begins or ends with a blank.
          hostileText.map((text) => articleOf('any', [['paragraph', `a${text.replaceAll(/\n/gu, ' ')}.`]])),
        ),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(400), fc.nat(80)), { maxLength: 6 }),
        (article, choice, places) => {
          const block = choice % article.blocks.length;
          const [from, to] = passageOfBlock(article, block).span;
          const marks = places.map(([at, length]): Span => {
            const start = from + (at % (to - from));
            return [start, Math.min(to, start + length)];
          });
          const { excerpt, pages } = shown(article, marks, block);
          const quotes = pages.flatMap(({ markdown }) => quotesByDiscord(markdown.replace(/\n-# [^]*$/u, '\nend')));
          expect(quotes.join('')).toBe(excerpt.text);
          const flags = pages.flatMap(({ markdown }) => boldByDiscord(markdown.replace(/\n-# [^]*$/u, '\nend')));
          for (const [start, end] of marks)
            for (let at = start - from; at < end - from; at += 1)
              if (/\S/u.test(excerpt.text[at]!)) expect(flags[at]).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('shows no asterisk for differences that touch', () => {
    const article = articleOf('any', [['paragraph', 'They warned that “the risk of attacks is higher.”']]);
    const { pages } = shown(
      article,
      [
        [17, 18],
        [18, 21],
      ],
      0,
    );
    expect(pages[0]!.markdown).toMatch(/^> They warned that \*\*“the\*\* risk of attacks/u);
  });
});

test('bold leaves blanks at the edges of a line outside', () => {
  expect(bold(escape(' a*b \n\n c'))).toBe(' **a\\*b** \n\n **c**');
});

function strong(node: {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly unknown[];
}): readonly string[] {
  const children = (node.children ?? []) as readonly (typeof node)[];
  return node.type === 'strong' ? [textIn(node)] : children.flatMap((child) => strong(child));
}

function textIn(node: { readonly value?: string; readonly children?: readonly unknown[] }): string {
  return node.value ?? ((node.children ?? []) as readonly (typeof node)[]).map(textIn).join('');
}
