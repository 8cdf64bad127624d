import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOffTopic } from '../../../../src/answer/reading/doubts/offTopic.ts';
import { questionAsked } from '../../../../src/answer/reading/questionAsked.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

function isOff(
  question: string,
  text: string,
  {
    share = 0,
    published = '2024-05-01',
    confidence = 0.4,
  }: { share?: number; published?: string; confidence?: number } = {},
): boolean {
  const article = { published };
  const hits = [{ matchedShare: share }];
  return isOffTopic(question, { asked: questionAsked(question, true), text, article, hits, confidence, now: NOW });
}

describe('isOffTopic', () => {
  test.each([
    ["what's the weather today", 'Date: 14 October 2026, 18:00'],
    ['how tall is Mount Everest', 'It is 612 kilometers long.'],
    ['do you like cats', "I don't think so."],
  ])('of %j, whose words no sentence has: is true of one that is likely all the same', (question, text) => {
    expect(isOff(question, text)).toBe(true);
    expect(isOff(question, text, { confidence: 0.7, published: '2026-11-30' })).toBe(false);
  });

  test('is false if the sentence has a word that is related', () => {
    expect(isOff('how much does a physician earn', 'A doctor gets $90,000.')).toBe(false);
  });

  test.each([
    ['what happened today', 'The ferry ran aground.', '2026-11-12', true],
    ['what happened today', 'The ferry ran aground.', '2026-11-29', false],
    ['who spoke last night', 'Ines Hallam spoke on 3 May 2019.', '2019-05-04', true],
    ['what are the core hours today', 'Core hours are 10:00 to 15:00.', '2025-03-01', false],
    ['is the ferry running today', 'The ferry was suspended in 2026.', '2026-11-12', false],
    ['what happened in May', 'The ferry ran aground.', '2026-11-12', false],
  ])('of %j and %j, published on %s: is %j', (question, text, published, expected) => {
    expect(isOff(question, text, { share: 0.5, published })).toBe(expected);
  });

  test('is false of whatever is asked in words that a sentence has, unless it is about these days', () => {
    const word = fc.constantFrom('ferry', 'mayor', 'weather', 'cost', 'who', 'when', 'did', 'the', 'sink');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (words, confidence) => {
          expect(isOff(`${words.join(' ')}?`, 'It was sold in 1990.', { share: 0.1, confidence })).toBe(false);
        },
      ),
      { seed: 1 },
    );
  });
});
