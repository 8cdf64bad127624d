import { describe, expect, test } from 'vitest';
import { segmentText } from '../../../src/segment/segmentText.ts';
import { draftOf } from '../draftOf.ts';

const BODY = 'The ferry leaves the northern quay at six, and is back before the tide turns, as it always was.';

const shapes = (text: string): readonly string[] => {
  const { source, blocks } = draftOf(segmentText(text));
  return blocks.map(
    (block) =>
      `${block.kind === 'paragraph' ? (block.role ?? 'text') : block.kind}: ${source.slice(...block.span).replaceAll('\n', '/')}`,
  );
};

describe('a block between two equal lines', () => {
  test.each([
    ['a listing', '-------------', '$ ferry start\n\n$ ferry stop', ['code: $ ferry start//$ ferry stop']],
    ['a literal block', '....', 'quay  -> ferry', ['code: quay  -> ferry']],
    ['a quotation', '____________', `${BODY}\n\n${BODY}`, [`quote: ${BODY}`, `quote: ${BODY}`]],
    ['a table', '|===', '|Quay |Depth |Year\n|North |12 |1998', ['row: |Quay |Depth |Year', 'row: |North |12 |1998']],
  ])('is %s', (_, fence, inside, blocks) => {
    expect(shapes(`Ferries\n\n${BODY} So:\n\n${fence}\n${inside}\n${fence}\n\n${BODY}\n`)).toEqual([
      'title: Ferries',
      `text: ${BODY} So:`,
      `furniture: ${fence}`,
      ...blocks,
      `furniture: ${fence}`,
      `text: ${BODY}`,
    ]);
  });

  test.each([
    ['prose between lines of hyphens', `${BODY}\n\n----\n${BODY}\n----\n\n${BODY}\n`],
    ['what has empty lines around it', `${BODY}\n\n----\n\n$ ferry start\n\n----\n\n${BODY}\n`],
    ['what one line begins', `${BODY}\n\n----\n$ ferry start\n\n${BODY}\n`],
  ])('is not %s', (_, text) => {
    expect(shapes(text).filter((shape) => shape.startsWith('code'))).toEqual([]);
  });

  test('is no section below a heading that is underlined', () => {
    const text = `Quays\n-----\n${BODY}\n\nBoats\n-----\n${BODY}\n`;
    expect(shapes(text).filter((shape) => shape.startsWith('text'))).toEqual([`text: ${BODY}`, `text: ${BODY}`]);
  });
});

test.each(['"ferry start" overview\n----------------------', 'ferryctl\n========'])('%s is a heading', (heading) => {
  const [line = ''] = heading.split('\n');
  expect(shapes(`Ferries\n\n${BODY}\n\n${heading}\n\n${BODY}\n`)).toContain(`heading: ${line}`);
});

test('a field is no heading', () => {
  expect(shapes(`Ferries\n=======\n:Author: Jane Roe\n\n${BODY}\n`)).toContain('text: :Author: Jane Roe');
});

describe('text copied from a page, without empty lines', () => {
  test.each([
    ['English', 'What comes next', 'Nobody was asked, said the members. Two voted against it.'],
    ['German', 'Geschichte', 'Im Jahr 1998 begann der Streit. Er dauert an, und niemand weiß, wie er endet.'],
    ['French', 'La suite', 'Le bac part à six heures. Il revient avant la marée.'],
  ])('has a paragraph on each line, and headings between (%s)', (_, heading, sentences) => {
    const long = `${BODY} ${BODY}`;
    expect(shapes(`Ferries\n${long}\n${sentences}\n${heading}\n${long}\n${sentences}\n`)).toEqual([
      'title: Ferries',
      `text: ${long}`,
      `text: ${sentences}`,
      `heading: ${heading}`,
      `text: ${long}`,
      `text: ${sentences}`,
    ]);
  });
});
