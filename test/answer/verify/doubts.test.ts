import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../src/answer/verify/standing.ts';
import { verify } from '../../../src/answer/verify/verify.ts';
import { articleOf } from '../../fixtures/article.ts';
import { contextOf } from '../../fixtures/context.ts';

const ferry = articleOf('ferry', [
  [
    'paragraph',
    'The captain denied that the crew had ignored a warning from the harbour.',
    'He said the radar had been working, and denied it was old.',
    'The board denied everything, and the route was closed for a week.',
    'Nobody knows whether the pilot had slept before the journey.',
    'The council will pay for the dredging if the state pays half of it.',
    'The firm refused to pay the divers what they had asked for.',
    'It is unlikely that the ferry will sail again this winter.',
    'The mayor spoke of a dark day for all people of the island.',
  ],
]);

function judged(quote: string) {
  const verdict = verify({ quote }, contextOf([ferry]).library);
  if (verdict.kind !== 'verdict') throw new Error(verdict.kind);
  return verdict;
}

describe('a quotation that begins or is cut within a sentence', () => {
  test.each([
    ['the crew had ignored a warning from the harbour', 'denied', 'denial'],
    ['that the crew had ignored a warning', 'denied', 'denial'],
    ['the pilot had slept before the journey', 'whether', 'condition'],
    ['the state pays half of it', 'if', 'condition'],
    ['pay the divers what they had asked for', 'refused', 'denial'],
    ['the ferry will sail again this winter', 'unlikely', 'denial'],
  ])('is exact and says what is just before “%s”', (quote, text, flag) => {
    const { verdict, omitted } = judged(quote);
    expect(verdict).toBe('exact');
    expect(omitted).toMatchObject([{ text, flag }]);
  });

  test.each([
    ['the route was closed for a week'],
    ['a dark day for all people of the island'],
    ['The captain denied that the crew had ignored a warning'],
  ])('says nothing of the kind before “%s”', (quote) => {
    expect(judged(quote).omitted).toEqual([]);
  });

  test('does not hold if what is left out at a mark denies the rest', () => {
    const verdict = judged('the radar had been working […] it was old');
    expect(verdict.verdict).toBe('spliced');
    expect(verdict.omitted).toMatchObject([{ flag: 'denial' }]);
    expect(standingOf(verdict)).toBe('fails');
  });
});
