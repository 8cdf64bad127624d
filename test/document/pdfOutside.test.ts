import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inReadingOrder } from '../../src/document/pdf/columns.ts';
import type { Glyphs } from '../../src/document/pdf/glyphs.ts';
import { contentsLines } from '../../src/document/pdf/outside/contentsLines.ts';
import { withoutLineCounts } from '../../src/document/pdf/outside/lineCounts.ts';
import { withoutRunningLines } from '../../src/document/pdf/outside/runningLines.ts';
import { pageLines } from '../../src/document/pdf/pageLines.ts';
import { slideTitles } from '../../src/document/pdf/slideTitles.ts';
import { FULL, LEADING, lineAt, pageOf } from '../fixtures/documents/pdfLines.ts';

const FONT = { bold: false, italic: false, mono: false };

function glyphsAt(text: string, over: Partial<Glyphs> = {}): Glyphs {
  return { text, x: 100, right: 500, y: 100, size: 10, font: FONT, ...over };
}

describe('numbers that count every few lines in the margin', () => {
  /** Pages whose lines are counted in the margin: every `step`-th has its number. */
  const counted = (sizes: readonly number[], step: number): readonly (readonly Glyphs[])[] => {
    let line = 0;
    return sizes.map((size) =>
      Array.from({ length: size }, (_, at) => {
        line += 1;
        const text = glyphsAt(FULL[at % 4] ?? '', { y: 100 + at * LEADING });
        const number = glyphsAt(String(line), { x: 71, right: 80, y: text.y, size: 8 });
        return line % step === 0 ? [text, number] : [text];
      }).flat(),
    );
  };

  test('go, and nothing else does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 12, max: 40 }), { minLength: 5, maxLength: 9 }),
        fc.constantFrom(2, 4, 5),
        (sizes, step) => {
          const pages = counted(sizes, step);
          const bare = pages.map((page) => page.filter(({ text }) => /\p{L}/u.test(text)));
          expect(withoutLineCounts(pages)).toEqual(bare);
        },
      ),
      { seed: 15, numRuns: 60 },
    );
  });

  test.each([
    ['of a list', counted([20, 20, 20], 1)],
    ['that are too few', counted([20, 15], 5)],
    [
      'within the text',
      counted([30, 30, 30], 5).map((page) =>
        page.map((each) => ({ ...each, x: 100, right: each.right === 80 ? 110 : each.right })),
      ),
    ],
  ])('stay: those %s', (_what, pages) => {
    expect(withoutLineCounts(pages)).toEqual(pages);
  });
});

describe('the names of sections above the text', () => {
  const page = (number: number, head: string, name: string) => [
    lineAt(head, { page: number, y: 40, right: 300 }),
    lineAt(name, { page: number, y: 100, size: 14, right: 300 }),
    ...pageOf(FULL, number).map((line) => ({ ...line, y: line.y + 50 })),
  ];
  const names = ['Article I. Purpose', 'Article II. Terms', 'Article III. Duties', 'Article IV. Votes'];

  test('go where most are in the text too, in letters of any size', () => {
    const pages = names.map((name, at) => page(at + 1, name.toUpperCase(), name));
    expect(withoutRunningLines(pages)).toEqual(pages.map(([, ...rest]) => rest));
  });

  test('stay where the text has none of them', () => {
    const pages = names.map((name, at) => page(at + 1, `${name} of the harbour`, 'What it says'));
    expect(withoutRunningLines(pages).map(([first]) => first?.text)).toEqual(pages.map(([first]) => first?.text));
  });
});

describe('a list of contents that nothing calls so', () => {
  const entries = ['Purpose\t1', 'Terms\t2', 'Duties 3', 'Votes\t9'];
  const text = ['Purpose', ...FULL, 'Terms', ...FULL, 'Duties'];

  test('is lines in a row whose numbers never fall, and most of which are in the text', () => {
    const pages = [pageOf([...entries, ...text])];
    expect([...contentsLines(pages)].map((line) => line.text)).toEqual(entries);
  });

  test.each([
    ['rows of a table', ['Purpose\t4', 'Terms\t2', 'Duties\t3', 'Votes\t1']],
    ['names that the text does not have', ['Herring\t1', 'Cod\t2', 'Seals\t3', 'Gulls\t4']],
    ['too few lines', entries.slice(0, 3)],
  ])('is not %s', (_what, rows) => {
    expect(contentsLines([pageOf([...rows, ...text])]).size).toBe(0);
  });
});

describe('the title of a slide', () => {
  const slide = (number: number, title: string, over = {}) =>
    [
      lineAt(title, { size: 24, y: 70, right: 400, ...over }),
      lineAt('Most things wait for the tide', { size: 24, y: 150, right: 420 }),
      lineAt('Some do not', { size: 20, y: 180, right: 250 }),
    ].map((line) => ({ ...line, page: number, pageWidth: 720, pageHeight: 405 }));
  const titles = ['What do we want', 'How the ferry waits', 'A plan: in three steps'];

  test('is its topmost line, though no larger than the text', () => {
    const pages = titles.map((title, at) => slide(at + 1, title));
    expect([...slideTitles(pages)].map((line) => line.text)).toEqual(titles);
  });

  test('is nothing on upright pages, nor a line that leads to the next', () => {
    const upright = titles.map((title, at) => slide(at + 1, title).map((line) => ({ ...line, pageHeight: 900 })));
    expect(slideTitles(upright).size).toBe(0);
    const led = titles.map((title, at) => slide(at + 1, `${title}:`));
    expect(slideTitles(led).size).toBe(0);
  });
});

describe('the order of a page', () => {
  const body = pageOf([...FULL, ...FULL]).map((line) => ({ ...line, y: line.y + 60 }));

  test('has what is drawn last above all else first, and what is drawn first below all else last', () => {
    const head = lineAt('Frequently asked questions', { y: 60, size: 20 });
    const foot = lineAt('Several members pose for a picture', { y: 700, size: 8 });
    expect(inReadingOrder([foot, ...body, head])).toEqual([head, ...body, foot]);
  });

  test('loses no line, whatever the order in which lines are drawn', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }), (rows) => {
        const lines = rows.map((row, at) => lineAt(`${FULL[at % 4]} ${at}`, { y: 60 + row * LEADING }));
        expect(new Set(inReadingOrder(lines))).toEqual(new Set(lines));
      }),
      { seed: 15, numRuns: 200 },
    );
  });
});

describe('the raised number of a note that is drawn after its line', () => {
  const page = { number: 1, width: 600, height: 800 };
  const left = glyphsAt('projects are successful.', { x: 72, right: 300 });
  const right = glyphsAt('State projects', { x: 308, right: 400 });
  const mark = (over: Partial<Glyphs> = {}) => glyphsAt('1', { x: 301, right: 305, y: 96, size: 6, ...over });

  test('is put into the gap that the line has for it', () => {
    expect(pageLines([left, right, mark()], page).map(({ text }) => text)).toEqual([
      'projects are successful.¹ State projects',
    ]);
    expect(pageLines([left, mark()], page).map(({ text }) => text)).toEqual(['projects are successful.¹']);
  });

  test.each([
    ['as large as the text', mark({ size: 10, x: 420, right: 425, y: 130 })],
    ['below the line', mark({ y: 112 })],
    ['where there is no room', mark({ x: 150, right: 155 })],
  ])('stays where it is %s', (_what, number) => {
    expect(pageLines([left, right, number], page)).toHaveLength(2);
  });
});
