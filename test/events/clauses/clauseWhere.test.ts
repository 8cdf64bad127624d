import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

function clauseOf(word: string, sentence: string) {
  const { article, tags } = taggedArticle([[sentence]]);
  const found = finish(clausesOf(article, tags)).find(({ token }) => token.written === word);
  return {
    places: found?.places.map(({ span }) => article.source.slice(...span)),
    actors: found?.actors.map(({ span }) => article.source.slice(...span)),
  };
}

describe('where something happened', () => {
  test.each([
    ['fell', 'Shares in Fennimore fell 6 percent on Monday.'],
    ['testified', 'The former envoy to Norway testified on Monday.'],
    ['operated', 'Doctors from Oslo operated on the girl.'],
  ])('is not what a subject has to do with: "%s" in "%s"', (word, sentence) => {
    expect(clauseOf(word, sentence).places).toEqual([]);
  });
});

test('who did something is named before an apposition, whatever the name was hung from', () => {
  const sentence = 'After the founder left in October, Delmar, its largest investor, committed to a loan.';
  expect(clauseOf('committed', sentence).actors).toEqual(['Delmar']);
});

describe('where a clause has its place', () => {
  test.each([
    ['closed', 'The company, based in Leeds, closed its Oslo plant in April.', ['Oslo']],
    ['presented', 'Ann Hale presented the results at a meeting in Bergen on Monday.', ['Bergen']],
    ['opened', 'The festival opened on Monday with a concert at Pier Hall.', ['Pier Hall']],
    ['dated', 'A team at the University of Bergen dated the teeth.', ['University of Bergen']],
    ['landed', 'The plane landed at the terminal of the Oslo airport on Monday.', ['Oslo']],
    [
      'fished',
      'The ferry calls at Lund and Port Moira, and fishermen fished in Vessby and Port Moira in April.',
      ['Vessby', 'Port Moira'],
    ],
    ['described', 'The teeth were described in 1862, when workers found a skull near Bergen.', []],
    ['won', 'Ann Hale won a scholarship to Lund College in 1946.', []],
  ])('"%s" in "%s"', (word, sentence, places) => {
    expect(clauseOf(word, sentence).places).toEqual(places);
  });
});
