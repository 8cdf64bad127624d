import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/createDocumentReader.ts';
import { withNumbers } from '../../src/document/docx/numbering/withNumbers.ts';
import { writtenNumber } from '../../src/document/docx/numbering/writtenNumber.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';

function level(at: number, [format, pattern]: readonly [format: string, pattern: string], rest = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${rest}<w:lvlText w:val="${pattern}"/></w:lvl>`;
}

function numbering(levels: string, lists = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'): string {
  return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>${lists}</w:numbering>`;
}

function paragraph(properties: string, text = 'ferry'): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function listed(at: number, list = 1): string {
  return `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`;
}

function read(paragraphs: readonly string[], numbers: string, styles = ''): readonly string[] {
  const { xml } = withNumbers(paragraphs.join(''), { numbering: numbers, styles });
  return xml
    .split('</w:p>')
    .slice(0, -1)
    .map((each) => each.replaceAll(/<[^<>]*>/gu, ''));
}

const OUTLINE = level(0, ['decimal', '%1.']) + level(1, ['decimal', '%1.%2']) + level(2, ['lowerLetter', '(%3)']);

describe('the numbers of a Word document', () => {
  test.each([
    ['letters in brackets', level(0, ['lowerLetter', '(%1)']), [0, 0], ['(a) ferry', '(b) ferry']],
    [
      'an outline',
      OUTLINE,
      [0, 1, 2, 2, 1, 2, 0],
      ['1. ferry', '1.1 ferry', '(a) ferry', '(b) ferry', '1.2 ferry', '(a) ferry', '2. ferry'],
    ],
    ['articles', level(0, ['upperRoman', 'Article %1']), [0, 0], ['Article I ferry', 'Article II ferry']],
    [
      'digits below Roman numbers',
      level(0, ['upperRoman', '%1.']) + level(1, ['decimal', '%1.%2'], '<w:isLgl/>'),
      [0, 1],
      ['I. ferry', '1.1 ferry'],
    ],
    [
      'a level that does not begin again',
      OUTLINE.replace('<w:numFmt w:val="lowerLetter"/>', '<w:lvlRestart w:val="0"/><w:numFmt w:val="lowerLetter"/>'),
      [0, 2, 0, 2],
      ['1. ferry', '(a) ferry', '2. ferry', '(b) ferry'],
    ],
    ['bullets', level(0, ['bullet', '•']), [0, 0], ['ferry', 'ferry']],
    ['a hidden number', level(0, ['decimal', '%1.'], '<w:rPr><w:vanish/></w:rPr>'), [0], ['ferry']],
    [
      'one that begins late',
      level(0, ['decimal', '%1)']).replace('w:start w:val="1"', 'w:start w:val="9"'),
      [0, 0],
      ['9) ferry', '10) ferry'],
    ],
    ['a sign without a space', level(0, ['decimal', '§%1'], '<w:suff w:val="nothing"/>'), [0], ['§1 ferry']],
  ])('are read with its words: %s', (_, levels, at, expected) => {
    expect(
      read(
        at.map((each) => paragraph(listed(each))),
        numbering(levels),
      ),
    ).toEqual(expected);
  });

  test('go on where another list of the same pattern stopped, unless that begins anew', () => {
    const lists = `<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const paragraphs = [1, 2, 3, 3].map((list) => paragraph(listed(0, list)));
    expect(read(paragraphs, numbering(OUTLINE, lists))).toEqual(['1. ferry', '2. ferry', '1. ferry', '2. ferry']);
  });

  test('come from the style, and from the one that it is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>';
    const levels =
      level(0, ['decimal', '%1'], '<w:pStyle w:val="H1"/>') + level(1, ['decimal', '%1.%2'], '<w:pStyle w:val="H2"/>');
    const paragraphs = ['H1', 'H2', 'None', 'H2'].map((id) => paragraph(`<w:pStyle w:val="${id}"/>`));
    expect(read(paragraphs, numbering(levels), styles)).toEqual(['1 ferry', '1.1 ferry', 'ferry', '1.2 ferry']);
  });

  test('come from a style of lists', () => {
    const linked =
      '<w:numbering><w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Clauses"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="Clauses"/>${level(0, ['lowerRoman', '%1.'])}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num></w:numbering>';
    expect(read([paragraph(listed(0))], linked)).toEqual(['i. ferry']);
  });

  test('are not doubled where they were typed as well, and those of empty paragraphs count', () => {
    const paragraphs = [
      paragraph(listed(0), '(a) the bow'),
      paragraph(listed(0), ' '),
      paragraph(listed(0), '(c)live'),
    ];
    expect(read(paragraphs, numbering(level(0, ['lowerLetter', '(%1)'])))).toEqual(['(a) the bow', ' ', '(c) (c)live']);
  });

  test('count once what a box says in two forms, and nothing that was deleted or was so before', () => {
    const box = (name: string): string => `<${name}>${paragraph(listed(0), 'box')}</${name}>`;
    const paragraphs = [
      box('mc:Choice'),
      box('mc:Fallback'),
      paragraph(`${listed(0)}<w:rPr><w:del w:id="1"/></w:rPr>`),
      paragraph(`<w:pPrChange><w:pPr>${listed(0)}</w:pPr></w:pPrChange>`),
      paragraph(listed(0)),
    ];
    expect(read(paragraphs, numbering(OUTLINE))).toEqual(['box', '1. box', 'ferry', 'ferry', '2. ferry']);
  });

  test('that are in a form that is not read are left out and counted', () => {
    const parts = { numbering: numbering(level(0, ['hebrew1', '%1.'])), styles: '' };
    const xml = paragraph(listed(0));
    expect(withNumbers(xml, parts)).toEqual({ xml, unread: 1 });
  });

  test('are those that a count from the start gives, and nothing else is changed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 30 }), (drawn) => {
        const numbers = drawn.map((at, index) => {
          const begun = drawn.slice(0, index + 1);
          return [0, 1, 2].slice(0, at + 1).map((deep) => {
            const above = begun.findLastIndex((each) => each < deep);
            return Math.max(1, begun.slice(above + 1).filter((each) => each === deep).length);
          });
        });
        const pattern = ['%1', '%1.%2', '%1.%2.%3'].map((each, at) => level(at, ['decimal', each])).join('');
        const paragraphs = drawn.map((at) => paragraph(listed(at)));
        expect(read(paragraphs, numbering(pattern))).toEqual(numbers.map((each) => `${each.join('.')} ferry`));
        const { xml } = withNumbers(paragraphs.join(''), { numbering: numbering(pattern), styles: '' });
        expect(xml.replaceAll(/<w:r><w:rPr><\/w:rPr>.*?<\/w:r>/gu, '')).toBe(paragraphs.join(''));
      }),
      { seed: 15, numRuns: 200 },
    );
  });

  test.each([
    [27, 'lowerLetter', 'aa'],
    [28, 'upperLetter', 'BB'],
    [1994, 'lowerRoman', 'mcmxciv'],
    [0, 'lowerRoman', '0'],
    [7, 'decimalZero', '07'],
    [12, 'ordinal', '12th'],
    [22, 'ordinal', '22nd'],
    [3, 'constructor', undefined],
  ])('are written as Word writes them: %s in %s', (value, format, expected) => {
    expect(writtenNumber(value, format)).toBe(expected);
  });

  test('reach the article, in items and bold lines', async () => {
    const bytes = docxFile(
      [
        { text: 'Rules of the ferry', style: 'Title' },
        { text: 'Passengers of the ferry must not board her once the gangway was drawn in, unless:', numbered: [1, 1] },
        { text: 'a member of the crew lets them;', numbered: [1, 2] },
        { text: 'the master of the ferry says so.', numbered: [1, 2] },
      ],
      { extra: [{ path: 'word/numbering.xml', content: numbering(OUTLINE) }] },
    );
    const reading = await readDocument(bytes, 'rules.docx');
    if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
    expect(reading.draft.source.split('\n')).toEqual([
      'Rules of the ferry',
      '1.1 Passengers of the ferry must not board her once the gangway was drawn in, unless:',
      '(a) a member of the crew lets them;',
      '(b) the master of the ferry says so.',
    ]);
  });
});
