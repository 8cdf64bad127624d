import { describe, expect, test } from 'vitest';
import { parseReference } from '../../src/article/references/reference.ts';
import { resolveReference } from '../../src/article/passage.ts';
import { quotePassages, type QuoteScope } from '../../src/answer/quote.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { quote } from '../fixtures/finished.ts';

const { library } = contextOf([lighthouse]);

describe('quote', () => {
  test('puts the sentence with the exact words before those about them', () => {
    const twice = articleOf('twice', [
      ['paragraph', 'Lamps are sold; a lamp and another lamp stand here.', 'They sold the lamp in May.'],
    ]);
    const answer = quote('sold the lamp', contextOf([twice]).library);
    expect(answer.kind === 'excerpts' && answer.excerpts[0]!.reference).toBe('¶1.2');
  });

  test.each<[QuoteScope, string[]]>([
    ['sentence', ['¶2.2']],
    ['paragraph', ['¶2']],
    ['context', ['¶1', '¶2', '¶3']],
  ])('quotes as wide as %s', (around, references) => {
    const answer = quote('No other bidder', library, { around });
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference).slice(0, 3)).toEqual(
      references,
    );
  });

  test.each([
    ['noth\u00ADing else', 'nothing else'],
    ['don’t know', "don't know"],
  ])('finds %j by %j', (written, typed) => {
    const article = articleOf('typed', [['paragraph', `We ${written} about it.`, 'Rain fell.']]);
    expect(quote(typed, contextOf([article]).library)).toMatchObject({ excerpts: [{ reference: '¶1.1' }] });
  });

  test.each([
    ['US', ['They use bold text, and told us so.', 'The U.S. Navy signed.'], '¶1.2'],
    ['WHO', ['Who told us?', 'The WHO said nothing.'], '¶1.2'],
    ['U.S.', ['They use it.', 'The US signed.'], '¶1.2'],
    ['to be or not to be', ['It was late.', 'To be, or not to be, that is the question.'], '¶1.2'],
    ['it is what it is', ['As we know, it is what it is.', 'What is it?'], '¶1.1'],
    ['responsible', ['He is respon-\nsible for it.', 'Nothing else.'], '¶1.1'],
    ['pilotage of ships', ['Ships came.', 'The pilot-\nage of ships.'], '¶1.2'],
    ['database', ['The data\u200Bbase holds rows.', 'A data base.'], '¶1.1'],
  ])('finds %j in %j first, and nothing that only looks like it', (typed, sentences, reference) => {
    const article = articleOf('text', [['paragraph', ...sentences]]);
    const answer = quote(typed, contextOf([article]).library);
    expect(answer.kind === 'excerpts' && answer.excerpts.map((excerpt) => excerpt.reference)).toEqual([reference]);
  });

  test('counts the matches that it does not carry', () => {
    const many = articleOf(
      'many',
      Array.from({ length: 40 }, (_value, index) => ['paragraph', `The lamp of year ${index} burned.`] as const),
    );
    const answer = quote('lamp', contextOf([many]).library);
    expect(answer).toMatchObject({ kind: 'excerpts', more: 15 });
    expect(answer.kind === 'excerpts' && answer.excerpts).toHaveLength(25);
  });

  test('continues with sentences that have most of the words, without their neighbours', () => {
    const halls = articleOf('halls', [
      ['paragraph', 'The city hall of Skarn burned down.', 'Nobody was hurt.'],
      ['paragraph', 'The hall of the city was built again.', 'A city needs a harbour.', 'It rained.'],
    ]);
    const answer = quote('city hall', contextOf([halls]).library);
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference)).toEqual(['¶1.1', '¶2.1']);
  });

  test('finds the words in any typography, and nothing else', () => {
    const answer = quote('"A Stone of no use."', library);
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference)).toEqual(['¶2.3']);
  });

  test('says which words matched nothing', () => {
    expect(quote('xylophone', library)).toMatchObject({
      kind: 'nothing',
      reason: 'no-match',
      unmatched: ['xylophone'],
    });
  });

  test('stays within a section', () => {
    expect(quote('Hallam', library, { article: lighthouse, section: 2 })).toMatchObject({
      excerpts: [{ reference: '¶4.2' }],
    });
  });
});

describe('quotePassages', () => {
  test.each([
    ['title', ['title']],
    ['§1', ['§1']],
    ['standfirst', ['standfirst']],
    ['1', ['¶1', '¶2']],
    ['3.1', ['¶2', '¶3', '¶4']],
    ['2-3', ['¶1', '¶2', '¶3', '¶4']],
    ['fig1', ['Fig. 1']],
  ])('gives what stands around %s of the same kind', (typed, references) => {
    const resolution = resolveReference(lighthouse, parseReference(typed)!);
    if (resolution.kind !== 'passages') throw new Error(`${typed} is not in the article`);
    const excerpts = quotePassages(lighthouse, resolution.passages, 'context');
    expect(excerpts.map(({ reference }) => reference)).toEqual(references);
  });
});
