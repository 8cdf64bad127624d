import { describe, expect, test } from 'vitest';
import quote from '../../commands/quote.ts';
import { parseHandle } from '../../src/article/handle.ts';
import { articleChoices, referenceChoices } from '../../src/command/choices.ts';
import { articleOf } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';

const ferry = articleOf('ferry', [['paragraph', 'The ferry sails at noon.', 'Nobody was on board.']]);
const pier = articleOf('pier', [['paragraph', 'The pier waits for the ferry.']]);
const namesOf = (choices: readonly { readonly name: string }[]) => choices.map(({ name }) => name);
const complete = async (value: string, articles: readonly (typeof ferry)[], options = {}) =>
  namesOf(await quote.complete({ name: 'text', value }, options, contextOf(articles)));

describe('what /quote suggests', () => {
  test('names the article if there are several', async () => {
    expect(namesOf(referenceChoices('', [ferry, pier]))).toEqual([
      '¶1 · ferry · The ferry sails at noon. Nobody was on board.',
      '¶1 · pier · The pier waits for the ferry.',
    ]);
    expect(await complete('pier', [ferry, pier])).toEqual(['¶1.1 · pier · The pier waits for the ferry.']);
    expect(await complete('pier', [ferry, pier], { article: 'pier' })).toEqual([
      '¶1.1 · The pier waits for the ferry.',
    ]);
  });

  test('leaves out context that is only next to the words', async () => {
    expect(await complete('ferry sails', [ferry])).toEqual(['¶1.1 · The ferry sails at noon.']);
    expect(await complete('ferr', [ferry])).toEqual(['¶1.1 · The ferry sails at noon.']);
  });
});

describe('referenceChoices for a sentence being typed', () => {
  const long = articleOf('long', [
    ['paragraph', 'One.', 'Two.', 'Three.'],
    ['paragraph', 'Alone.'],
  ]);

  test.each([
    ['¶1.', ['¶1.1 · One.', '¶1.2 · Two.', '¶1.3 · Three.']],
    ['1.', ['¶1.1 · One.', '¶1.2 · Two.', '¶1.3 · Three.']],
    ['p1.2', ['¶1.2 · Two.']],
    ['para 2.', ['¶2.1 · Alone.']],
    ['¶1.9', []],
    ['3.', []],
    ['1.2-3', ['¶1.2-3 · Two. Three.']],
    ['1.2,3', ['¶1.2,¶1.3 · Two.']],
  ])('lists for %j %j', (typed, names) => {
    expect(namesOf(referenceChoices(typed, [long]))).toEqual(names);
  });

  test('returns values that the command accepts', async () => {
    for (const { value } of referenceChoices('¶1.', [long])) expect(parseHandle(value)?.article).toBe('long');
  });
});

describe('what is typed whole, or its beginning, comes first', () => {
  const docs = Array.from({ length: 60 }, (_, index) =>
    articleOf(`doc${index}`, [
      ['title', `Report no ${index}`],
      ['paragraph', 'Fig. 2 is not here.'],
      ['caption', 'One.'],
      ['caption', 'Two.'],
    ]),
  );

  test('an article’s id', () => {
    for (const typed of ['doc49', 'DOC4'])
      expect(articleChoices(typed, contextOf(docs))[0]?.value).toBe(typed.toLowerCase());
  });

  test.each([
    ['fig 2', 'Fig. 2 · Two.'],
    ['fig2', 'Fig. 2 · Two.'],
    ['title', 'title · Report no 7'],
    ['1', '¶1 · Fig. 2 is not here.'],
  ])('a reference such as %j', (typed, name) => {
    expect(namesOf(referenceChoices(typed, [docs[7]!]))[0]).toBe(name);
  });
});
