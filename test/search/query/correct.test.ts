import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary, type Vocabulary } from '../../../src/search/index/vocabulary.ts';
import { correct } from '../../../src/search/query/correct.ts';
import { damerau } from '../../../src/search/query/damerau.ts';

/** A word form: the word, how many sentences hold its term, how many articles hold the word, and the term if it is not the word. */
type Form = readonly [word: string, sentences?: number, articles?: number, term?: string];

function vocabularyOf(forms: readonly Form[]): Vocabulary {
  const vocabulary = createVocabulary();
  for (const [word, sentences = 1, articles = 1, term = word] of forms) {
    const id = vocabulary.intern(term);
    const form = vocabulary.internForm(word, id);
    vocabulary.count({ ids: [id], sentences: [sentences - vocabulary.sentencesWith(id)], blocks: [1] });
    for (let article = 0; article < articles; article += 1) vocabulary.countForms([form], 1);
  }
  return vocabulary;
}

describe('correct', () => {
  it.each<[what: string, word: string, forms: readonly Form[], found: string | undefined]>([
    ['takes the word with one error', 'habour', [['harbour'], ['labourer']], 'harbour'],
    ['takes swapped neighbours for one error', 'lmap', [['lamp']], 'lamp'],
    ['leaves a word of three characters alone', 'lmp', [['lamp']], undefined],
    ['corrects one error in four characters', 'lamq', [['lamp']], 'lamp'],
    ['corrects one error in five characters, not two', 'hanks', [['banker'], ['tanks']], 'tanks'],
    ['leaves two errors in five characters alone', 'hanks', [['banky']], undefined],
    ['corrects two errors in six characters', 'ferris', [['fezzis']], 'fezzis'],
    ['leaves three errors alone', 'harbour', [['hbrboxy']], undefined],
    ['prefers fewer errors to many sentences', 'ferriz', [['ferrxy', 900], ['ferris']], 'ferris'],
    ['prefers fewer errors to the first letter', 'ferriz', [['ferrxy'], ['zerriz']], 'zerriz'],
    ['prefers the same first letter to many sentences', 'lamp', [['camp', 900], ['lamb']], 'lamb'],
    [
      'prefers the word in more sentences',
      'lamq',
      [
        ['lamb', 2],
        ['lamp', 3],
      ],
      'lamp',
    ],
    [
      'prefers it in the other order, too',
      'lamq',
      [
        ['lamp', 3],
        ['lamb', 2],
      ],
      'lamp',
    ],
    [
      'counts 400 sentences',
      'lamq',
      [
        ['lamb', 399],
        ['lamp', 400],
      ],
      'lamp',
    ],
    [
      'counts not more than 400 sentences',
      'lamq',
      [
        ['lamb', 400],
        ['lamp', 401],
      ],
      'lamb',
    ],
    ['takes the first by the alphabet of equals', 'lamq', [['lamp'], ['lamb'], ['lamd']], 'lamb'],
    [
      'takes the first word by the alphabet, whatever its term',
      'lamq',
      [
        ['lamp', 1, 1, 'a'],
        ['lamb', 1, 1, 'z'],
      ],
      'lamb',
    ],
    ['takes a word of three characters', 'lamp', [['lam']], 'lam'],
    ['takes no word of two characters', 'lamped', [['la']], undefined],
    ['takes no word with a figure', 'lamp', [['lam9']], undefined],
    ['takes no word that left with its article', 'lamq', [['lamp', 1, 0]], undefined],
    ['takes a longer word', 'harbou', [['harbours']], 'harbours'],
    ['takes a shorter word', 'harbours', [['harbou']], 'harbou'],
  ])('%s', (_, word, forms, found) => {
    expect(correct(word, vocabularyOf(forms))?.word).toBe(found);
  });

  it('takes the first term by the alphabet of one word with several', () => {
    const forms: readonly Form[] = [
      ['lamps', 1, 1, 'lamps'],
      ['lamps', 1, 1, 'lamp'],
    ];
    for (const each of [forms, forms.toReversed()]) {
      const vocabulary = vocabularyOf(each);
      expect(vocabulary.terms[correct('lampz', vocabulary)!.term]).toBe('lamp');
    }
  });

  it('finds what comparing with every word finds, in whatever order they were indexed', () => {
    const letters = fc.constantFrom('a', 'b', 'é', '1');
    const word = fc.string({ unit: letters, minLength: 2, maxLength: 8 });
    const form = fc.tuple(word, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(word, fc.uniqueArray(form, { selector: ([text]) => text, maxLength: 12 }), (typed, forms) => {
        const most = typed.length >= 6 ? 2 : typed.length >= 4 ? 1 : -1;
        const [best] = forms
          .map(([text, sentences, articles]) => ({ text, sentences, articles, errors: damerau(typed, text, 99) }))
          .filter(
            ({ text, articles, errors }) => articles > 0 && text.length > 2 && !text.includes('1') && errors <= most,
          )
          .toSorted(
            (a, b) =>
              a.errors - b.errors ||
              Number(b.text[0] === typed[0]) - Number(a.text[0] === typed[0]) ||
              b.sentences - a.sentences ||
              (a.text < b.text ? -1 : 1),
          );
        expect(correct(typed, vocabularyOf(forms))?.word).toBe(best?.text);
      }),
    );
  });
});
