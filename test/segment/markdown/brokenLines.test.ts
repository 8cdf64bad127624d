import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../../src/segment/segmentMarkdown.ts';

function paragraphs(text: string): readonly string[] {
  const draft = segmentMarkdown(`# The pier\n\nThe pier is open.\n\n${text}\n`);
  if (draft.kind !== 'draft') throw new Error(draft.message);
  return draft.blocks
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ span }) => draft.source.slice(...span))
    .slice(1);
}

describe('lines of Markdown that are broken on purpose', () => {
  test.each([
    ['an address', 'Harbour Office  \n12 Quay Street  \nHalvern', ['Harbour Office', '12 Quay Street', 'Halvern']],
    [
      'verse',
      'The tide comes in\\\nthe boats go out\\\nand nobody asks',
      ['The tide comes in\nthe boats go out\nand nobody asks'],
    ],
    ['fields', '**Date:** 14 October 2026  \n**Place:** Room 2', ['Date: 14 October 2026', 'Place: Room 2']],
    [
      'no sentence over several lines',
      'This sentence is long enough that somebody broke it in  \nthe middle, as writers do who think that a line needs two  \nspaces at its end.',
      [
        'This sentence is long enough that somebody broke it in the middle, as writers do who think that a line needs two spaces at its end.',
      ],
    ],
  ])('stay apart: %s', (_, text, expected) => {
    expect(paragraphs(text)).toEqual(expected);
  });

  test('lose no word, whatever the lines', () => {
    const word = fc.constantFrom('tide', 'Pier', 'the', 'boats', '12', 'Halvern', 'go');
    const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `a ${words.join(' ')}`);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('  \n', '\\\n', '\n'),
        (lines, end) => {
          expect(paragraphs(lines.join(end)).join(' ').split(/\s+/u)).toEqual(lines.join(' ').split(' '));
        },
      ),
      { seed: 15, numRuns: 150 },
    );
  });
});

test('the boxes of tasks stay in Markdown', () => {
  expect(paragraphs('- [x] Send the budget\n- [ ] Ask the fire department\n- Write')).toEqual([
    '[x] Send the budget',
    '[ ] Ask the fire department',
    'Write',
  ]);
});
