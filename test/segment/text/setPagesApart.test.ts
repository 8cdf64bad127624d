import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setPagesApart } from '../../../src/segment/text/setPagesApart.ts';

const words = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);
const PAGES = 3;

describe('setPagesApart', () => {
  test('leaves a text without pages as it is', () => {
    const text = 'A title\n\nA text of two lines that nobody\nhas ever set on a page.\n\n12\n\nMore.\n';
    expect(setPagesApart(text)).toEqual({ source: text, furniture: new Set() });
  });

  test.each([
    [
      'form feeds',
      'the bridge that it found is asked to open\n\nRoe   Informational   [Page 1]\n\f\nRFC 9999   Signals   May 2025\n\nthe lane for boats.',
    ],
    [
      'numbers between rules',
      'the bridge is then asked to open the lane\n\n- 1 -\n\nfor boats of any size that come up the river,\n\n- 2 -\n\nand then to close it.',
    ],
    [
      'numbers that count on',
      'it is asked to open the lane now\n\n7\n\nfor boats, and then to close it again for\n\n8\n\nall the cars that have come to the quay in\n\n9\n\nthe meantime.',
    ],
  ])('puts together what %s cut', (_, text) => {
    const { source, furniture } = setPagesApart(text);
    const body = source.split('\n\n')[0]!;
    expect(body).not.toMatch(/Page|RFC|\d/u);
    expect(body.endsWith('.')).toBe(true);
    expect(furniture.size).toBeGreaterThan(0);
    expect(words(source).toSorted()).toEqual(words(text).toSorted());
  });

  test('finds running heads that have their page on one line, and what repeats next to them', () => {
    const page = Array.from(
      { length: 20 },
      (_, at) => `the lane is open for boats that come and go ${'abcdefghijklmnopqrst'[at]}`,
    ).join('\n');
    const heads = [2, 3, 4, 5].map((number) =>
      number % 2 === 0
        ? `${number}          ROE v. HARBOUR BOARD\n\n              Opinion of the Court\n`
        : `       Cite as: 570 U. S. 12 (2013)             ${number}\n\n              Opinion of the Court\n`,
    );
    const { source, furniture } = setPagesApart(heads.map((head) => `${page}\n${head}\n`).join(''));
    const marked = [...furniture].map((at) => source.slice(at).trimStart().split('\n')[0]);
    expect(marked).toHaveLength(8);
    expect(marked.every((line) => /ROE|Cite as|Opinion/u.test(line ?? ''))).toBe(true);
  });

  test('leaves rows of a table with the same words alone', () => {
    const rows = [2, 3, 4, 5]
      .map((number) => `Harbour ferries          ${number}\nOther boats              9`)
      .join('\n');
    expect(setPagesApart(rows).furniture.size).toBe(0);
  });

  test('loses no word, and keeps the body in order, whatever the pages', () => {
    const line = fc.constantFrom(
      'the lane is open for boats that come',
      'and go, and nobody has to wait.',
      '',
      'which is a new matter',
      'for as long as it takes them to pass',
    );
    const page = fc.array(line, { minLength: 1, maxLength: 8 });
    const text = fc
      .tuple(
        fc.array(page, { minLength: 1, maxLength: PAGES }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('\n\fThe Harbour   2025\n\n', '\n\n', '\f'),
      )
      .map(([pages, end, border]) =>
        pages.map((lines, at) => `${lines.join(end)}${end}${end}Page ${at + 1}${end}`).join(border),
      );
    fc.assert(
      fc.property(text, (text) => {
        const { source, furniture } = setPagesApart(text);
        const isBody = (word: string): boolean => /^\p{Ll}/u.test(word);
        expect(words(source).toSorted()).toEqual(words(text).toSorted());
        expect(words(source).filter(isBody)).toEqual(words(text).filter(isBody));
        for (const at of furniture) expect(source.slice(at).trimStart()).toMatch(/^(?:Page|The Harbour)/u);
      }),
      { numRuns: 300 },
    );
  });
});
