import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isReference, parseHandleList } from '../../../src/article/handle.ts';
import { resolveReference } from '../../../src/article/passage.ts';
import { formatReference, type Reference } from '../../../src/article/references/reference.ts';
import { formatReferences } from '../../../src/article/references/references.ts';
import { parseReferences } from '../../../src/article/references/parseReferences.ts';
import { referencesLike } from '../../../src/article/references/referencesLike.ts';
import { resolveReferences } from '../../../src/article/references/resolveReferences.ts';
import { articleOf } from '../../fixtures/article.ts';

/** Six paragraphs of three sentences under two headings, a standfirst of two, and two figures. */
const sentences = (name: string): string[] => ['First', 'Second', 'Third'].map((word) => `${word} of ${name}.`);
const article = articleOf('six', [
  ['title', 'Six'],
  ['standfirst', 'One at the top.', 'Two at the top.'],
  ['paragraph', ...sentences('one')],
  ['paragraph', ...sentences('two')],
  ['heading', 'Middle'],
  ['paragraph', ...sentences('three')],
  ['caption', 'A figure.'],
  ['paragraph', ...sentences('four')],
  ['paragraph', ...sentences('five')],
  ['caption', 'Another figure.'],
  ['heading', 'End'],
  ['paragraph', ...sentences('six')],
]);

function named(
  typed: string,
): readonly string[] | { readonly missing: string | undefined; readonly nearest: readonly string[] } {
  const ranges = parseReferences(typed);
  if (!ranges) return [];
  const resolution = resolveReferences(article, ranges);
  if (resolution.kind === 'missing') return { missing: resolution.missing, nearest: resolution.nearest };
  return resolution.passages.map(({ reference }) => formatReference(reference));
}

