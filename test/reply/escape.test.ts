import fc from 'fast-check';
import SimpleMarkdown from 'simple-markdown';
import { describe, expect, test } from 'vitest';
import { bold, escape, quoted, struck, unescape } from '../../src/reply/escape.ts';
import { shownByDiscord } from './discordMarkdown.ts';
import { HOSTILE, hostileText } from './hostileText.ts';

describe('escape', () => {
  test.each(HOSTILE)('shows %j as it is', (text) => {
    expect(shownByDiscord(escape(`${text} x`))).toBe(`${text} x`);
  });

  test('keeps generated texts as they are', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shownByDiscord(escape(text))).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps generated texts as they are within a block quote', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shownByDiscord(`${quoted(escape(text))}\nend`)).toBe(`${text}\nend`);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps generated texts as they are in bold, between others, within a block quote', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (before, text, after) => {
        const markdown = quoted(`${escape(before)}${bold(escape(text))}${escape(after)}`);
        expect(shownByDiscord(`${markdown}\nend`)).toBe(`${before}${text}${after}\nend`);
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no list, heading or link for another parser of Markdown', () => {
    // Discord makes no code of lines that are set in, and no heading of a line with dashes below it.
    const { codeBlock: _, lheading: __, heading, ...rules } = SimpleMarkdown.defaultRules;
    // Discord wants a blank after the number signs.
    const match = SimpleMarkdown.blockRegex(/^ *(#{1,6}) +([^\n]+?)#* *(?:\n *)+\n/u);
    const parse = SimpleMarkdown.parserFor({ ...rules, heading: { ...heading, match } });
    // Discord has none of these, or they are what any text is made of.
    const harmless = new Set(['text', 'paragraph', 'newline', 'br', 'hr', 'table', 'tableSeparator', 'def']);
    expect(typesIn(parse('- a\n\n# b\n\n', { inline: false }))).toEqual(new Set(['list', 'heading', 'text']));
    fc.assert(
      fc.property(hostileText, (text) => {
        const found = typesIn(parse(`${escape(text)}\n\n`, { inline: false }));
        expect([...found].filter((type) => !harmless.has(type))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  test.each([
    [
      'IS-K, also called ISKP; “the group’s” 10 years. 2016–2017',
      'IS-K, also called ISKP; “the group’s” 10 years. 2016–2017',
    ],
    ['a # b - c > d + e 1. f', 'a # b - c > d + e 1. f'],
    ['2016 was', '2016 was'],
    ['2016. was', String.raw`2016\. was`],
    ['see: https://example.org', String.raw`see: https\://example.org`],
  ])('leaves alone what Discord leaves alone: %j', (text, escaped) => {
    expect(escape(text)).toBe(escaped);
  });
});

test('unescape undoes escape', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
      expect(unescape(escape(text))).toBe(text);
    }),
    { numRuns: 300 },
  );
});

test('escape keeps a backslash at the end away from our own marks', () => {
  expect(bold(escape('C:\\'))).toBe(String.raw`**C:\\**`);
  expect(shownByDiscord(`${bold(escape('C:\\'))} and on`)).toBe('C:\\ and on');
});

function typesIn(value: unknown): ReadonlySet<string> {
  const types = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'type' && typeof inner === 'string') types.add(inner);
    return inner;
  });
  return types;
}

test('bold and struck mark each line, without the blanks at its edges', () => {
  expect(bold(' one two \n\n  three')).toBe(' **one two** \n\n  **three**');
  expect(struck(' one two \n\n  three')).toBe(' ~~one two~~ \n\n  ~~three~~');
});
