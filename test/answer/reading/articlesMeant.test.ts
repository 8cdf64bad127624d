import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articlesMeant } from '../../../src/answer/reading/articlesMeant.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { createSearchIndex } from '../../../src/search/searchIndex.ts';
import { testArticle } from '../../search/testArticle.ts';

/** Says which articles a question means, of several given by their only sentence; the first of them is shown. */
function meant(question: string, sentences: readonly string[]): readonly string[] {
  const articles = sentences.map((sentence, at) => testArticle(`text-${at}`, [sentence]));
  const found = articlesMeant(question, {
    asked: questionAsked(question, true),
    shown: articles[0]!,
    read: new Set(articles.map(({ id }) => id)),
    index: createSearchIndex(articles),
  });
  return [...finish(found)].sort();
}

const LUTHIER = 'An instrument takes her four months and costs eighteen thousand euros.';
const REGATTA = 'Maya Callender coaches the crew that won the silver bowl.';
const CORAL = 'Divers of the Lindqvist Foundation changed the batteries of the speakers.';

describe('articlesMeant', () => {
  test.each([
    ['How much did the Lindqvist Foundation pay?', ['text-2']],
    ['Will Callender stay on?', ['text-1']],
    ['How much was paid for the silver bowl?', ['text-1']],
    ['How often did divers change the batteries?', ['text-2']],
    // One word alone may be said otherwise here, two of different articles tell none.
    ['How often were batteries changed?', []],
    ['Where is the bowl of the divers?', []],
    // Nothing tells the articles apart, or the one shown has some of it.
    ['How much does it cost?', []],
    ['How long does an instrument take to make?', []],
    ['Does the instrument run on batteries?', []],
    ['Who is the president of Mexico?', []],
  ])('%j: %j', (question, ids) => {
    expect(meant(question, [LUTHIER, REGATTA, CORAL])).toEqual(ids);
  });

  test('counts a related word as the word itself', () => {
    expect(
      meant('How long did the repair take?', ['It took a month to mend.', REGATTA, 'They repair shoes in Oslo.']),
    ).toEqual([]);
  });

  test('lists only articles that have what the one shown lacks', () => {
    const names = ['Zorvik', 'Quellan', 'Brunholt'];
    const words = ['zibeline', 'quandong', 'vexillum', 'tarantass'];
    const some = (of: readonly string[]) => fc.subarray([...of]);
    const text = fc.tuple(some(names), some(words)).map((parts) => parts.flat());
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), text, (texts, asked) => {
        const lacks = (word: string): boolean => !texts[0]!.includes(word);
        const elsewhere = (some: readonly string[], least: number): readonly string[] =>
          texts.flatMap((own, at) =>
            at > 0 && own.filter((word) => some.includes(word)).length >= least ? [`text-${at}`] : [],
          );
        const tellsApart = (word: string): boolean =>
          texts.filter((own) => own.includes(word)).length <= Math.max(1, texts.length / 3);
        const [named, others] = [
          asked.filter((word) => names.includes(word)),
          asked.filter((word) => words.includes(word)),
        ];
        const byName = elsewhere(named.filter(lacks), 1);
        const isTold = asked.some((word) => !lacks(word) && tellsApart(word));
        const byWord = isTold
          ? []
          : elsewhere(
              others.filter((word) => lacks(word) && tellsApart(word)),
              2,
            );
        const sentences = texts.map((own) => `They spoke of ${['it', ...own].join(' and of ')}.`);
        expect(meant(`What of ${asked.join(' and of ')}?`, sentences)).toEqual(byName.length > 0 ? byName : byWord);
      }),
      { seed: 13 },
    );
  });
});
