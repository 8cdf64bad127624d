import { describe, expect, onTestFinished, test } from 'vitest';
import { createDocumentReader } from '../../src/document/createDocumentReader.ts';
import { isMeaninglessTitle } from '../../src/document/isMeaninglessTitle.ts';
import { lettersOf, withJoinedLetters } from '../../src/document/pdf/letters.ts';
import { pdfFile, wrapped, type PdfText } from '../fixtures/documents/pdfFile.ts';
import { draftOf, problemsOf } from '../segment/draftOf.ts';

const LEFT = [
  'The ferry has crossed the harbour since 1902, in every season and in almost every kind of weather that the coast knows.',
  'Its captains were chosen by the harbour board, which met twice a year and kept careful minutes of what it decided.',
  'Nobody on the quay remembers a winter in which the boat did not sail at least once on each of its working days.',
];
const RIGHT = [
  'The commission measured the current for two years and found that it had changed since the northern breakwater was built.',
  'A pilot now goes with every crossing after dark, and the fares have risen by a third to pay for those who do so.',
  'What the board will do about the lighthouse is to be decided in the spring, when the last of the reports is in.',
];
const [COLUMN, SIZE, LEADING] = [220, 10, 12];

/** Sets paragraphs as a column, each with an indented first line. */
function column(paragraphs: readonly string[], x: number): readonly PdfText[] {
  let y = 700;
  return paragraphs.flatMap((text) =>
    wrapped(text, COLUMN - 12, SIZE).map((line, index) => ({
      text: line,
      x: index === 0 ? x + 12 : x,
      y: (y -= LEADING),
    })),
  );
}

async function readPdf(pages: readonly (readonly PdfText[])[]) {
  const reader = createDocumentReader();
  onTestFinished(reader.close);
  const reading = await reader.read({ name: 'a.pdf', bytes: pdfFile(pages) });
  if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
  const draft = draftOf(reading.draft);
  expect(problemsOf(draft)).toEqual([]);
  return draft.blocks.map((block) => ({
    kind: block.kind,
    role: block.kind === 'paragraph' ? block.role : undefined,
    page: block.page,
    text: draft.source.slice(...block.span),
  }));
}

describe('two columns', () => {
  const title: PdfText = { text: 'Ferries Between Two Harbours', x: 72, y: 750, size: 20 };
  const [left, right] = [column(LEFT, 72), column(RIGHT, 72 + COLUMN + 20)];
  test.each<readonly [how: string, lines: readonly PdfText[]]>([
    ['one after the other', [...left, ...right]],
    ['line beside line', [...left, ...right].toSorted((a, b) => b.y - a.y || a.x - b.x)],
    ['the right one first', [...right, ...left]],
  ])('are read from the left one on where the file has %s', async (_how, lines) => {
    const blocks = await readPdf([
      [title, ...lines],
      [title, ...lines],
    ]);
    expect(blocks.filter(({ kind, page }) => kind === 'paragraph' && page === 1).map(({ text }) => text)).toEqual([
      ...LEFT,
      ...RIGHT,
    ]);
  });

  test('are no table, and a table of two columns is none of text', async () => {
    const rows = [
      ['Rødvig', '1902'],
      ['Port Town', '1911'],
      ['The northern quay', '1920'],
      ['Old harbour', '1931'],
      ['Lighthouse', '1944'],
      ['Breakwater', '1950'],
      ['Customs house', '1951'],
      ['Fish market', '1960'],
      ['Signal mast', '1962'],
      ['New dock', '1990'],
    ];
    const y = 500;
    const cells = rows.flatMap(([place = '', year = ''], at) => [
      { text: place, x: 72, y: y - at * 14 },
      { text: year, x: 300, y: y - at * 14 },
    ]);
    const prose = LEFT.flatMap((text) => wrapped(text, 430, SIZE)).map((text, at) => ({
      text,
      x: 72,
      y: 700 - at * LEADING,
    }));
    const blocks = await readPdf([[title, ...prose, ...cells]]);
    expect(blocks.filter(({ role }) => role === 'row').map(({ text }) => text)).toEqual(
      rows.map((row) => row.join('\t')),
    );
  });
});

