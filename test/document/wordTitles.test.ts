import { describe, expect, test } from 'vitest';
import type { WordElement } from '../../src/document/docx/coverLine.ts';
import { nameTitle } from '../../src/document/docx/nameTitle.ts';
import { runningHead } from '../../src/document/docx/runningHead.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';
import { readDocument } from '../../src/document/createDocumentReader.ts';

interface Look {
  readonly size?: number;
  readonly style?: string;
  readonly isBold?: boolean;
  readonly isCentred?: boolean;
}

const BODY = 'The ferry leaves the northern quay at six and is back before the tide turns.';

function paragraph(value: string, { size, style, isBold = false, isCentred = false }: Look = {}): WordElement {
  return {
    type: 'paragraph',
    styleName: style ?? null,
    alignment: isCentred ? 'center' : null,
    children: [{ type: 'run', fontSize: size ?? null, isBold, children: [{ type: 'text', value }] }],
  };
}

function titleOf(cover: readonly WordElement[], names: Parameters<typeof nameTitle>[1] = {}): string | undefined {
  const body = [paragraph(BODY), paragraph(BODY), paragraph(BODY)];
  const { children = [] } = nameTitle({ type: 'document', children: [...cover, ...body] }, names);
  return textOf(children.find(({ styleName }) => styleName === 'Title'));
}

function textOf(element: WordElement | undefined): string | undefined {
  return element?.children?.[0]?.children?.[0]?.value;
}

const large = { size: 28 };
const line = { isBold: true, isCentred: true };

test('the first of the lines in the middle that a document begins with is its title, bold or not', () => {
  const middle = { isCentred: true };
  expect(titleOf([paragraph('Rules for a Smart Home', middle), paragraph('November 2022', middle)])).toBe(
    'Rules for a Smart Home',
  );
  expect(titleOf([paragraph('Rules for a Smart Home')])).toBeUndefined();
});

describe('the title of a Word document', () => {
  test.each<[string, readonly WordElement[], Parameters<typeof nameTitle>[1], string | undefined]>([
    [
      'says more than the house that is set a little larger',
      [paragraph('Harbour Office', large), paragraph('A Plan for the Northern Quay', { size: 26 })],
      {},
      'A Plan for the Northern Quay',
    ],
    [
      'is the largest, where what says more is far smaller',
      [paragraph('Ferries', large), paragraph('How they were built, and who paid for them', { size: 16 })],
      {},
      'Ferries',
    ],
    [
      'is what agrees with the properties, whatever is larger',
      [paragraph('Harbour Office of the Northern Coast', large), paragraph('Ferry Fund Report', { size: 20 })],
      { stated: 'Ferry Fund' },
      'Ferry Fund Report',
    ],
    [
      'is the largest of two with its style',
      [
        paragraph('[Harbour]', { size: 24, style: 'Title' }),
        paragraph('Statement of Aims for the Quay', { size: 30, style: 'Title' }),
      ],
      {},
      'Statement of Aims for the Quay',
    ],
    [
      'is no label',
      [paragraph('APPENDIX B', line), paragraph('STANDARDS FOR FERRY CREWS', line)],
      {},
      'STANDARDS FOR FERRY CREWS',
    ],
    ['is no label of a chapter', [paragraph('Kapitel 4', large), paragraph('Die Fähre', large)], {}, 'Die Fähre'],
    [
      'is not the name of a chapter under a running head',
      [paragraph('CHAPTER 1', large), paragraph('Introduction', large)],
      { running: 'A Handbook for Ferries' },
      undefined,
    ],
    ['is none where nothing is set apart', [paragraph('The quay was empty', {})], {}, undefined],
    ['is none where only one of bold and centred is there', [paragraph('The quay', { isBold: true })], {}, undefined],
    [
      'is none below a heading',
      [paragraph('Ferries', { style: 'heading 1' }), paragraph('The Quay', large)],
      {},
      undefined,
    ],
  ])('%s', (_, cover, names, title) => {
    expect(titleOf(cover, names)).toBe(title);
  });

  test('with the style again further down is a heading there', () => {
    const children = [
      paragraph('Ferries', { style: 'Title' }),
      paragraph(BODY),
      paragraph('Quays', { style: 'Title' }),
      paragraph(BODY),
    ];
    const named = nameTitle({ type: 'document', children }, {}).children ?? [];
    expect(named.map(({ styleName }) => styleName)).toEqual(['Title', null, 'heading 1', null]);
  });

  test.each([
    ['is that of the properties', 'Ferries between the quays', 'Ferries between the quays'],
    ['is not that of a template', 'Quarterly memorandum', undefined],
    ['is no label of the properties', 'Appendix B', undefined],
  ])('%s', async (_, stated, title) => {
    const bytes = docxFile([{ text: BODY }, { text: BODY }], { title: stated });
    const reading = await readDocument(bytes, 'plan.docx');
    expect(reading.kind === 'draft' && reading.draft.metadata.title).toBe(title);
  });
});

const HEAD = (text: string): string => `<w:hdr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;

describe('the running head of a Word document', () => {
  test.each<[string, readonly (readonly [string, string])[], string | undefined]>([
    [
      'is the same on every page',
      [
        ['word/header1.xml', HEAD('Ferry &amp; Quay')],
        ['word/header2.xml', HEAD('Ferry &amp; Quay')],
      ],
      'Ferry & Quay',
    ],
    [
      'is none where two differ',
      [
        ['word/header1.xml', HEAD('Ferry Plan')],
        ['word/header2.xml', HEAD('Quay Plan')],
      ],
      undefined,
    ],
    ['is no page number', [['word/header1.xml', HEAD('Page 3 of 9')]], undefined],
    ['is no note to the writer', [['word/header1.xml', HEAD('[Type here]')]], undefined],
    ['is no foot', [['word/footer1.xml', HEAD('Ferry Plan')]], undefined],
  ])('%s', (_, parts, head) => {
    expect(runningHead(parts)).toBe(head);
  });
});
