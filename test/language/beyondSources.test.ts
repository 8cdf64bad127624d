import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondSources } from '../../src/language/beyondSources.ts';

describe('beyondSources', () => {
  test.each([
    'what is 2+2',
    '2 + 2 =',
    'how much is 15% of 80',
    'What is the square root of 16?',
    'calculate 3 times (4 - 1)',
    '12 ÷ 4',
  ])('finds arithmetic in %j', (request) => expect(beyondSources(request)).toBe('sum'));

  test.each([
    'write me a poem about the ferry',
    'Could you please compose a haiku?',
    'draft an email to the mayor',
    'tell me a joke',
    'translate hello into German',
    'sing me a song',
    'pretend you are a pirate',
  ])('finds that something is to be written in %j', (request) => expect(beyondSources(request)).toBe('writing'));

  test.each(['what time is it', "What's today's date?", 'what day is it today', 'how late is it'])(
    'finds that %j asks for the time',
    (request) => expect(beyondSources(request)).toBe('clock'),
  );

  test.each([
    'what happened on 9/11',
    'what is 9/11',
    '2020-2021',
    'what is 24/7 support',
    'how many of the 4 + 2 seats are free',
    'draft budget',
    'who wrote the letter',
    'write down what she said',
    'who translated the book into German',
    'tell me about the poem',
    'give me a summary',
    'what is the date of the hearing',
    'what is the date',
    'what time is the meeting',
    'what time is it due',
    'what did the ship draw',
  ])('leaves %j to the sources', (request) => expect(beyondSources(request)).toBeUndefined());

  test('finds every sum of whole numbers, however it is asked', () => {
    const number = fc.nat({ max: 99_999 });
    fc.assert(
      fc.property(
        fc.constantFrom('', 'what is ', 'How much is ', 'calculate '),
        number,
        fc.constantFrom('+', ' + ', ' - ', '*', ' times ', ' divided by ', '^'),
        number,
        fc.constantFrom('', '?', ' =', ' please'),
        (lead, one, operator, other, end) => {
          expect(beyondSources(`${lead}${one}${operator}${other}${end}`)).toBe('sum');
        },
      ),
      { seed: 1 },
    );
  });
});
