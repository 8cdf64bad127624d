import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSplice } from '../../../src/language/quotations/splice.ts';

test.each([
  ['a … b', ['a', 'b'], ['…']],
  ['a ... b', ['a', 'b'], ['...']],
  ['a . . . b', ['a', 'b'], ['. . .']],
  ['a [...] b', ['a', 'b'], ['[...]']],
  ['a […] b', ['a', 'b'], ['[…]']],
  ['a (...) b', ['a', 'b'], ['(...)']],
  ['a.... B', ['a', 'B'], ['....']],
  ['a [the x] b', ['a', 'b'], ['[the x]']],
  ['a [13] … b', ['a', 'b'], ['[13] …']],
  ['a … b … c', ['a', 'b', 'c'], ['…', '…']],
])('parseSplice reads %j', (quote, fragments, joints) => {
  const splice = parseSplice(quote);
  expect(splice?.fragments).toEqual(fragments);
  expect(splice?.joints.map(({ text }) => text)).toEqual(joints);
});

test.each(['plain words', '…', '[...]', '', 'one. two. three', 'a (b) c'])(
  'parseSplice finds nothing in %j',
  (quote) => {
    expect(parseSplice(quote)).toBeUndefined();
  },
);

test('parseSplice keeps marks at the edges apart', () => {
  expect(parseSplice('… a b [c] …')).toMatchObject({
    fragments: ['a b'],
    joints: [],
    edges: [
      { kind: 'ellipsis', text: '…', at: 'start' },
      { kind: 'bracket', text: '[c] …', at: 'end' },
    ],
    letters: [],
  });
});

test('parseSplice puts a letter in brackets back into its word', () => {
  expect(parseSplice('[T]he plan')).toMatchObject({ fragments: ['The plan'], joints: [], letters: ['[T]'] });
});

test('parseSplice knows a bracket within a word, and one at a line break', () => {
  expect(parseSplice('threat[ens] them')?.joints).toEqual([
    { kind: 'bracket', text: '[ens]', breaks: false, attached: true },
  ]);
  expect(parseSplice('a …\nb')?.joints[0]).toMatchObject({ breaks: true });
});

test('parseSplice leaves brackets alone where only ellipses are asked for', () => {
  expect(parseSplice('a [13] … [T]he b', 'ellipses')).toMatchObject({ fragments: ['a [13]', '[T]he b'], letters: [] });
  expect(parseSplice('a [13] b', 'ellipses')).toBeUndefined();
});

test('parseSplice has one joint between two fragments, and loses no word', () => {
  const piece = fc.constantFrom('word', ' ', '…', '...', '[x]', '[', ']', '.', '\n', '(…)', '[A]b');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const splice = parseSplice(pieces.join(''));
      expect(splice?.joints.length ?? 0).toBe((splice?.fragments.length ?? 1) - 1);
      if (!splice) return;
      const read = [...splice.fragments, ...[...splice.joints, ...splice.edges].map(({ text }) => text)];
      expect(read.join(' ').split('word').length).toBe(pieces.join('').split('word').length);
    }),
  );
});
