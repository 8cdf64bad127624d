import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentMarkdown } from '../../../src/segment/segmentMarkdown.ts';
import { draftOf, problemsOf } from '../draftOf.ts';

const sourceOf = (markdown: string): string => draftOf(segmentMarkdown(markdown)).source;

describe('segmentMarkdown, of dialects', () => {
  test.each([
    ['10<sup>6</sup> fish, H<sub>2</sub>O, m^2^, CO~2~', '10⁶ fish, H₂O, m², CO₂'],
    ['the 19<sup>th</sup> of x<sup>a+b</sup> and 2<sup>nm</sup>', 'the 19th of x^(a+b) and 2^nm'],
    ['2019<sup>3</sup>, 2020<sup><a href="#fn">4</a></sup>.', '2019³, 2020.'],
    ['27~28 and ~20 to ~30', '27~28 and ~20 to ~30'],
    ['It is ~~$4~~ $5, <del>not</del> now.', 'It is ~~$4~~ $5, ~~not~~ now.'],
    ['[[Board|the board]], [[Port]], [[Fares#Table]].', 'the board, Port, Fares > Table.'],
    ['See ![[a.png|300]] here. %%no%% It is ==so==. ^id', 'See here. It is so.'],
    ['a == b and c == d, 100%% sure %%x', 'a == b and c == d, 100%% sure %%x'],
    ['> [!tip]+ Take care\n> of it.', 'Take care\nof it.'],
    ['## Use {#use .x}\n\nText{: .big} here.\n{: .y}', 'Use\nText here.'],
    ['A set {a, b} and {x}.', 'A set {a, b} and {x}.'],
    ['Lost [@roe2020, p. 5; @sato]. See [@roe](https://e.org).', 'Lost. See @roe.'],
    [':::note Mind\n\nIt ends.\n\n:::', 'Mind\nIt ends.'],
    ['Quay\n: A place.', 'Quay\nA place.'],
    ['{% if a %}It ends.{% endif %} {{ page.title }} {{name}}', 'It ends. {{name}}'],
    ['{{< figure src="a.jpg" caption="The end" >}}\n\nIt ends. 10{{< x >}}20', 'The end\nIt ends. 10 20'],
    ['<% x %>It ends.<%= y %>', 'It ends.'],
    ['import A from "a"\n\nIt <B c={d > 1}>ends</B>. {/* no */}', 'It ends.'],
    ['Use `{{< x >}}` and `[[y]]`.\n\n```\n{% z %}\n```', 'Use {{< x >}} and [[y]].\n{% z %}'],
    ['<div><span>7 May 2025</span><span>Harbour</span></div>', '7 May 2025 Harbour'],
    ['<p>A&nbsp;B &pound;4 &rarr; &eacute;t&eacute; &nope;</p>', 'A\u00a0B £4 → été &nope;'],
  ])('reads %j', (markdown, source) => {
    const draft = draftOf(segmentMarkdown(`${markdown}\n\nEnd.`));
    expect(draft.source).toBe(`${source}\nEnd.`);
    expect(problemsOf(draft)).toEqual([]);
  });

  test('gives a paragraph that is struck out its role, and its marks', () => {
    const { blocks, source } = draftOf(segmentMarkdown('~~The fee is $4.~~\n\nThe fee is $5.'));
    expect(blocks.map((block) => block.kind === 'paragraph' && block.role)).toEqual(['struck', undefined]);
    expect(source).toBe('~~The fee is $4.~~\nThe fee is $5.');
  });

  test('never lets two numbers grow together, nor loses a word, whatever is between them', () => {
    const between = fc.constantFrom(
      '<sup>',
      '</sup>',
      '<sub>',
      '</sub>',
      '~',
      '~~',
      '==',
      '%%',
      '[[',
      ']]',
      '{{< x >}}',
      '{% y %}',
      '<% z %>',
      '<B/>',
      '</B>',
      '{#i}',
      '{: .c}',
      '[@k]',
      '^',
      '<span>',
      '</span>',
      '<br>',
      '*',
      '_',
      '{/* q */}',
      '&times;',
      ':::',
      ' ',
      '\n',
      '\n\n',
      '|',
      '![[w]]',
    );
    const number = fc.integer({ min: 10, max: 99 });
    fc.assert(
      fc.property(fc.array(fc.oneof(between, number), { minLength: 1, maxLength: 20 }), (parts) => {
        const draft = segmentMarkdown(`Start ${parts.join('')}\n\nEnd.`);
        const numbers = (text: string): readonly string[] => text.normalize('NFKD').match(/\d+/gu) ?? [];
        const written = parts.join('').match(/\d+/gu) ?? [];
        const raised = new Set(written);
        for (const found of numbers(draftOf(draft).source.replaceAll(/[⁰¹²³⁴-⁹₀-₉]+/gu, (digits) => ` ${digits} `)))
          expect(raised).toContain(found);
        expect(problemsOf(draftOf(draft))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps every plain word in order, and reads its own source the same', () => {
    const word = fc.constantFrom('quay', 'boats', 'at', 'noon', 'Tuesday', '12', '4,000', '“so”', 'café');
    const mark = fc.constantFrom(
      ' ',
      ' **x** ',
      ' [l](u) ',
      '\n\n',
      '\n',
      ', ',
      ' {{< y >}} ',
      ' %%c%% ',
      '\n\n- ',
      '\n\n## ',
      ' <b>z</b> ',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 25 }), (parts) => {
        const source = sourceOf(`Start ${parts.flat().join('')}`);
        const plain = parts.map(([each]) => each);
        let at = 0;
        for (const each of plain) {
          const found = source.indexOf(each, at);
          expect(found, `${each} in ${source}`).toBeGreaterThanOrEqual(at);
          at = found + each.length;
        }
      }),
      { numRuns: 300 },
    );
  });
});
