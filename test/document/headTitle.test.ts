import { describe, expect, test } from 'vitest';
import { pdfFragments } from '../../src/document/pdf/pdfFragments.ts';
import type { PdfLine } from '../../src/document/pdf/pdfLine.ts';
import { FULL, lineAt } from '../fixtures/documents/pdfLines.ts';

/** Sets lines in the middle of a page 72 to 500 points wide, each with a gap above it, and a text below them. */
function readHead(head: readonly (string | readonly [string, Partial<PdfLine>])[]) {
  const lines = head.map((each, at) => {
    const [text, over] = typeof each === 'string' ? [each, {}] : each;
    const width = text.length * 5;
    return lineAt(text, { y: 60 + at * 30, x: 286 - width / 2, right: 286 + width / 2, ...over });
  });
  const text = [...FULL, ...FULL].map((each, at) => lineAt(each, { y: 100 + head.length * 30 + at * 12 }));
  const fragments = pdfFragments([[...lines, ...text]], []);
  return {
    title: fragments.find(({ level }) => level === 1)?.text,
    headings: fragments.flatMap(({ kind, text: own }) => (kind === 'heading' ? [own] : [])),
    all: fragments.map(({ text: own }) => own).join('\n'),
  };
}

const bold = { bold: true };

describe('the title of a paper of a court', () => {
  test.each<[string, Parameters<typeof readHead>[0], string]>([
    [
      'is what kind of paper it is',
      [
        ['IN THE DISTRICT COURT OF MAREN', bold],
        'JANE ROE, Plaintiff,',
        'v.',
        'HARBOUR BOARD, Defendant.',
        ['ORDER ON THE MOTION TO DISMISS', bold],
      ],
      'ORDER ON THE MOTION TO DISMISS',
    ],
    [
      'is who is against whom where nothing else names it, larger as the court may be',
      [['Court of Appeals', { size: 20 }], 'No. 20-1507', 'JANE ROE,', 'Plaintiff, v.', 'HARBOUR BOARD, Defendant.'],
      'JANE ROE, Plaintiff, v. HARBOUR BOARD, Defendant.',
    ],
    [
      'is no single word beside the parties',
      [['SUPREME COURT OF MAREN', bold], 'JANE ROE,', 'v.', 'HARBOUR BOARD,', ['OPINION', bold]],
      'JANE ROE, v. HARBOUR BOARD',
    ],
  ])('%s', (_, head, expected) => {
    expect(readHead(head).title).toBe(expected);
  });

  test('leaves no heading of those above it, and no line out', () => {
    const { headings, all } = readHead([
      ['IN THE DISTRICT COURT OF MAREN', bold],
      ['FOR THE NORTHERN QUAY', bold],
      ['NOTICE OF A HEARING', bold],
    ]);
    expect(headings).toEqual(['NOTICE OF A HEARING']);
    expect(all).toContain('FOR THE NORTHERN QUAY');
  });

  test('is no concern of a text about a court', () => {
    const head: Parameters<typeof readHead>[0] = [['The supreme court rules on the ferry', { size: 20 }], 'Jane Roe'];
    expect(readHead(head).title).toBe('The supreme court rules on the ferry');
  });
});

describe('a title in the middle, set as the headings are', () => {
  test('is the first such line, and those below it up to the text are no headings', () => {
    const { title, headings } = readHead([
      ['NOTICE OF MEETING', bold],
      ['HARBOUR BOARD will meet', bold],
      ['9:00 am at the quay', bold],
      'Everybody may come',
    ]);
    expect([title, ...headings]).toEqual(['NOTICE OF MEETING', 'NOTICE OF MEETING']);
  });

  test('is what a house says, and not its name above', () => {
    const { title } = readHead([
      ['City of Maren', bold],
      ['AGENDA OF THE HARBOUR BOARD IN MAY', bold],
    ]);
    expect(title).toBe('AGENDA OF THE HARBOUR BOARD IN MAY');
  });

  test('is none on the left, where the heading of any part of a text is', () => {
    const left = { x: 72, right: 260, ...bold };
    expect(readHead(['A line of a text that goes on', ['What fares are in winter and why', left]]).title).toBe(
      undefined,
    );
  });
});

describe('headings', () => {
  test('that are numbered alike have one level, whatever their sizes', () => {
    const heading = (text: string, size: number, y: number): PdfLine => lineAt(text, { size, y, right: 200 });
    const text = (from: number): readonly PdfLine[] => FULL.map((each, at) => lineAt(each, { y: from + at * 12 }));
    const lines = [
      heading('1 The ferry', 16, 60),
      ...text(90),
      heading('1.1 Fares', 12, 160),
      ...text(190),
      heading('1.2 Boats', 13, 260),
      ...text(290),
      heading('1.3 Crews', 13, 360),
      ...text(390),
    ];
    const levels = pdfFragments([lines], []).flatMap(({ kind, level, text: own }) =>
      kind === 'heading' && own.startsWith('1.') ? [level] : [],
    );
    expect(new Set(levels).size).toBe(1);
  });

  test.each([
    'jane@harbour.example',
    '• RAM - 8 GB',
    'By law it is closed. Anyone who wishes to speak may do so on the quay',
  ])('are none by their size alone: %j', (large) => {
    const lines = [
      lineAt('The ferry', { size: 20, y: 60 }),
      ...FULL.map((each, at) => lineAt(each, { y: 90 + at * 12 })),
    ];
    const own = lineAt(large, { size: 13, y: 180 });
    const rest = FULL.map((each, at) => lineAt(each, { y: 220 + at * 12 }));
    const found = pdfFragments([[...lines, own, ...rest]], []).find(({ text }) => text === large);
    expect(found?.kind).toBe('paragraph');
  });
});
