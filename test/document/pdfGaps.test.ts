import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPTION } from '../../src/document/pdf/captionLine.ts';
import { footLines } from '../../src/document/pdf/footNotes.ts';
import { settingOf } from '../../src/document/pdf/paragraphs.ts';
import { isTabbed } from '../../src/document/pdf/rows.ts';
import type { PdfLine } from '../../src/document/pdf/pdfLine.ts';
import { pdfFragments } from '../../src/document/pdf/pdfFragments.ts';
import { withoutRunningLines } from '../../src/document/pdf/outside/runningLines.ts';
import { FULL, lineAt, pageOf, paragraphTexts } from '../fixtures/documents/pdfLines.ts';

describe('wide gaps in filled lines', () => {
  test('are no borders of cells behind the ends of sentences, in a line indented as typewriters do', () => {
    const lines = pageOf([...FULL, ['It is late.\tNobody knows why it was not on time', { x: 144 }], ...FULL]);
    expect(paragraphTexts(lines).some((text) => text.includes('\t'))).toBe(false);
  });

  test('are none between all words of a line next to another such line', () => {
    const spread = 'circumstances\tcan\trender\tan\tattempted\tchallenge\tto\tan';
    const lines = pageOf([
      ...FULL.slice(0, 2),
      'the board (1992).\tWe recognize, of course, that idiosyncratic',
      spread,
      ...FULL.slice(2),
    ]);
    expect(paragraphTexts(lines)).toHaveLength(1);
  });

  test('are borders where the cells are words or numbers that no sentence ends', () => {
    const rows = [
      'Maren, including the boats of the town\t1,204\t33',
      'Rødvig, including the old boats there\t2,817\t41',
    ];
    expect(paragraphTexts(pageOf([...FULL, ...rows, ...FULL])).filter((text) => text.includes('\t'))).toEqual(rows);
  });
});

test('a dash that begins a full line within a sentence begins no item', () => {
  const lines = pageOf([
    ['The board - as it said - may order what the town needs, and then it', {}],
    '— like most boards of this kind along the coast — admits of exceptions',
    ['where the weather asks for them.', { right: 250 }],
  ]);
  expect(paragraphTexts(lines)).toHaveLength(1);
  expect(
    paragraphTexts(
      pageOf(['The board has three wishes:', '— like most boards of this kind along the coast, a new boat']),
    ),
  ).toHaveLength(2);
});

describe('the numbers of lines in a margin', () => {
  test('go, and no number of the text with them, wherever they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 10, max: 28 }), (from, count) => {
        const numbers = Array.from({ length: count }, (_, at) =>
          lineAt(String(from + at), { x: 50, right: 60, y: 100 + at * 24 }),
        );
        const text = pageOf([...FULL, '28', ...FULL]).map((line, at) => ({ ...line, y: 104 + at * 24, x: 90 }));
        const [kept = []] = withoutRunningLines([[...numbers, ...text]]);
        expect(kept.map((line) => line.text)).toEqual(text.map((line) => line.text));
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  test('stay where they are few, as the rows of a list are', () => {
    const numbers = [1, 2, 3, 4].map((count) => lineAt(String(count), { x: 50, right: 60, y: 200 + count * 24 }));
    expect(withoutRunningLines([[...pageOf(FULL), ...numbers]])[0]).toHaveLength(8);
  });
});

describe('CAPTION', () => {
  test.each([
    'Table A-1. Coverage of schools',
    'Figure 3.9: Days missed',
    'Table 2.1. Fares',
    'Fig. 4 – The pier',
    'Table B2: Boats',
  ])('is how a caption begins: %s', (text) => {
    expect(CAPTION.test(text)).toBe(true);
  });

  test.each(['Figure 3.9 shows that more men smoke.', 'Table 2 lists the fares.', 'Table 1.2 and 1.3 say so.'])(
    'is not how a sentence begins: %s',
    (text) => {
      expect(CAPTION.test(text)).toBe(false);
    },
  );
});

test('a raised number at the foot of a column begins a note, in letters of any size', () => {
  const notes = pageOf(['¹⁰Substitute schools are pairs of others.', 'They count as one.']).map((line, at) => ({
    ...line,
    y: 700 + at * 12,
  }));
  const lines = [...pageOf(FULL), ...notes];
  expect(footLines(lines, settingOf(lines))).toEqual(new Set(notes));
});

test('what is on a page called Contents is furniture, names and broken titles too', () => {
  const contents = pageOf([
    ['CONTENTS', { size: 14 }],
    'Within the Image\t12',
    'Jonathan Beller',
    'The Art of New Class',
    'Geography\t25',
    'The Agency of Art\t39',
  ]);
  const text = pageOf([...FULL, ...FULL], 2);
  const blocks = pdfFragments([contents, text], []);
  expect(
    blocks
      .filter(({ page: on }) => on === 1)
      .map(({ role }) => role)
      .slice(1),
  ).toEqual(Array(blocks.length - 2).fill('furniture'));
});

describe('a rule at the head of pages', () => {
  const ruled = (number: number, head: string): readonly PdfLine[] => [
    lineAt(head, { page: number, y: 40 }),
    lineAt('_'.repeat(40), { page: number, y: 54 }),
    ...pageOf(FULL, number).map((line) => ({ ...line, y: line.y + 60 })),
  ];

  test('parts a running head from the text, also where each page has another', () => {
    const kept = withoutRunningLines([ruled(1, 'Healthy lives'), ruled(2, 'What was found')]);
    expect(kept.map((lines) => lines.map(({ text }) => text))).toEqual([FULL, FULL]);
  });

  test('is of the text where it is on one page', () => {
    const [first = []] = withoutRunningLines([ruled(1, 'Healthy lives'), pageOf(FULL, 2)]);
    expect(first[0]?.text).toBe('Healthy lives');
  });
});

test('notes at the foot of columns above a table cut no paragraph', () => {
  const column = (x: number, first: string, note: string): readonly PdfLine[] => [
    ...[first, ...FULL.slice(0, 2), FULL[0] ?? ''].map((text, at) =>
      lineAt(text, { x, right: x + 200, y: 60 + at * 12 }),
    ),
    lineAt(`⁸ ${note}`, { x, right: x + 180, y: 150, size: 7 }),
    lineAt('which is said in small letters.', { x, right: x + 90, y: 159, size: 7 }),
  ];
  const table = [1, 2, 3].map((count) => lineAt(`Maren\t${count}`, { x: 40, y: 300 + count * 12 }));
  const lines = [...column(50, 'Of the', 'One'), ...column(300, 'Two in', 'Two'), ...table];
  const notes = footLines(lines, settingOf(lines));
  expect([...notes].map(({ text }) => text[0])).toEqual(['⁸', 'w', '⁸', 'w']);
});

describe('rows without wide gaps', () => {
  test.each([
    ['12-19 9,795,497 9,208,607 2,191,327', true],
    ['20-29\t0.2650', true],
    ['1)\tCast off', false],
    ['In 1902, 1903, 1904 and 1905 the ferry crossed.', false],
    ['2005 2006 2007 2008', false],
  ])('%j is a row: %s', (text, expected) => {
    expect(isTabbed(lineAt(text))).toBe(expected);
  });
});

test('a line in bold at the head of a page is no end of the paragraph on the page before', () => {
  const lines = [
    ...pageOf([...FULL, 'Source: the data file, 1988-94']),
    lineAt('SECTION III', { page: 2, bold: true }),
  ];
  expect(paragraphTexts(lines).at(-1)).toBe('SECTION III');
});
