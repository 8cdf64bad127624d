import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withFormulas } from '../../src/document/docx/withFormulas.ts';
import { domFragments } from '../../src/document/html/domFragments.ts';
import { parseHtml } from '../../src/document/html/parseHtml.ts';
import { docxFile } from '../fixtures/documents/docxFile.ts';
import { readDocument } from '../../src/document/createDocumentReader.ts';

/** A formula before it is written in either of the two languages. */
type Formula =
  | { readonly kind: 'number' | 'name'; readonly text: string }
  | {
      readonly kind: 'row' | 'fraction' | 'power' | 'index' | 'both' | 'root' | 'brackets';
      readonly parts: readonly Formula[];
    };

const MATHML: Readonly<Record<Formula['kind'], (parts: readonly string[], text: string) => string>> = {
  number: (_, text) => `<mn>${text}</mn>`,
  name: (_, text) => `<mi>${text}</mi>`,
  row: (parts) => `<mrow>${parts.join('<mo>+</mo>')}</mrow>`,
  fraction: ([a = '', b = '']) => `<mfrac>${a}${b}</mfrac>`,
  power: ([a = '', b = '']) => `<msup>${a}${b}</msup>`,
  index: ([a = '', b = '']) => `<msub>${a}${b}</msub>`,
  both: ([a = '', b = '', c = '']) => `<msubsup>${a}${b}${c}</msubsup>`,
  root: ([a = '']) => `<msqrt>${a}</msqrt>`,
  brackets: ([a = '']) => `<mfenced>${a}</mfenced>`,
};
const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const WORD: typeof MATHML = {
  number: (_, text) => run(text),
  name: (_, text) => run(text),
  row: (parts) => `<m:box><m:e>${parts.join(run('+'))}</m:e></m:box>`,
  fraction: ([a = '', b = '']) => `<m:f><m:fPr><m:ctrlPr/></m:fPr><m:num>${a}</m:num><m:den>${b}</m:den></m:f>`,
  power: ([a = '', b = '']) => `<m:sSup><m:e>${a}</m:e><m:sup>${b}</m:sup></m:sSup>`,
  index: ([a = '', b = '']) => `<m:sSub><m:e>${a}</m:e><m:sub>${b}</m:sub></m:sSub>`,
  both: ([a = '', b = '', c = '']) => `<m:sSubSup><m:e>${a}</m:e><m:sub>${b}</m:sub><m:sup>${c}</m:sup></m:sSubSup>`,
  root: ([a = '']) => `<m:rad><m:deg/><m:e>${a}</m:e></m:rad>`,
  brackets: ([a = '']) => `<m:d><m:e>${a}</m:e></m:d>`,
};

function written(formula: Formula, language: typeof MATHML): string {
  return 'text' in formula
    ? language[formula.kind]([], formula.text)
    : language[formula.kind](
        formula.parts.map((part) => written(part, language)),
        '',
      );
}

function numbersOf(formula: Formula): readonly string[] {
  if ('text' in formula) return formula.kind === 'number' ? [formula.text] : [];
  return formula.parts.flatMap(numbersOf);
}

/** The numbers that a reader sees in a text, raised and lowered ones apart. */
function numbersIn(text: string): readonly string[] {
  return (text.match(/\d+|[⁰¹²³⁴-⁹]+|[₀-₉]+/gu) ?? []).map((number) => number.normalize('NFKC'));
}

function inPage(html: string): string {
  const parsed = parseHtml(html);
  return parsed.kind === 'page'
    ? domFragments(parsed.document.body ?? parsed.document)
        .map(({ text }) => text)
        .join('\n')
    : '';
}

