import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfOtherDay } from '../../../../src/answer/reading/doubts/otherDay.ts';
import { questionAsked } from '../../../../src/answer/reading/questionAsked.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

function isOther(question: string, text: string, published: string): boolean {
  return isOfOtherDay(question, { asked: questionAsked(question, true), text, article: { published }, now: NOW });
}

describe('isOfOtherDay', () => {
  test.each([
    ["what's the weather today", 'Date: 14 October 2026, 18:00', '2024-05-01', true],
    ['what happened today', 'The ferry ran aground.', '2026-11-12', true],
    ['what happened today', 'The ferry ran aground.', '2026-11-29', false],
    ['who spoke last night', 'Ines Hallam spoke on 3 May 2019.', '2019-05-04', true],
    ['what are the core hours today', 'Core hours are 10:00 to 15:00.', '2025-03-01', false],
    ['is the ferry running today', 'The ferry was suspended in 2026.', '2026-11-12', false],
    ['what happened in May', 'The ferry ran aground.', '2026-11-12', false],
  ])('of %j and %j, published on %s: is %j', (question, text, published, expected) => {
    expect(isOther(question, text, published)).toBe(expected);
  });

  test('is false of every question that is not about these days', () => {
    const word = fc.constantFrom('ferry', 'mayor', 'weather', 'cost', 'who', 'when', 'did', 'the', 'sink');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(isOther(`${words.join(' ')}?`, 'It was sold in 1990.', '2024-05-01')).toBe(false);
      }),
      { seed: 1 },
    );
  });
});
