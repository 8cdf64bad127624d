import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAPTION } from '../../src/document/pdf/captionLine.ts';
import { footLines } from '../../src/document/pdf/footNotes.ts';
import { paragraphsOf, settingOf } from '../../src/document/pdf/paragraphs.ts';
import { pdfFragments } from '../../src/document/pdf/pdfFragments.ts';
import type { PdfLine } from '../../src/document/pdf/pdfLine.ts';
import { withoutRunningLines } from '../../src/document/pdf/runningLines.ts';

const LEADING = 12;

function lineAt(text: string, over: Partial<PdfLine> = {}): PdfLine {
  return { text, page: 1, pageHeight: 800, x: 72, right: 500, y: 100, size: 10, bold: false, mono: false, ...over };
}

function page(texts: readonly (string | readonly [string, Partial<PdfLine>])[], number = 1): readonly PdfLine[] {
  return texts.map((each, at) => {
    const [text, over] = typeof each === 'string' ? [each, {}] : each;
    return lineAt(text, { page: number, y: 100 + at * LEADING, ...over });
  });
}

function read(lines: readonly PdfLine[]): readonly string[] {
  return paragraphsOf(lines, settingOf(lines)).map((paragraph) => paragraph.map(({ text }) => text).join(' '));
}

const FULL = [
  'The ferry has crossed the harbour since 1902 in every season and in',
  'Norwegian weather of almost every kind that the coast knows, and the',
  'Board had its captains chosen twice a year with care by those whom',
  'Port Town trusts; nobody on the quay remembers a winter without it.',
];

describe('wide gaps in filled lines', () => {
  test('are no borders of cells behind the ends of sentences, in a line indented as typewriters do', () => {
    const lines = page([...FULL, ['It is late.\tNobody knows why it was not on time', { x: 144 }], ...FULL]);
    expect(read(lines).some((text) => text.includes('\t'))).toBe(false);
  });

  test('are none between all words of a line next to another such line', () => {
    const spread = 'circumstances\tcan\trender\tan\tattempted\tchallenge\tto\tan';
    const lines = page([
      ...FULL.slice(0, 2),
      'the board (1992).\tWe recognize, of course, that idiosyncratic',
      spread,
      ...FULL.slice(2),
    ]);
    expect(read(lines)).toHaveLength(1);
  });

  test('are borders where the cells are words or numbers that no sentence ends', () => {
    const rows = [
      'Maren, including the boats of the town\t1,204\t33',
      'Rødvig, including the old boats there\t2,817\t41',
    ];
    expect(read(page([...FULL, ...rows, ...FULL])).filter((text) => text.includes('\t'))).toEqual(rows);
  });
});

test('a dash that begins a full line within a sentence begins no item', () => {
  const lines = page([
    ['The board - as it said - may order what the town needs, and then it', {}],
    '— like most boards of this kind along the coast — admits of exceptions',
    ['where the weather asks for them.', { right: 250 }],
  ]);
  expect(read(lines)).toHaveLength(1);
  expect(
    read(page(['The board has three wishes:', '— like most boards of this kind along the coast, a new boat'])),
  ).toHaveLength(2);
});

describe('the numbers of lines in a margin', () => {
  test('go, and no number of the text with them, wherever they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 10, max: 28 }), (from, count) => {
        const numbers = Array.from({ length: count }, (_, at) =>
          lineAt(String(from + at), { x: 50, right: 60, y: 100 + at * 24 }),
        );
        const text = page([...FULL, '28', ...FULL]).map((line, at) => ({ ...line, y: 104 + at * 24, x: 90 }));
        const [kept = []] = withoutRunningLines([[...numbers, ...text]]);
        expect(kept.map((line) => line.text)).toEqual(text.map((line) => line.text));
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  test('stay where they are few, as the rows of a list are', () => {
    const numbers = [1, 2, 3, 4].map((count) => lineAt(String(count), { x: 50, right: 60, y: 200 + count * 24 }));
    expect(withoutRunningLines([[...page(FULL), ...numbers]])[0]).toHaveLength(8);
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
  const notes = page(['¹⁰Substitute schools are pairs of others.', 'They count as one.']).map((line, at) => ({
    ...line,
    y: 700 + at * 12,
  }));
  const lines = [...page(FULL), ...notes];
  expect(footLines(lines, settingOf(lines))).toEqual(new Set(notes));
});

test('what is on a page called Contents is furniture, names and broken titles too', () => {
  const contents = page([
    ['CONTENTS', { size: 14 }],
    'Within the Image\t12',
    'Jonathan Beller',
    'The Art of New Class',
    'Geography\t25',
    'The Agency of Art\t39',
  ]);
  const text = page([...FULL, ...FULL], 2);
  const blocks = pdfFragments([contents, text], []);
  expect(
    blocks
      .filter(({ page: on }) => on === 1)
      .map(({ role }) => role)
      .slice(1),
  ).toEqual(Array(blocks.length - 2).fill('furniture'));
});