describe('parseReferences and resolveReferences', () => {
  test.each<readonly [typed: string, references: readonly string[]]>([
    ['2,3', ['¶2', '¶3']],
    ['5, 2', ['¶5', '¶2']],
    ['2 and 4; 6', ['¶2', '¶4', '¶6']],
    ['2.2,3', ['¶2.2', '¶2.3']],
    ['2.1,3.2', ['¶2.1', '¶3.2']],
    ['2.1,¶3', ['¶2.1', '¶3']],
    ['2.2-3.1', ['¶2.2-3', '¶3.1']],
    ['2.2–4.1', ['¶2.2-3', '¶3', '¶4.1']],
    ['4.1 to 2.2', ['¶2.2-3', '¶3', '¶4.1']],
    ['2-3.1', ['¶2', '¶3.1']],
    ['2.3-¶3', ['¶2.3', '¶3']],
    ['3f', ['¶3', '¶4']],
    ['3 f.', ['¶3', '¶4']],
    ['3ff', ['¶3', '¶4', '¶5']],
    ['3.2ff', ['¶3.2-3']],
    ['6ff', ['¶6']],
    ['3 to 5', ['¶3', '¶4', '¶5']],
    ['pp. 3–5', ['¶3', '¶4', '¶5']],
    ['para 3 sentence 2', ['¶3.2']],
    ['Paragraph 3, sentences 2-3', ['¶3.2-3']],
    ['sentence 2 of paragraph 3', ['¶3.2']],
    ['paragraph 3', ['¶3']],
    ['p. 3', ['¶3']],
    ['¶ 3 . 2', ['¶3.2']],
    ['last', ['¶6']],
    ['the last paragraph', ['¶6']],
    ['3.last', ['¶3.3']],
    ['figs. 1 and 2', ['Fig. 1', 'Fig. 2']],
    ['fig. last', ['Fig. 2']],
    ['§2', ['§2']],
    ['title, standfirst.2, 1', ['title', 'standfirst.2', '¶1']],
  ])('read %j as %j', (typed, references) => {
    expect(named(typed)).toEqual(references);
  });

  test.each([
    '',
    'twelve',
    '3.',
    '3,',
    '3.2.3',
    '2024-06-11',
    '3 attacks',
    '123456',
    'last three',
    '3-4-5',
    '3ff-5',
    'f',
    ','.repeat(90),
    '1,'.repeat(90),
  ])('do not take %j for references', (typed) => {
    expect(parseReferences(typed)).toBeUndefined();
  });

  test.each<readonly [typed: string, missing: string, nearest: readonly string[]]>([
    ['2,9', '¶9', ['¶2,¶6']],
    ['2.2,5', '¶2.5', ['¶2.2,¶5', '¶2.2,¶2.3']],
    ['2.9-3.1', '¶2.9', ['¶2.3,¶3.1']],
    ['Fig. 3', 'Fig. 3', ['Fig. 2']],
    ['6f', '¶6-7', ['¶6']],
  ])('say of %j that %s is missing, and offer the nearest', (typed, missing, nearest) => {
    expect(named(typed)).toEqual({ missing, nearest });
    for (const each of nearest) expect(Array.isArray(named(each))).toBe(true);
  });

  test('read back what formatReferences writes', () => {
    const number = fc.integer({ min: 1, max: 6 });
    const sentence = fc.integer({ min: 1, max: 3 });
    const one: fc.Arbitrary<Reference> = fc.oneof(
      fc
        .tuple(number, number)
        .map(([a, b]): Reference => ({ target: 'paragraph', from: Math.min(a, b), to: Math.max(a, b) })),
      fc.tuple(number, sentence, sentence).map(([from, a, b]): Reference => ({
        target: 'paragraph',
        from,
        to: from,
        sentences: [Math.min(a, b), Math.max(a, b)],
      })),
      fc.constantFrom<Reference>(
        { target: 'caption', from: 1, to: 2 },
        { target: 'heading', from: 2, to: 2 },
        { target: 'title', from: 1, to: 1 },
        { target: 'standfirst', from: 1, to: 1, sentences: [1, 2] },
      ),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (references) => {
        const written = formatReferences(references);
        const singly = references.flatMap((reference) => {
          const resolution = resolveReference(article, reference);
          return resolution.kind === 'passages' ? resolution.passages : [];
        });
        expect(resolveReferences(article, parseReferences(written)!)).toEqual({ kind: 'passages', passages: singly });
        expect(parseHandleList(`six/${written}@1a2b3c4d`)).toEqual({
          article: 'six',
          ranges: parseReferences(written),
          edition: '1a2b3c4d',
        });
      }),
    );
  });

  test('a range has each sentence from its first to its last, once and in order', () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }));
    const all = article.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.sentences.map((span, at) => ({ key: block.number * 10 + at + 1, span })) : [],
    );
    fc.assert(
      fc.property(place, place, fc.constantFrom('-', ' to ', '–'), ([a, b], [c, d], dash) => {
        const resolution = resolveReferences(article, parseReferences(`${a}.${b}${dash}${c}.${d}`)!);
        const [first, last] = [a * 10 + b, c * 10 + d].toSorted((x, y) => x - y);
        const wanted = all
          .filter(({ key }) => first! <= key && key <= last!)
          .map(({ span }) => article.source.slice(...span));
        const spans = resolution.kind === 'passages' ? resolution.passages.map(({ span }) => span) : [];
        const found = all.filter(({ span }) => spans.some(([from, to]) => from <= span[0] && span[1] <= to));
        expect(found.map(({ span }) => article.source.slice(...span))).toEqual(wanted);
        expect(spans).toEqual(spans.toSorted((x, y) => x[0] - y[0]));
      }),
    );
  });

  test('accept any text without throwing', () => {
    const piece = fc.constantFrom(
      '1',
      '12',
      '.',
      ',',
      '-',
      'f',
      'ff',
      'last',
      'p',
      '¶',
      'fig',
      ' ',
      'sentence',
      'of',
      'and',
      'title',
      '§',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
        ),
        (typed) => {
          const ranges = parseReferences(typed);
          if (!ranges) return;
          const resolution = resolveReferences(article, ranges);
          const nearest = resolution.kind === 'missing' ? resolution.nearest : [];
          for (const each of nearest) expect(resolveReferences(article, parseReferences(each)!).kind).toBe('passages');
        },
      ),
    );
  });
});

test.each<readonly [typed: string, nearest: readonly string[]]>([
  ['3a.2', ['¶3.2', '¶3']],
  ['3.2.1', ['¶3.2', '¶3']],
  ['paragraf 99', ['¶6']],
  ['figur 2', ['Fig. 2']],
  ['banana', []],
])('referencesLike offers for %j %j', (typed, nearest) => {
  expect(referencesLike(typed, article)).toEqual(nearest);
});

test.each([
  ['12', true],
  ['12.2,4', true],
  ['3 to 5', true],
  ['six/¶1,¶3@1a2b3c4d', true],
  ['last', false],
  ['1,200', false],
  ['the title and the standfirst', false],
  ['12 attacks', false],
])('isReference says of %j: %s', (typed, is) => {
  expect(isReference(typed)).toBe(is);
});
