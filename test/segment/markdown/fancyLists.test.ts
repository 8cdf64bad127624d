import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fancyLists } from '../../../src/segment/markdown/fancyLists.ts';
import { segmentMarkdown } from '../../../src/segment/segmentMarkdown.ts';
import { draftOf, kindsOf } from '../draftOf.ts';

describe('fancyLists', () => {
  test('parts the items of a law, each with its letter', () => {
    const draft = draftOf(
      segmentMarkdown(
        '# Bylaws\n\nA.  The Senate has officers.\n    1.  They are elected.\n#.  It meets:\n    (a) in May;\n    (b) in June.\n\nIt ends.',
      ),
    );
    expect(kindsOf(draft)).toBe('T Pi Pi Pi Pi Pi P');
    expect(draft.source.split('\n')).toEqual([
      'Bylaws',
      'A. The Senate has officers.',
      '1. They are elected.',
      'It meets:',
      '(a) in May;',
      '(b) in June.',
      'It ends.',
    ]);
  });

  test.each([
    ['one line', 'A. Roe wrote it.\n\nIt ends.'],
    ['lines that empty ones part', 'A. Roe wrote it.\n\nB. Lane read it.'],
    ['code', '    a. b\n\n    c. d'],
    ['words in brackets', 'It ends (a) here\nand (b) there.'],
  ])('leaves %s as it is', (_, text) => {
    expect(fancyLists(text)).toBe(text);
  });

  test('adds bullets, and changes no word', () => {
    const line = fc.constantFrom(
      'A. it ends',
      '(b) it ends',
      'iv) it ends',
      'it ends',
      '',
      '    c. it ends',
      '1. it ends',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const words = (text: string): readonly string[] => text.split(/[\s-]+/u).filter(Boolean);
        expect(words(fancyLists(lines.join('\n')))).toEqual(words(lines.join('\n')));
      }),
      { seed: 7 },
    );
  });
});
