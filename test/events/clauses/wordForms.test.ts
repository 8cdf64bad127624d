import { describe, expect, test } from 'vitest';
import { modalityOf } from '../../../src/events/clauses/modality.ts';
import { treeOf, type Laid } from '../../fixtures/laidTree.ts';

const MISTAKEN: readonly Laid[] = [
  ['The', 'DET', 'det', 1],
  ['plan', 'NOUN', 'nsubj', 3],
  ['unanimously', 'VERB', 'advmod', 3],
  ['approved', 'VERB', 'root', -1],
];

describe('a word that the reader takes for what its form rules out', () => {
  test('is no verb if it ends as an adverb does', () => {
    expect(treeOf(MISTAKEN).tokens[2]?.upos).toBe('ADV');
  });

  test.each(['rely', 'supply', 'apply', 'fly'])('is a verb that only looks like one: %s', (verb) => {
    expect(treeOf([[verb, 'VERB', 'root', -1]]).tokens[0]?.upos).toBe('VERB');
  });

  test.each(['resigned', 'closed', 'plunged'])('is no name in lower case: %s', (word) => {
    expect(treeOf([[word, 'PROPN', 'root', -1]]).tokens[0]?.upos).toBe('VERB');
  });

  test.each(['Ahmed', 'Mohamed'])('is a name with its capital: %s', (word) => {
    expect(treeOf([[word, 'PROPN', 'root', -1]]).tokens[0]?.upos).toBe('PROPN');
  });
});

describe('the modality of a verb', () => {
  test('is not that of an auxiliary which goes with another form', () => {
    const tree = treeOf([
      ['She', 'PRON', 'nsubj', 3],
      ['could', 'AUX', 'aux', 3],
      ['not', 'PART', 'advmod', 3],
      ['capitalize', 'VERB', 'root', -1],
      ['but', 'CCONJ', 'cc', 5],
      ['won', 'VERB', 'conj', 3],
    ]);
    expect(modalityOf(tree, tree.tokens[5]!)).toBe('actual');
  });

  test.each([
    ['were', 'actual'],
    ['are', 'planned'],
  ])('that somebody "%s able" to do', (be, expected) => {
    const tree = treeOf([
      ['Police', 'NOUN', 'nsubj', 2],
      [be, 'AUX', 'cop', 2],
      ['able', 'ADJ', 'root', -1],
      ['to', 'PART', 'mark', 4],
      ['locate', 'VERB', 'xcomp', 2],
    ]);
    expect(modalityOf(tree, tree.tokens[4]!)).toBe(expected);
  });
});
