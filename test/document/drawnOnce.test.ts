import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageGlyphs, pageLines, type PdfRun } from '../../src/document/pdf/pageLines.ts';
import { widthOf } from '../fixtures/documents/pdfFile.ts';

const PAGE = {
  number: 1,
  width: 595,
  height: 842,
  view: [1, 0, 0, -1, 0, 842],
  fontOf: () => ({ bold: false, italic: false, mono: false }),
};

function runAt(str: string, x: number, size: number): PdfRun {
  return { str, width: widthOf(str, size), transform: [size, 0, 0, size, x, 700], fontName: 'f' };
}

function linesOf(runs: readonly PdfRun[], page: typeof PAGE): ReturnType<typeof pageLines> {
  return pageLines(pageGlyphs(runs, page), page);
}

function moved(run: PdfRun, by: number): PdfRun {
  return {
    ...run,
    transform: run.transform.map((value, at) => (at === 4 ? value + by : at === 5 ? value - by : value)),
  };
}

/** The letters of a text, each a run of its own. */
function letters(text: string, size: number): readonly PdfRun[] {
  return Array.from(text, (letter, at) => runAt(letter, 72 + widthOf(text.slice(0, at), size), size));
}

describe('letters that are drawn again in nearly the same place', () => {
  const text = fc.stringMatching(/^[A-Zlio]{1,8}( [A-Zlio]{1,8}){0,3}$/u);

  test('are read once, one by one or as whole runs, and are bold', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 30 }), fc.integer({ min: 1, max: 8 }), (words, size, percent) => {
        const by = (size * percent) / 100;
        const single = letters(words, size);
        const [line] = linesOf(single, PAGE);
        expect(line?.text).toBe(words);
        const pairs = single.flatMap((run) => [run, moved(run, by)]);
        expect(linesOf(pairs, PAGE)).toEqual([{ ...line, bold: true }]);
        const whole = runAt(words, 72, size);
        expect(linesOf([whole, moved(whole, by)], PAGE).map((each) => each.text)).toEqual([words]);
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  test('are no bolder for being drawn in the very same place', () => {
    const run = runAt('The fares', 72, 10);
    expect(linesOf([run, run], PAGE)).toEqual(linesOf([run], PAGE));
  });
});
