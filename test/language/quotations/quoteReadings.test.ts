import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uncut } from '../../../src/language/cutText.ts';
import { quoteReadings, withoutMarkup } from '../../../src/language/quotations/quoteReadings.ts';
import { unquoted } from '../../../src/language/quotations/unquoted.ts';

const BAREST: readonly (readonly [typed: string, barest: string, citation?: string])[] = [
  ['the words', 'the words'],
  ['"the words"', 'the words'],
  ['„die Wörter“', 'die Wörter'],
  ['« les mots »', 'les mots'],
  ['"the words', 'the words'],
  ['the “inner” words', 'the “inner” words'],
  ['"the words" (¶8)', 'the words', '¶8'],
  ['the words (¶8.2-3)', 'the words', '¶8.2-3'],
  ['the words [some-report/¶8@1a2b3c4d]', 'the words', 'some-report/¶8@1a2b3c4d'],
  ['“the words” — The Review, 2024, ¶3–5', 'the words', '¶3–5'],
  ['the words\n— Ida Brandt, 2024', 'the words'],
  ['> the words\n> go on\n— The Review, para. 4', 'the words\ngo on', 'para. 4'],
  ['the **bold** and ||hidden|| words', 'the bold and hidden words'],
  ['the words\\. \\[13\\]', 'the words. [13]'],
  ['"It was so", said Ida Brandt', '"It was so", said Ida Brandt'],
  ['the words [13]', 'the words [13]'],
  ['Two things:\n- the first one.\n- the second one.', 'Two things:\nthe first one.\nthe second one.'],
  ['1. the words', 'the words'],
  ['the words\n- Ida Brandt', 'the words'],
  ['the words (in part)', 'the words (in part)'],
];

test.each(BAREST.map(([typed, text, citation]) => ({ typed, text, citation })))(
  'quoteReadings of $typed end in the barest',
  ({ typed, text, citation }) => {
    const last = quoteReadings(typed).at(-1);
    expect([last?.text, last?.citation]).toEqual([text, citation]);
  },
);

test('quoteReadings begin with what was typed, take off more and more, and repeat nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '"', '“', '”', '\n', '>', '*', '(', ')', '¶', '1', '—', '\\') }),
      (typed) => {
        const readings = quoteReadings(typed);
        const texts = readings.map(({ text }) => text);
        expect(texts[0] ?? '').toBe(typed.trim());
        expect(new Set(texts).size).toBe(texts.length);
        expect(readings.map(({ level }) => level)).toEqual(
          readings.map(({ level }) => level).toSorted((a, b) => a - b),
        );
      },
    ),
  );
});

test.each([
  ['snake_case_name', 'snake_case_name'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['[a link](https://x.org)', 'a link'],
  ['__under__ and _slanted_', 'under and slanted'],
])('withoutMarkup reads %j as %j', (text, plain) => {
  expect(withoutMarkup(uncut(text)).text).toBe(plain);
});

test.each(['the “risk”', 'it’s', "'tis so", 'a "b" c'])('unquoted leaves %j', (text) => {
  expect(unquoted(text)).toBe(text);
});
