import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/answer/verify/verify.ts';
import { articleOf } from '../../fixtures/article.ts';

const library = (...sentences: string[]) => ({
  articles: new Map([['fees', articleOf('fees', [['paragraph', ...sentences]])]]),
});
const fees = library('The fee is ~~$4~~ $5 on weekdays.', 'We ~~never~~ always post the board ~~early~~.');

function verdictOf(quote: string, among = fees) {
  const answer = verify({ quote }, among);
  if (answer.kind === 'invalid') throw new Error(answer.reason);
  return answer;
}

describe('verify', () => {
  test.each([
    ['The fee is $5 on weekdays', 'folded', [['struck', '', '~~$4~~ ']]],
    [
      'We always post the board.',
      'folded',
      [
        ['struck', '', '~~never~~ '],
        ['struck', '', ' ~~early~~'],
      ],
    ],
    ['The fee is ~~$4~~ $5 on weekdays.', 'exact', []],
    ['The fee is $4 on weekdays', 'altered', [['number', '$4', '~~$4~~ $5']]],
    ['We never post the board', 'altered', [['negation', 'never', '~~never~~ always']]],
  ] as const)('leaves struck-out words out: %s', (quote, verdict, differences) => {
    const answer = verdictOf(quote);
    expect([answer.verdict, answer.differences.map(({ kind, quoted, source }) => [kind, quoted, source])]).toEqual([
      verdict,
      differences,
    ]);
  });

  test('does not find what is struck out as a whole, but shows it', () => {
    const sold = library('~~The ferry was sold to a bank in the winter of 1999.~~', 'The pilots stay on until March.');
    const answer = verdictOf('The ferry was sold to a bank in the winter of 1999.', sold);
    expect(answer.verdict).toBe('absent');
    expect(answer.nearest?.text).toContain('~~The ferry');
  });
});

test('a quotation is in the source if and only if it is without the struck-out words', () => {
  const word = fc.constantFrom('the', 'harbour', 'board', 'sold', 'two', 'ferries', 'in', '1999', 'again', 'not');
  fc.assert(
    fc.property(fc.array(fc.record({ word, struck: fc.boolean() }), { minLength: 8, maxLength: 16 }), (words) => {
      const source = words.map(({ word: each, struck }) => (struck ? `~~${each}~~` : each)).join(' ');
      const said = words.filter(({ struck }) => !struck).map((each) => each.word);
      fc.pre(said.length >= 5);
      expect(['exact', 'folded']).toContain(verdictOf(said.join(' '), library(`${source}.`)).verdict);
      const all = words.map((each) => each.word);
      if (said.length < all.length && !said.join(' ').includes(all.join(' ')))
        expect(['exact', 'folded']).not.toContain(verdictOf(all.join(' '), library(`${source}.`)).verdict);
    }),
    { seed: 15, numRuns: 60 },
  );
});
