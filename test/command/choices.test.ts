import { describe, expect, test } from 'vitest';
import quote from '../../commands/quote.ts';
import { referenceChoices } from '../../src/command/choices.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const ferry = articleOf('ferry', [['paragraph', 'The ferry sails at noon.', 'Nobody was on board.']]);
const pier = articleOf('pier', [['paragraph', 'The pier waits for the ferry.']]);
const namesOf = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);
const complete = (value: string, articles: readonly (typeof ferry)[], options = {}) =>
  namesOf(quote.complete({ name: 'text', value }, options, contextOf(articles)));

describe('what /quote suggests', () => {
  test('names the article where there are several', () => {
    expect(namesOf(referenceChoices('', [ferry, pier]))).toEqual([
      '¶1 · ferry · The ferry sails at noon. Nobody was on board.',
      '¶1 · pier · The pier waits for the ferry.',
    ]);
    expect(complete('pier', [ferry, pier])).toEqual(['¶1.1 · pier · The pier waits for the ferry.']);
    expect(complete('pier', [ferry, pier], { article: 'pier' })).toEqual(['¶1.1 · The pier waits for the ferry.']);
  });

  test('leaves out what only stands beside the words', () => {
    expect(complete('ferry sails', [ferry])).toEqual(['¶1.1 · The ferry sails at noon.']);
    expect(complete('ferr', [ferry])).toEqual(['¶1.1 · The ferry sails at noon.']);
  });
});
