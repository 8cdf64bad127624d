import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rightEdges } from '../../src/document/pdf/rightEdges.ts';
import { withoutRunningLines } from '../../src/document/pdf/outside/runningLines.ts';
import type { PdfLine } from '../../src/document/pdf/pdfLine.ts';
import { isPlainCaption } from '../../src/document/pdf/captionLine.ts';
import { withWholeFormulas } from '../../src/document/pdf/wholeFormulas.ts';
import { withWholeHeadings } from '../../src/document/pdf/wholeHeadings.ts';
import type { Kinded } from '../../src/document/pdf/kinded.ts';
import { FULL, LEADING, lineAt, pageOf, paragraphTexts } from '../fixtures/documents/pdfLines.ts';

describe('the edge of a column', () => {
  test('is where several lines end, whatever a line that was not broken does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 12 }),
        fc.integer({ min: 5, max: 80 }),
        fc.nat(),
        (count, beyond, place) => {
          const lines = Array.from({ length: count }, (_, at) => lineAt(FULL[at % 4] ?? '', { y: 100 + at * LEADING }));
          const far = lineAt('such as an address that no hyphen parts, of the harbour', { right: 500 + beyond, y: 90 });
          const all = lines.toSpliced(place % (count + 1), 0, far);
          expect(new Set(rightEdges(all))).toEqual(new Set([500]));
        },
      ),
      { seed: 15, numRuns: 100 },
    );
  });

  test('is the furthest end where no lines end alike', () => {
    const ragged = FULL.map((text, at) => lineAt(text, { right: 400 + at * 20, y: 100 + at * LEADING }));
    expect(rightEdges(ragged)).toEqual([460, 460, 460, 460]);
  });

  test('a paragraph goes on below a line that ends at it, though another goes further', () => {
    const lines = pageOf([
      ...FULL,
      ['a very long name of a file that nothing parts goes beyond it', { right: 540 }],
      ...FULL,
    ]);
    expect(paragraphTexts(lines).some((text) => text.startsWith(FULL.slice(0, 4).join(' ')))).toBe(true);
  });
});

describe('wide gaps', () => {
  test('in a line from edge to edge between full lines only fill it', () => {
    const lines = pageOf([FULL[0] ?? '', 'Norwegian weather.\tThe coast knows every kind, and the', FULL[2] ?? '']);
    expect(paragraphTexts(lines)).toEqual([
      `${FULL[0]} Norwegian weather. The coast knows every kind, and the ${FULL[2]}`,
    ]);
  });

  test.each([
    [
      'rows below each other',
      ['Rødvig and the northern islands\t1902 crowns', 'Port Town and all that is near it\t1911 crowns'],
    ],
    ['a number at the end', [FULL[0] ?? '', 'What the harbour board decided that winter\t12', FULL[2] ?? '']],
    ['a short row', [FULL[0] ?? '', 'Rødvig\t1902', FULL[2] ?? '']],
  ])('%s stay rows', (_what, texts) => {
    const rows = texts.filter((text) => text.includes('\t'));
    expect(paragraphTexts(pageOf(texts)).filter((text) => text.includes('\t'))).toEqual(rows);
  });
});

test('bold or typewriter letters below a wide gap begin a block of their own', () => {
  const far = { y: 100 + 2 * LEADING + 14, right: 200 };
  const at = (look: Partial<PdfLine>): readonly string[] =>
    paragraphTexts([
      ...pageOf([FULL[0] ?? '', ['and the ferry sails on', { right: 210 }]]),
      lineAt('what it costs', { ...far, ...look }),
    ]);
  for (const look of [{ bold: true }, { mono: true }]) expect(at(look).at(-1)).toBe('what it costs');
});