describe('notes at the foot of a page', () => {
  test('are notes, behind the text of their page, and part no paragraph that goes on', async () => {
    const text = [...LEFT, ...RIGHT].join(' ');
    const lines = wrapped(text, 430, SIZE);
    const half = Math.floor(lines.length / 2);
    const set = (part: readonly string[]): readonly PdfText[] =>
      part.map((line, at) => ({ text: line, x: 72, y: 700 - at * LEADING }));
    const note = (mark: string, words: string): readonly PdfText[] => [
      { text: mark, x: 72, y: 123, size: 5 },
      { text: words, x: 77, y: 120, size: 8 },
    ];
    const blocks = await readPdf([
      [
        { text: 'Ferries', x: 72, y: 750, size: 20 },
        ...set(lines.slice(0, half)),
        ...note('1', 'Minutes of the harbour board, 1902.'),
      ],
      [...set(lines.slice(half)), ...note('2', 'Report of the commission, chapter 4.')],
    ]);
    expect(blocks.map(({ kind, role, text: words }) => [role ?? kind, words])).toEqual([
      ['title', 'Ferries'],
      ['paragraph', text],
      ['footnote', '¹ Minutes of the harbour board, 1902.'],
      ['footnote', '² Report of the commission, chapter 4.'],
    ]);
  });

  test('are notes at the foot of a left column, too', async () => {
    const note: readonly PdfText[] = [
      { text: '1', x: 72, y: 123, size: 5 },
      { text: 'Minutes of the harbour board, 1902.', x: 77, y: 120, size: 8 },
    ];
    const blocks = await readPdf([
      [{ text: 'Ferries', x: 72, y: 750, size: 20 }, ...column(LEFT, 72), ...note, ...column(RIGHT, 72 + COLUMN + 20)],
    ]);
    expect(blocks.map(({ kind, role, text }) => [role ?? kind, text])).toEqual([
      ['title', 'Ferries'],
      ...[...LEFT, ...RIGHT].map((text) => ['paragraph', text]),
      ['footnote', '¹ Minutes of the harbour board, 1902.'],
    ]);
  });
});

describe('the head of a PDF', () => {
  const prose = LEFT.flatMap((text) => wrapped(text, 430, SIZE)).map((text, at) => ({
    text,
    x: 72,
    y: 500 - at * LEADING,
  }));
  const set = (lines: readonly string[]): readonly PdfText[] =>
    lines.map((text, at) => ({ text, x: 72, y: 700 - at * 24, size: 12, bold: true }));
  const title: PdfText = { text: 'Ferries Between Two Harbours', x: 72, y: 750, size: 20 };

  test('has no headings but the last line before its text', async () => {
    const blocks = await readPdf([
      [title, ...set(['Jane Roe and Ken Sato', 'Harbour Institute', 'roe@harbour.example', 'Abstract']), ...prose],
    ]);
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['Abstract']);
    expect(blocks.map(({ text }) => text)).toContain('Harbour Institute');
  });

  test.each(['Executive Summary', 'The Northern Quay', '1 Introduction'])('keeps the heading "%s"', async (heading) => {
    const blocks = await readPdf([[title, ...set([heading]), ...prose]]);
    expect(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual([heading]);
  });

  test('is not called by the name of the program’s file', async () => {
    for (const Title of ['10811.exe', '905_Precinct', 'fares-2024-final', 'report.v2'])
      expect(isMeaninglessTitle(Title)).toBe(true);
    for (const Title of ['COVID-19', 'Fares', 'Node.js', 'Ferries - a history'])
      expect(isMeaninglessTitle(Title)).toBe(false);
  });
});

