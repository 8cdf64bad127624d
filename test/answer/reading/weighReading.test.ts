import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVIDENCE } from '../../../src/answer/reading/evidence.ts';
import { scoresAgain, SECOND_EVIDENCE } from '../../../src/answer/reading/weighReading.ts';

const width = EVIDENCE.length;

describe('scoresAgain', () => {
  test('keeps the order of the first reading where there was no second', () => {
    const scores = Float64Array.of(3, 1, 2);
    const first = { matrix: new Float64Array(3 * width), scores };
    expect(scoresAgain(first, new Map(), new Float64Array(SECOND_EVIDENCE.length))).toEqual(scores);
  });

  test('puts what was read once more first, by its weights, and what was not behind it, in the first order', () => {
    const number = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 2, maxLength: 12 }),
        fc.array(number, { minLength: 1, maxLength: 6 }),
        (firsts, seconds) => {
          const scores = Float64Array.from(firsts);
          const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
          const again = new Map(ranked.slice(0, seconds.length).map((row, at) => [row, seconds[at]!] as const));
          const by = Float64Array.from(SECOND_EVIDENCE, (name) => Number(name === 'again'));
          const both = scoresAgain({ matrix: new Float64Array(scores.length * width), scores }, again, by);
          for (const [row, score] of again) expect(both[row]).toBe(score);
          const least = Math.min(...again.values());
          const others = ranked.slice(again.size).map((row) => both[row]!);
          expect(others.every((score) => score <= least)).toBe(true);
          expect(others).toEqual(others.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});
