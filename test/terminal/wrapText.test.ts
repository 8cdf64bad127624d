import stringWidth from 'fast-string-width';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapText } from '../../src/terminal/wrapText.ts';

describe('wrapText', () => {
  test.each<[what: string, text: string, wrapped: string]>([
    ['a line as wide as the terminal', 'twenty columns wide.', 'twenty columns wide.'],
    ['a wider one', 'twenty columns wide..x', 'twenty columns\nwide..x'],
    ['what is indented', '  — ¶1.4 · Title, June 2024', '  — ¶1.4 · Title,\n    June 2024'],
    ['an item of a list', '- one two three four five', '- one two three four\n  five'],
    ['a name with its explanation', '  --id ID  a-z and hyphens', '  --id ID  a-z and\n           hyphens'],
    ['a long word', `see https://example.org/a/long/address there`, 'see\nhttps://example.org/a/long/address\nthere'],
    ['wide characters', '灯台は北の壁にあり、静かである。', '灯台は北の壁にあり、\n静かである。'],
    ['letters with marks', 'e\u0301'.repeat(20), 'e\u0301'.repeat(20)],
    ['colours', '\u001B[1mBold words here\u001B[0m and', '\u001B[1mBold words here\u001B[0m and'],
    ['a dim citation', '\u001B[2m  — ¶1.4 · Title, June\u001B[0m', '\u001B[2m  — ¶1.4 · Title,\n    June\u001B[0m'],
    ['lines of their own', 'a\n\nb', 'a\n\nb'],
  ])('keeps or breaks %s', (_, text, wrapped) => expect(wrapText(text, 20)).toBe(wrapped));

  test('changes nothing without a width, or in a terminal too narrow for words', () => {
    const text = 'word '.repeat(60);
    expect(wrapText(text, undefined)).toBe(text);
    expect(wrapText(text, 19)).toBe(text);
  });

  test('keeps every character but spaces, and no line is too wide if its words are not', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('北', '灯台', 'e\u0301', '👩‍🚀', '-', '—', '12.', '\u001B[1m', 'verylongwordverylongwordverylong'),
    );
    const line = fc
      .tuple(fc.constantFrom('', '  ', '- ', '  --name  '), fc.array(word))
      .map(([head, words]) => head + words.join(' '));
    fc.assert(
      fc.property(line, fc.integer({ min: 20, max: 60 }), (text, width) => {
        const wrapped = wrapText(text, width);
        expect(wrapped.replaceAll(/[ \n]/gu, '')).toBe(text.replaceAll(/[ \n]/gu, ''));
        for (const row of wrapped.split('\n'))
          expect(stringWidth(row) <= width || /^ *(?:(?:- |--name {2})?[^ ]*|.{0,14}[^ ]{20,})$/u.test(row)).toBe(true);
      }),
      { seed: 16 },
    );
  });
});
