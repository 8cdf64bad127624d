import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, TextBlock } from '../../src/article/article.ts';
import { textFragment } from '../../src/excerpt/textFragment.ts';
import type { Span } from '../../src/language/span.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

/** Finds what a browser marks, step by step as the specification says it: slow and plain. */
function marked(article: Article, fragment: string): string | undefined {
  const text = article.source;
  const parts = fragment.replace('#:~:text=', '').split(',');
  const prefix = parts[0]!.endsWith('-') ? decodeURIComponent(parts.shift()!.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)!.startsWith('-') ? decodeURIComponent(parts.pop()!.slice(1)) : undefined;
  const [start, end] = parts.map(decodeURIComponent);
  const borders = new Set([0, text.length]);
  for (const { index } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) borders.add(index);
  const blank = (at: number): number => {
    let next = at;
    while (/\s/u.test(text[next] ?? 'x')) next += 1;
    return next;
  };
  /** End of `part` at `at`, in one block, white space alike, case ignored. */
  const endOf = (part: string, at: number): number | undefined => {
    const block = article.blocks.find(({ span }) => span[0] <= at && at < span[1]);
    if (!block || !borders.has(at)) return undefined;
    for (let stop = at + 1; stop <= block.span[1]; stop += 1) {
      const piece = text.slice(at, stop).replaceAll(/\s+/gu, ' ');
      if (piece.length > part.length) return undefined;
      if (piece.toLowerCase() === part.toLowerCase() && borders.has(stop)) return stop;
    }
    return undefined;
  };
  for (let at = 0; at < text.length; at += 1) {
    const before = prefix === undefined ? at : endOf(prefix, at);
    if (before === undefined) continue;
    const from = prefix === undefined ? at : blank(before);
    const first = endOf(start!, from);
    if (first === undefined) continue;
    for (let next = end === undefined ? from : first; next < text.length; next += 1) {
      const stop = end === undefined ? first : endOf(end, next);
      if (stop !== undefined && (suffix === undefined || endOf(suffix, blank(stop)) !== undefined))
        return `${from}-${stop}`;
      if (end === undefined) break;
    }
  }
  return undefined;
}

/** The words of a span, without the marks at its edges. */
function wordsOf(article: Article, span: Span): string {
  const text = article.source.slice(...span);
  const start = text.search(/[\p{L}\p{N}]/u);
  const end = /[\p{L}\p{N}][^\p{L}\p{N}]*$/u.exec(text)!.index + 1;
  return `${span[0] + start}-${span[0] + end}`;
}

describe('textFragment', () => {
  const spanOf = (article: Article, text: string): Span => {
    const start = article.source.indexOf(text);
    return [start, start + text.length];
  };

  test.each([
    ['a short passage', 'No other bidder came.', '#:~:text=No%20other%20bidder%20came'],
    ['a passage with quotation marks', '“a stone of no use.”', '#:~:text=a%20stone%20of%20no%20use'],
    [
      'a long passage by its edges',
      'The harbour board switched off the lamp on 3 May 2021.',
      '#:~:text=The%20harbour%20board%20switched,on%203%20May%202021',
    ],
    ['words that stand earlier, too', 'the lamp was built', '#:~:text=the%20lamp%20was%20built'],
    ['a word that stands earlier, with what is before it', 'tower in 2025', '#:~:text=tower%20in%202025'],
  ])('gives %s', (_, text, expected) => {
    expect(textFragment(lighthouse, spanOf(lighthouse, text))).toBe(expected);
  });

  test('encodes what separates its parts', () => {
    const article = articleOf('signs', [
      ['title', 'Signs'],
      ['paragraph', 'Well-known, black & white (50%) it’s_so.'],
    ]);
    expect(textFragment(article, article.blocks[1]!.span)).toBe(
      '#:~:text=Well%2Dknown%2C%20black%20%26%20white%20%2850%25%29%20it%E2%80%99s%5Fso',
    );
  });

  test('adds words around a passage that stands earlier in other case', () => {
    const article = articleOf('twice', [
      ['title', 'The plan failed'],
      ['paragraph', 'They said the plan failed at once.'],
    ]);
    expect(textFragment(article, spanOf(article, 'the plan failed'))).toBe('#:~:text=They%20said-,the%20plan%20failed');
  });

  test('tells equal paragraphs apart by those beside them, or says that it cannot', () => {
    const article = articleOf('same', [
      ['title', 'T'],
      ['paragraph', 'Just the same.'],
      ['paragraph', 'Just the same.'],
      ['paragraph', 'Just the same.'],
      ['paragraph', 'Just the same.'],
    ]);
    expect(article.blocks.slice(1).map(({ span }) => textFragment(article, span))).toEqual([
      '#:~:text=Just%20the%20same',
      '#:~:text=the%20same.-,Just%20the%20same',
      undefined,
      undefined,
    ]);
  });

  test('puts the marks between context and passage into the context', () => {
    const article = articleOf('votes', [
      [
        'paragraph',
        'The vote was carried.',
        'They rose.',
        'The vote was carried!',
        'He said: “The vote was carried.”',
        'End.',
      ],
    ]);
    const { sentences } = article.blocks[0] as TextBlock;
    expect([sentences[2]!, sentences[3]!].map((span) => textFragment(article, span))).toEqual([
      '#:~:text=They%20rose.-,The%20vote%20was%20carried',
      '#:~:text=He%20said%3A%20%E2%80%9CThe%20vote%20was%20carried',
    ]);
    const said = spanOf(article, 'The vote was carried.”');
    expect(textFragment(article, said)).toBe('#:~:text=He%20said%3A%20%E2%80%9C-,The%20vote%20was%20carried');
  });

  test('gives a range over several blocks by its first and last words', () => {
    const range: Span = [lighthouse.blocks[5]!.span[0], lighthouse.blocks[6]!.span[1]];
    const fragment = textFragment(lighthouse, range)!;
    expect(marked(lighthouse, fragment)).toBe(wordsOf(lighthouse, range));
  });

  test('gives nothing for a span without words', () => {
    expect(textFragment(lighthouse, [lighthouse.blocks[0]!.span[1], lighthouse.blocks[1]!.span[0]])).toBeUndefined();
  });

  test('marks the passage, and no earlier one, when matched as a browser does', () => {
    const word = fc.constantFrom(
      'the',
      'The',
      'lamp',
      'lamp,',
      'on',
      'a-b',
      'rock',
      '“no',
      'use”',
      'don’t',
      '3.5',
      'x,y',
      'a&b',
      'Été',
      'ete',
      '50%',
      '😀',
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));
    const source = fc.array(sentence, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), (sentences, from, length) => {
        const article = articleOf('random', [['title', 'T'], ...sentences.map((text) => ['paragraph', text] as const)]);
        const starts = Array.from(
          article.source.matchAll(/(?<=^|\s)\S*[a-zA-ZÉ0-9]\S*/gu),
          ({ index, 0: text }) => [index, index + text.length] as const,
        );
        const first = starts[from % starts.length]!;
        const last = starts[Math.min(starts.length - 1, (from % starts.length) + (length % 30))]!;
        const span: Span = [first[0], last[1]];
        const fragment = textFragment(article, span);
        fc.pre(fragment !== undefined);
        const [opens, closes] = marked(article, fragment)!.split('-').map(Number);
        expect(wordsOf(article, [opens!, closes!])).toBe(wordsOf(article, span));
      }),
      { numRuns: 200 },
    );
  });
});
