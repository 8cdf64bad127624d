import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatReference,
  fragmentOf,
  parseReference,
  type Reference,
} from '../../../src/article/references/reference.ts';

describe('parseReference', () => {
  test.each([
    ['¶12', '¶12'],
    ['12', '¶12'],
    ['p12', '¶12'],
    ['P. 12', '¶12'],
    ['para 12', '¶12'],
    ['paragraph 12', '¶12'],
    ['12.2', '¶12.2'],
    ['¶12.2-3', '¶12.2-3'],
    ['12.2–3', '¶12.2-3'],
    ['12.3-2', '¶12.2-3'],
    ['3-5', '¶3-5'],
    ['¶3-¶5', '¶3-5'],
    ['¶¶3–5', '¶3-5'],
    ['5-3', '¶3-5'],
    ['Fig. 2', 'Fig. 2'],
    ['fig2', 'Fig. 2'],
    ['Figure 2', 'Fig. 2'],
    ['fig2.1', 'Fig. 2.1'],
    ['standfirst', 'standfirst'],
    ['Standfirst.2', 'standfirst.2'],
    ['title', 'title'],
    ['§2', '§2'],
    ['#p12.2', '¶12.2'],
    ['#fig2', 'Fig. 2'],
    ['  7 ', '¶7'],
  ])('reads %s as %s', (typed, canonical) => {
    expect(formatReference(parseReference(typed)!)).toBe(canonical);
  });

  test.each([
    '',
    'twelve',
    '12.',
    '.2',
    '12.2.3',
    '3-5.2',
    '-3',
    'p',
    'fig',
    '2024-06-11',
    'standfirst 2',
    '123456',
    '12 attacks',
  ])('does not take %j for a reference', (typed) => {
    expect(parseReference(typed)).toBeUndefined();
  });

  test('reads back what formatReference and fragmentOf write', () => {
    const number = fc.integer({ min: 1, max: 99_999 });
    const target = fc.constantFrom('paragraph', 'caption', 'heading' as const);
    const blocks = fc
      .tuple(target, number, number)
      .map(([target, a, b]): Reference => ({ target, from: Math.min(a, b), to: Math.max(a, b) }));
    const sentences = fc.tuple(target, number, number, number).map(([target, from, a, b]): Reference => ({
      target,
      from,
      to: from,
      sentences: [Math.min(a, b), Math.max(a, b)],
    }));
    fc.assert(
      fc.property(fc.oneof(blocks, sentences), (reference) => {
        expect(parseReference(formatReference(reference))).toEqual(reference);
        expect(parseReference(fragmentOf(reference))).toEqual(reference);
      }),
    );
  });
});
