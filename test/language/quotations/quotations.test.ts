import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotations } from '../../../src/language/quotations/quotations.ts';

describe('quotations finds', () => {
  test.each<readonly [what: string, message: string, found: readonly (readonly [string, string?])[]]>([
    ['nothing in plain words', "It's the boys' turn, 5\" wide.", []],
    ['straight marks', 'He said "one two" and "three".', [['one two'], ['three']]],
    ['no quotation in elided words', "rock 'n' roll, the '90s and '80s' hits, ’tis and ‘em’ too", []],
    ['the inner ones of very many that open', `${'“'.repeat(40)}one two”`, [['one two']]],
    ['curly marks', 'He said “one two” and ‘three four’.', [['one two'], ['three four']]],
    ['guillemets both ways', '« un deux » und »drei vier«', [['un deux'], ['drei vier']]],
    ['German marks', '„eins zwei“ und ‚drei‘, „vier”', [['eins zwei'], ['vier']]],
    ['corner brackets', '他说「一二三」。', [['一二三']]],
    ['marks of two kinds in one pair', 'He said “one two" then', [['one two']]],
    [
      'quotations within each other, the outer first',
      'She: “he said ‘no more’ twice”',
      [['he said ‘no more’ twice'], ['no more']],
    ],
    ['apostrophes for what they are', "He said 'we don't know' today", [["we don't know"]]],
    ['nothing where the paragraph ends first', 'an "open mark\n\nand "a closed one"', [['a closed one']]],
    ['nothing in code or small print', '`"a b"`\n```\n"c d"\n```\n-# [¶1](x) · “Findings”', []],
    ['block quotes', 'Look:\n> one\n> two\nwell', [['one\ntwo']]],
    ['two block quotes', '> one\nand\n> two', [['one'], ['two']]],
    ['a block quote to the end of the message', '>>> one\ntwo', [['one\ntwo']]],
    ['a block quote as one, with the marks within it', '> he said “no”', [['he said “no”']]],
    ['the reference after it', '“one two” (¶8)', [['one two', '¶8']]],
    [
      'sentences and ranges',
      '“a b” (¶8.2-3), “c d” [¶3–5]',
      [
        ['a b', '¶8.2-3'],
        ['c d', '¶3–5'],
      ],
    ],
    ['a figure', '“one two” (Fig. 2)', [['one two', 'Fig. 2']]],
    ['a spelled-out reference', '“one two” (see paragraph 4)', [['one two', 'paragraph 4']]],
    ['a handle', '“one two” [some-report/¶8.2@1a2b3c4d]', [['one two', 'some-report/¶8.2@1a2b3c4d']]],
    ['an attribution', '"one two" — The Review, 2024, ¶3', [['one two', '¶3']]],
    ['the reference before it', '¶7 says: "one two"', [['one two', '¶7']]],
    ['each its own reference', '“a b” (¶1), “c d” and “e f” (¶3)', [['a b', '¶1'], ['c d'], ['e f', '¶3']]],
    ['no reference that belongs to the text', '“a b” is not what stands in the first part, see ¶3', [['a b']]],
    [
      'a posted quote with its link',
      '> one two\n-# [¶1.3](https://x.org/read/some-report#p1.3) · “Part” · Title · edition 1a2b3c4d',
      [['one two', 'https://x.org/read/some-report#p1.3']],
    ],
    ['a posted quote without a link', '> one two\n-# ¶1.3 · “Part” · Title · edition 1a2b3c4d', [['one two', '¶1.3']]],
  ])('%s', (_, message, found) => {
    expect(quotations(message).map(({ quote, citation }) => [quote, citation])).toEqual(
      found.map(([quote, citation]) => [quote, citation]),
    );
  });

  test('spans that hold the marks', () => {
    const message = 'He said “one two” and\n> three\nthen.';
    expect(quotations(message).map(({ span }) => message.slice(...span))).toEqual(['“one two”', '> three']);
  });

  test('spans in order, within the message, that nest or are apart', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      ' ',
      'word',
      '\n',
      '\n\n',
      '> ',
      '>>> ',
      '(¶1)',
      '`',
      '-# ',
      '.',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const message = pieces.join('');
        const spans = quotations(message).map(({ span }) => span);
        for (const [index, [start, end]] of spans.entries()) {
          expect(start < end && end <= message.length).toBe(true);
          for (const [later, laterEnd] of spans.slice(index + 1))
            expect(later >= end || (start <= later && laterEnd <= end)).toBe(true);
        }
      }),
    );
  });
});
