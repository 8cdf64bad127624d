import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/createDocumentReader.ts';
import { withOutlineLevels, withStyleNames } from '../../src/document/docx/styleNames.ts';
import { withTextBoxes, withoutWrappers } from '../../src/document/docx/withoutWrappers.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';

const SAID = 'The ferry leaves the northern quay at six and is back before the tide turns.';

function style(id: string, name: string, rest = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;
}

function namesIn(xml: string): readonly string[] {
  return Array.from(xml.matchAll(/<w:name w:val="([^"]*)"/gu), ([, name = '']) => name);
}

describe('the styles of a house', () => {
  test.each([
    ['based on a heading', [style('H', 'heading 2'), style('X', 'Chapter', '<w:basedOn w:val="H"/>')], 'heading 2'],
    [
      'based on one that is',
      [
        style('H', 'heading 1'),
        style('Y', 'Part', '<w:basedOn w:val="H"/>'),
        style('X', 'Chapter', '<w:basedOn w:val="Y"/>'),
      ],
      'heading 1',
    ],
    ['with a level in the outline', [style('X', 'Kapitel', '<w:outlineLvl w:val="1"/>')], 'heading 2'],
    [
      'that are text again',
      [style('H', 'heading 1'), style('X', 'TOC Heading', '<w:basedOn w:val="H"/><w:outlineLvl w:val="9"/>')],
      'TOC Heading',
    ],
    ['based on text', [style('N', 'Normal'), style('X', 'Letter', '<w:basedOn w:val="N"/>')], 'Letter'],
    ['in a circle', [style('Z', 'A', '<w:basedOn w:val="X"/>'), style('X', 'B', '<w:basedOn w:val="Z"/>')], 'B'],
  ])('%s are what they are', (_, styles, expected) => {
    expect(namesIn(withStyleNames(`<w:styles>${styles.join('')}</w:styles>`)).at(-1)).toBe(expected);
  });

  test('lose nothing but their names', () => {
    const ids = fc.constantFrom('A', 'B', 'C', 'D');
    const styles = fc.array(fc.tuple(ids, ids, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(styles, (drawn) => {
        const xml = `<w:styles>${drawn.map(([id, based, level]) => style(id, `style ${id}`, `<w:basedOn w:val="${based}"/><w:outlineLvl w:val="${level}"/>`)).join('')}</w:styles>`;
        const bare = (text: string): string => text.replaceAll(/<w:name w:val="[^"]*"/gu, '<w:name');
        expect(bare(withStyleNames(xml))).toBe(bare(xml));
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});

describe('a level in the outline', () => {
  test.each([
    [
      '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
      '<w:pPr><w:pStyle w:val="Heading2"/><w:outlineLvl w:val="1"/></w:pPr>',
    ],
    [
      '<w:pPr><w:pStyle w:val="Text"/><w:outlineLvl w:val="0"/></w:pPr>',
      '<w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/></w:pPr>',
    ],
    ['<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', undefined],
    ['<w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>', undefined],
    ['<w:pPr><w:pStyle w:val="Heading3"/><w:outlineLvl w:val="0"/></w:pPr>', undefined],
  ])('of a paragraph makes it a heading: %s', (own, expected) => {
    const of = (look: string): string => `<w:p>${look}<w:r><w:t>History</w:t></w:r></w:p>`;
    expect(withOutlineLevels(of(own))).toBe(of(expected ?? own));
  });
});

describe('what is around words', () => {
  test.each([
    ['a field', '<w:fldSimple w:instr=" REF x "><w:r><w:t>Section 2</w:t></w:r></w:fldSimple>', 'Section 2'],
    ['a direction', '<w:dir w:val="ltr"><w:r><w:t>to Maren</w:t></w:r></w:dir>', 'to Maren'],
    [
      'a text box of newer programs',
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>',
      'in a box',
    ],
  ])('keeps them in the text: %s', async (_, markup, words) => {
    const reading = await readDocument(
      docxFile([
        { style: 'Title', text: 'The ferry' },
        { text: `${SAID} `, markup },
      ]),
      'a.docx',
    );
    expect(reading.kind === 'draft' && reading.draft.source).toContain(words);
  });

  test('is left as it is where older programs find the words as well', () => {
    const both =
      '<mc:AlternateContent><mc:Choice><w:txbxContent><w:t>x</w:t></w:txbxContent></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>';
    expect(withTextBoxes(both)).toBe(both);
    expect(withoutWrappers(`<w:p>${SAID}</w:p>`)).toBe(`<w:p>${SAID}</w:p>`);
  });
});

test('bullets that were typed in a font of signs are such', async () => {
  const bytes = docxFile([
    { text: 'Rules of the ferry', style: 'Title' },
    { text: SAID },
    { text: '\uF0B7 two pilots' },
    { text: '\uF0A7 one crew' },
  ]);
  const reading = await readDocument(bytes, 'rules.docx');
  if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
  expect(reading.draft.source.split('\n').slice(2)).toEqual(['• two pilots', '• one crew']);
  expect(reading.draft.blocks.slice(2)).toMatchObject([{ role: 'item' }, { role: 'item' }]);
});