const leaf: fc.Arbitrary<Formula> = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((number): Formula => ({ kind: 'number', text: `${number}` })),
  fc.constantFrom('x', 'y', 'λ', 'sin').map((text): Formula => ({ kind: 'name', text })),
);
const formula = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('row' as const, 'fraction' as const, 'power' as const, 'index' as const),
        tie('formula'),
        tie('formula'),
      )
      .map(([kind, a, b]): Formula => ({ kind, parts: [a, b] })),
    fc.tuple(tie('formula'), tie('formula'), tie('formula')).map((parts): Formula => ({ kind: 'both', parts })),
    fc
      .tuple(fc.constantFrom('root' as const, 'brackets' as const), tie('formula'))
      .map(([kind, a]): Formula => ({ kind, parts: [a] })),
  ),
})).formula;

describe('formulas', () => {
  test.each([
    ['<mfrac><mn>1</mn><mn>2</mn></mfrac>', '1/2'],
    ['<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac>', '(a+1)/b'],
    ['<mi>x</mi><mo>=</mo><msup><mn>10</mn><mrow><mo>-</mo><mn>6</mn></mrow></msup>', 'x = 10⁻⁶'],
    ['<msqrt><mn>2</mn></msqrt>', '√2'],
    ['<mroot><mi>x</mi><mn>3</mn></mroot>', '³√x'],
    [
      '<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>',
      '∑_(i = 1)ⁿi',
    ],
    ['<mover><mi>x</mi><mo>¯</mo></mover>', 'x̄'],
    [
      '<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>]</mo>',
      '[1, 0; 0, 2]',
    ],
    ['<semantics><mi>y</mi><annotation encoding="application/x-tex">y</annotation></semantics>', 'y'],
    ['<mn>8</mn><mn>2</mn>', '82'],
    ['<mi>sin</mi><mo>&#x2061;</mo><mi>θ</mi>', 'sin θ'],
  ])('%s is read as %s', (markup, expected) => {
    expect(inPage(`<p>Here <math>${markup}</math>.</p>`)).toBe(`Here ${expected}.`);
  });

  test('a formula without letters of its own is its alternative text', () => {
    expect(inPage('<p>Here <math alttext="x squared"><mspace/></math>, then more.</p>')).toBe(
      'Here x squared, then more.',
    );
  });

  test('books that are full of empty elements nest nothing', () => {
    const page = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words of the page. ${'<math><mspace/><mn>1</mn></math> '.repeat(3000)}</p></body></html>`;
    expect(inPage(page)).toMatch(/^Words of the page\. 1 1/u);
  });

  test('no two numbers of a formula grow together, in pages or in Word', () => {
    fc.assert(
      fc.property(formula, (each) => {
        const page = inPage(`<p>Here <math>${written(each, MATHML)}</math> then</p>`);
        const { xml, formulas } = withFormulas(
          `<w:p><m:oMathPara><m:oMath>${written(each, WORD)}</m:oMath></m:oMathPara></w:p>`,
        );
        expect(formulas).toBe(1);
        expect(numbersIn(page).toSorted()).toEqual(numbersOf(each).toSorted());
        const word = xml.replaceAll(/<[^<>]*>/gu, '');
        expect(numbersIn(word).toSorted()).toEqual(numbersOf(each).toSorted());
        expect(xml).not.toContain('m:oMath');
      }),
      { seed: 15, numRuns: 300 },
    );
  });

  test('a formula of a Word document stays in its sentence, and the note says so', async () => {
    const bytes = docxFile([
      { style: 'Title', text: 'Diffraction' },
      {
        text: 'The angle is ',
        markup: `<m:oMath>${written(
          {
            kind: 'power',
            parts: [
              { kind: 'number', text: '10' },
              { kind: 'number', text: '6' },
            ],
          },
          WORD,
        )}</m:oMath><w:r><w:t> and no more.</w:t></w:r>`,
      },
    ]);
    const reading = await readDocument(bytes, 'a.docx');
    expect(reading).toMatchObject({ kind: 'draft', draft: { notes: [expect.stringContaining('formulas (1)')] } });
    expect(reading.kind === 'draft' && reading.draft.source).toContain('The angle is 10⁶ and no more.');
  });
});
