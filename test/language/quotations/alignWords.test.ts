import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignWords as alignSteps } from '../../../src/language/quotations/alignWords.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

const alignWords = (...given: Parameters<typeof alignSteps>) => finish(alignSteps(...given));

function align(quote: string, source: string, omissions: readonly number[] = []): readonly string[] {
  const [a, b] = [quote.split(' '), source.split(' ')];
  const { steps } = alignWords(a, b, { weights: a.map(() => 1), omissions: new Set(omissions) });
  return steps.map(({ kind, quote: q, source: s }) => `${kind} ${kind === 'removed' ? b[s]! : a[q]!}`);
}

test.each([
  ['the same words', 'b c d', 'a b c d e', ['same b', 'same c', 'same d']],
  ['a changed word', 'b x d', 'a b c d e', ['same b', 'changed x', 'same d']],
  ['an added word', 'b c x d', 'a b c d e', ['same b', 'same c', 'added x', 'same d']],
  ['a removed word', 'b d e', 'a b c d e f', ['same b', 'removed c', 'same d', 'same e']],
  [
    'another form of a word',
    'they threatened us',
    'they threaten us all',
    ['same they', 'similar threatened', 'same us'],
  ],
  ['a negated word', 'is unlikely now', 'it is likely now', ['same is', 'similar unlikely', 'same now']],
])('alignWords finds %s', (_, quote, source, expected) => {
  expect(align(quote, source)).toEqual(expected);
});

test('alignWords prefers a jump where the quotation marks an omission', () => {
  const source = 'a b c d e f g h i j k l m n o p';
  expect(align('a b o p', source, [2]).filter((step) => step.startsWith('same'))).toHaveLength(4);
});

test('alignWords passes through all words of the quotation, and through the source in order', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'threat', 'threats'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, words, (quote, source) => {
      const { steps } = alignWords(quote, source, { weights: quote.map(() => 1) });
      expect(steps.flatMap((step) => (step.kind === 'removed' ? [] : [step.quote]))).toEqual(quote.map((_, at) => at));
      const passed = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.source]));
      expect(passed).toEqual(passed.map((_, at) => passed[0]! + at));
    }),
  );
});

test('alignWords scores as well as trying everything does', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, words, (quote, source) => {
      const { score } = alignWords(quote, source, { weights: quote.map(() => 1) });
      expect(score).toBeCloseTo(best(quote, source), 4);
    }),
  );
});

/** The best score by trying every way, with gaps that cost more at their start. */
function best(quote: readonly string[], source: readonly string[]): number {
  const from = (q: number, s: number, inGap: boolean, begun: boolean): number => {
    if (q === quote.length) return 0;
    const ways = [-0.3 + from(q + 1, s, false, true)];
    if (s < source.length) {
      ways.push((quote[q] === source[s] ? 1 : -0.25) + from(q + 1, s + 1, false, true));
      ways.push((begun ? (inGap ? -0.06 : -0.5) : 0) + from(q, s + 1, begun, begun));
    }
    return Math.max(...ways);
  };
  return from(0, 0, false, false);
}