test('four bold lines in a row, and bold cells between rows, are no headings', async () => {
  const prose = LEFT.flatMap((text) => wrapped(text, 430, SIZE)).map((text, at) => ({
    text,
    x: 72,
    y: 700 - at * LEADING,
  }));
  const bold = (texts: readonly string[], y: number): readonly PdfText[] =>
    texts.map((text, at) => ({ text, x: 72, y: y - at * 20, bold: true }));
  const row = (y: number): readonly PdfText[] =>
    ['Port Town', '1902', '4 crowns'].map((text, at) => ({ text, x: 72 + at * 120, y }));
  const blocks = await readPdf([
    [
      { text: 'Ferries', x: 72, y: 750, size: 20 },
      ...bold(['What It Costs'], 725),
      ...prose,
      ...bold(['Rank', 'Segment', 'Total', 'Starting'], 550),
      ...row(470),
      ...bold(['Northern Quay'], 450),
      ...row(430),
    ],
  ]);
  expect(blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text)).toEqual(['What It Costs']);
});

test('the number of a table and what is said of it on the next line are its caption', async () => {
  const prose = LEFT.flatMap((text) => wrapped(text, 430, SIZE)).map((text, at) => ({
    text,
    x: 72,
    y: 700 - at * LEADING,
  }));
  const blocks = await readPdf([
    [
      { text: 'Ferries', x: 72, y: 750, size: 20 },
      ...prose,
      { text: 'Table 1', x: 72, y: 500, size: 8, bold: true },
      { text: 'Fares of the ferry in crowns.', x: 72, y: 488, size: 8 },
    ],
  ]);
  expect(blocks.at(-1)).toMatchObject({ kind: 'caption', text: 'Table 1 Fares of the ferry in crowns.' });
});

describe('joined letters', () => {
  test.each([
    ['Coe\u001Ecients of a \u001Cnal di\u001Berence', 'Coefficients of a final difference'],
    ['\u0010the o\uFB03ce\u0011', '“the office”'],
    ['\u0088 A pilot', '• A pilot'],
  ])('are written out: %j', (text, written) => {
    expect(lettersOf(text)).toBe(written);
  });

  test.each([
    ['several practical di\u0000culties', 'several practical difficulties'],
    ['an o↵-the-shelf model, an e\u0000cient one', 'an off-the-shelf model, an efficient one'],
    ['di↵erent e↵orts', 'different efforts'],
    ['no w\u0000zzk', 'no w\uFFFDzzk'],
    ['press ↵ to go on', 'press ↵ to go on'],
  ])('without a name are those that make a word: %j', (text, written) => {
    expect(withJoinedLetters(text)).toBe(written);
  });
});

test('the labels of a plot beside its caption are furniture, and entries of references stay whole', async () => {
  const prose = column(LEFT, 72);
  const low = Math.min(...prose.map(({ y }) => y));
  const labels = ['0.0 0.5', 'm f', 'Years', 'f m'].map((text, at): PdfText => ({
    text,
    x: 90 + at * 30,
    y: low - 40 - at * 22,
  }));
  const caption: PdfText = { text: 'Figure 1: How long it sails.', x: 72, y: low - 140 };
  const entries = [
    '[1] J. Roe. Ferries and their captains in a harbour.',
    'Old Town, 1902.',
    '[2] T. Achebe. Quays. New Town, 1931.',
  ].map((text, at): PdfText => ({ text, x: at === 1 ? 88 : 72, y: low - 180 - at * LEADING }));
  const blocks = await readPdf([[...prose, ...labels, caption, ...entries]]);
  expect(blocks.filter(({ role }) => role === 'furniture').map(({ text }) => text)).toEqual([
    '0.0 0.5',
    'm f',
    'Years',
    'f m',
  ]);
  expect(blocks.map(({ text }) => text)).toContain(
    '[1] J. Roe. Ferries and their captains in a harbour. Old Town, 1902.',
  );
});
