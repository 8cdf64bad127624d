import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentText } from '../../src/segment/segmentText.ts';
import { stretchesOf } from '../../src/segment/stretches.ts';
import { draftOf } from './draftOf.ts';

describe('stretchesOf', () => {
  test('keeps every line, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 120 }).map((width) => ({ width }))), (lines) => {
        expect(stretchesOf(lines).flat()).toEqual(lines);
        expect(stretchesOf(lines).every((stretch) => stretch.length > 0)).toBe(true);
      }),
      { seed: 15 },
    );
  });

  test('parts a table from the prose around it', () => {
    const prose = [
      'The ferry sailed across the harbour in the early morning of that day',
      'and came back in the evening with a few people who had waited there',
      'for the whole of the day without anything to eat or to drink at all,',
      'which they told the board.',
    ];
    const text = [
      'A Ferry Closes',
      '',
      ...prose,
      'Quay 1985 4',
      'Bridge 1986 12',
      'Pier 1987 9',
      'Tower 1988 1',
      ...prose,
    ].join('\n');
    const { source, blocks } = draftOf(segmentText(text));
    const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [source.slice(...block.span)] : []));
    expect(paragraphs.filter((each) => each === prose.join('\n'))).toHaveLength(2);
    expect(paragraphs).toContain('Pier 1987 9');
  });

  test('reads two carriage returns as the end of one line', () => {
    const text =
      'A Ferry Closes\r\r\n\r\r\nThe ferry sailed across the harbour in the early morning of that\r\r\nday and came back in the evening with a few people who had\r\r\nwaited there for the whole day.\r\r\n';
    const { blocks } = draftOf(segmentText(text));
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
  });
});
