import { expect, test } from 'vitest';
import { tableHeadOf } from '../../src/answer/listBelow.ts';
import { withBefore } from '../../src/answer/withBefore.ts';
import { excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { articleOf } from '../fixtures/article.ts';

const roof = articleOf('roof', [
  ['paragraph', 'Three offers came in.'],
  ['row', 'Bidder\tPrice\tStart'],
  ['row', 'Holm\t€24,000\tMay'],
  ['row', 'Tileworks\t€28,000\tMay'],
  ['row', 'Nobody\telse\tcame'],
  ['paragraph', 'The years:'],
  ['row', '2021\t11.9'],
  ['row', '2022\t12.2'],
  ['paragraph', 'The last one.'],
  ['row', 'Total of all'],
  ['row', '3\t4'],
]);

test.each([
  ['the row below the head', 2, 1],
  ['a row further down', 3, 1],
  ['a row without a figure, of which it cannot be told', 4, undefined],
  ['the head itself', 1, undefined],
  ['a row of a table that begins with figures', 7, undefined],
  ['a row with other cells', 10, undefined],
  ['a paragraph', 0, undefined],
])('tableHeadOf of %s', (_, row, head) => expect(tableHeadOf(roof, row)).toBe(head));

test('withBefore shows a row below the head of its table', () => {
  const { before } = withBefore(excerptOfSentence(roof, 3, 0), { article: roof, block: 3, sentence: 0 });
  expect(before?.text).toBe('Bidder\tPrice\tStart');
});