describe('running lines', () => {
  const body = (number: number): readonly PdfLine[] =>
    pageOf(FULL, number).map((line) => ({ ...line, y: line.y + 150 }));

  test('go where one of their parts recurs, though the other changes', () => {
    const pages = ['The fares', 'The captains', 'The quay'].map((section, at) => [
      lineAt(`Chapter 4. The harbour board\t4.${at}. ${section}`, { page: at + 1, y: 40 }),
      ...body(at + 1),
    ]);
    expect(
      withoutRunningLines(pages)
        .flat()
        .map(({ text }) => text),
    ).toEqual(pages.flatMap(() => FULL));
  });

  const textsOf = (pages: readonly (readonly PdfLine[])[]): readonly string[] =>
    withoutRunningLines(pages)
      .flat()
      .map(({ text }) => text)
      .filter((text) => !FULL.includes(text));

  test.each<[string, readonly (string | undefined)[], readonly string[]]>([
    [
      'go from two pages below a first one without',
      [undefined, 'In re the harbour board', 'In re the harbour board'],
      [],
    ],
    ['stay on the first page', ['The harbour board', 'The harbour board', undefined], ['The harbour board']],
    ['go where only the number of the page changes', [undefined, 'The board 2', 'The board 3'], []],
    [
      'are not what is said of a table',
      [undefined, 'Table 1. The fares', 'Table 1. The fares'],
      ['Table 1. The fares', 'Table 1. The fares'],
    ],
    [
      'are not two sections',
      [undefined, 'The winter fares', 'The summer fares'],
      ['The winter fares', 'The summer fares'],
    ],
  ])('%s', (_, heads, kept) => {
    const pages = heads.map((head, at) => [
      ...(head === undefined ? [] : [lineAt(head, { page: at + 1, y: 40 })]),
      ...body(at + 1),
    ]);
    expect(textsOf([...pages, body(4), body(5)])).toEqual(kept);
  });

  test('keep the heads of tables that happen to be at the edge', () => {
    const pages = [1, 2, 3].map((at) => [lineAt(`Town ${'ABC'[at]}\tCrowns`, { page: at, y: 40 }), ...body(at)]);
    expect(withoutRunningLines(pages).flat()).toHaveLength(15);
  });
});

const block = (text: string, over: Partial<Kinded> = {}): Kinded => ({
  kind: 'paragraph',
  text,
  page: 1,
  lines: [lineAt(text)],
  ...over,
});

describe('formulas', () => {
  test.each([
    [['P(y_i > y_j) =', '1', '1 + e^η', '(2)'], ['code']],
    [
      ['c − d =', 'n', 'i=1', 'sign(x_i − x_j)', 'Here the sum goes over all the pairs.'],
      ['code', undefined],
    ],
    [
      ['1', '2', '3'],
      [undefined, undefined, undefined],
    ],
    [['The fare = 4 crowns for every crossing'], [undefined]],
  ])('%j are blocks of the roles %j', (texts, roles) => {
    const blocks = withWholeFormulas(texts.map((text) => block(text)));
    expect(blocks.map(({ role }) => role)).toEqual(roles);
    expect(blocks.map(({ text }) => text).join('\n')).toBe(texts.join('\n'));
  });

  test('lose no line, whatever is around them', () => {
    const text = fc.constantFrom(
      'x = 1',
      '(2)',
      'n',
      'The ferry crossed the harbour.',
      'Fares',
      'δ_i n(t_i)',
      '• x = 2',
      '你好世界 = 2',
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
        expect(
          withWholeFormulas(texts.map((each) => block(each)))
            .map((each) => each.text)
            .join('\n'),
        ).toBe(texts.join('\n'));
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});

test('“Chapter 4” and the name below it are one heading; two labels are two', () => {
  const heading = (text: string): Kinded => block(text, { kind: 'heading' });
  const texts = (blocks: readonly Kinded[]): readonly string[] => withWholeHeadings(blocks).map(({ text }) => text);
  expect(texts([heading('Chapter 4'), heading('The Quay'), block('It was built in 1902.')])).toEqual([
    'Chapter 4 The Quay',
    'It was built in 1902.',
  ]);
  expect(texts([heading('Part I'), heading('Chapter 1'), heading('The Quay')])).toEqual([
    'Part I',
    'Chapter 1 The Quay',
  ]);
  expect(texts([heading('Fares'), heading('In winter')])).toEqual(['Fares', 'In winter']);
});

test.each([
  ['Table 2-1 Fares in winter', true],
  ['Figure 3.2 CREATE PERMISSION statement', true],
  ['Table 2-1 lists the fares in winter', false],
  ['Table 2-1 Fares rose. Nobody minded.', false],
  ['Exhibit 19 Percentage of Schools Identified, by State, 2006–07', true],
  ['Table 4 lists the fares', false],
])('%j is a caption: %j', (text, expected) => {
  expect(isPlainCaption(text)).toBe(expected);
});

test('page numbers go wherever they are on the page, if they count it', () => {
  const pages = [1, 2, 3].map((at) => [
    ...pageOf(FULL, at).map((line) => ({ ...line, y: line.y + 150 })),
    lineAt(`${at + 6}`, { page: at, y: 600 }),
  ]);
  expect(withoutRunningLines(pages).flat()).toHaveLength(12);
  const years = [1, 2, 3].map((at) => [
    ...pageOf(FULL, at).map((line) => ({ ...line, y: line.y + 150 })),
    lineAt(`${1900 + at * 7}`, { page: at, y: 600 }),
  ]);
  expect(withoutRunningLines(years).flat()).toHaveLength(15);
});
