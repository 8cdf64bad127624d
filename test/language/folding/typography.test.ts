import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../src/language/folding/foldText.ts';
import { typographyDifferences, type Side } from '../../../src/language/folding/typography.ts';

const side = (text: string): Side => ({ text, folded: foldText(text) });

test.each([
  ['nothing', 'the same', 'the same', []],
  ['a quotation mark', '"a" b', '“a” b', ['quote-mark "/“', 'quote-mark "/”']],
  ['a dash and its spaces', 'a - b', 'a—b', ['space  /', 'dash -/—', 'space  /']],
  ['a run of spaces', 'a  b', 'a b', ['space   / ']],
  ['a line break', 'a\nb', 'a b', ['line-break \n/ ']],
  [
    'a word in capitals',
    'the ISLAMIC state',
    'The Islamic State',
    ['case the/The', 'case ISLAMIC/Islamic', 'case state/State'],
  ],
  ['a soft hyphen', 'hyphen', 'hy\u00ADphen', ['soft-hyphen /\u00AD']],
  ['an invisible character', 'a b', 'a\u200B b', ['zero-width /\u200B']],
  ['a ligature', 'final', 'ﬁnal', ['ligature fi/ﬁ']],
  ['an ellipsis', 'wait...', 'wait…', ['ellipsis .../…']],
  ['a decomposed letter', 'e\u0301t', 'ét', ['character e\u0301/é']],
])('typographyDifferences tells %s', (_, quoted, source, expected) => {
  const differences = typographyDifferences(side(quoted), side(source), 0);
  expect(differences.map(({ kind, quoted, source }) => `${kind} ${quoted}/${source}`)).toEqual(expected);
  for (const { source: original, span } of differences) expect(source.slice(...span)).toBe(original);
});

test('typographyDifferences tells the difference at the right place of a longer text', () => {
  const source = '“Well” – he said “Yes”';
  const from = foldText(source).text.indexOf("'yes");
  expect(typographyDifferences(side('"yes"'), side(source), from)).toEqual([
    { kind: 'quote-mark', quoted: '"', source: '“', span: [17, 18], at: [0, 1] },
    { kind: 'case', quoted: 'yes', source: 'Yes', span: [18, 21], at: [1, 4] },
    { kind: 'quote-mark', quoted: '"', source: '”', span: [21, 22], at: [4, 5] },
  ]);
});

test('typographyDifferences is enough to turn the source into the quotation', () => {
  const piece = fc.constantFrom(
    ['“', '"'],
    ['a', 'A'],
    ['ﬁ', 'fi'],
    [' ', '  '],
    ['é', 'e\u0301'],
    ['b', 'b'],
    ['…', '...'],
    ['—', '-'],
    ['x\u00ADy', 'xy'],
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const [quoted, source] = [0, 1].map((which) => `o${pieces.map((pair) => pair[which]).join('o')}o`) as [
        string,
        string,
      ];
      let rebuilt = source;
      for (const { quoted: by, span } of [...typographyDifferences(side(quoted), side(source), 0)].reverse())
        rebuilt = rebuilt.slice(0, span[0]) + by + rebuilt.slice(span[1]);
      expect(rebuilt).toBe(quoted);
    }),
  );
});
