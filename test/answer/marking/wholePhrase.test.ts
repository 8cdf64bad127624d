import fc from 'fast-check';
import type { TaggedSentence, Word } from 'rapporteur-reader';
import { describe, expect, test } from 'vitest';
import { amountsIn } from '../../../src/answer/marking/amountsIn.ts';
import { datesIn } from '../../../src/answer/marking/datesIn.ts';
import { fullNames } from '../../../src/answer/marking/fullNames.ts';
import { pairsIn } from '../../../src/answer/marking/pairsIn.ts';
import { phrasesIn } from '../../../src/answer/marking/phrasesIn.ts';
import { wholePhrase } from '../../../src/answer/marking/wholePhrase.ts';
import { contains, overlaps, type Span } from '../../../src/language/span.ts';
import { atWordBorders } from '../../../src/language/words/wordBorders.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

/** Pieces of sentences with what must not be cut. */
const PIECES = [
  'fell by 4 per cent',
  'at least £4.5 million',
  'between 20 and 30 metres',
  'on 18 May 2019',
  'at 6:38 p.m. on Saturday, May 18',
  'the Bank of England',
  'Dr. Ann J. Lee',
  'Ruth van Dijk',
  'said “we will not go”',
  '(180 km/h)',
  'did not accept it',
  'the U.S. economy',
  'through the old town',
  "Webb's Ford sedan",
  'a 3-year-old boy',
  'more than 1,200 jobs',
  'two hundred and five',
  'naïve 👩‍🚒 crews',
];
const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((pieces) => `${pieces.join(', ')}.`);
const anySpan = (length: number): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
const marked = text.chain((sentence) => fc.tuple(fc.constant(sentence), anySpan(sentence.length)));

/** Tags by which each word hangs on the next one. */
function chained(sentence: string, relations: readonly string[]): Pick<TaggedSentence, 'words' | 'isTree'> {
  const found = [...sentence.matchAll(/[\p{L}\p{N}]+/gu)];
  const words = found.map(({ 0: word, index }, at): Word => {
    const isLast = at === found.length - 1;
    return {
      span: [index, index + word.length],
      upos: isLast ? 'NOUN' : at % 3 === 0 ? 'NOUN' : 'ADJ',
      head: isLast ? -1 : at + 1,
      relation: isLast ? 'root' : relations[at % relations.length]!,
      name: undefined,
      event: undefined,
      telling: 0,
    };
  });
  return { words, isTree: true };
}

function phraseOf(sentence: string, words: string, tagged?: Pick<TaggedSentence, 'words' | 'isTree'>): string {
  const at = sentence.indexOf(words);
  return sentence.slice(...finish(wholePhrase(sentence, [at, at + words.length], tagged)));
}

describe('wholePhrase', () => {
  test('marks a slice of the sentence, at word borders, that cuts no amount, date, name, noun phrase, quotation or bracket', () => {
    fc.assert(
      fc.property(
        marked,
        fc.option(fc.array(fc.constantFrom('amod', 'nsubj', 'det', 'compound'), { minLength: 1, maxLength: 5 })),
        ([sentence, span], relations) => {
          const tagged = relations ? chained(sentence, relations) : undefined;
          const whole = finish(wholePhrase(sentence, span, tagged));
          expect(contains([0, sentence.length], whole)).toBe(true);
          if (whole[0] === whole[1]) return;
          expect(sentence.slice(...whole).trim()).toBe(sentence.slice(...whole));
          expect(atWordBorders(sentence, whole)).toBe(true);
          const units = [
            ...amountsIn(sentence),
            ...finish(datesIn(sentence)),
            ...fullNames(sentence),
            ...phrasesIn(sentence, tagged),
          ];
          const cut = units.filter((unit) => overlaps(unit, whole) && !contains(whole, unit));
          expect(cut.map((unit) => sentence.slice(...unit))).toEqual([]);
          for (const [opens, closes] of pairsIn(sentence))
            expect(whole[0] <= opens && opens < whole[1]).toBe(whole[0] < closes && closes <= whole[1]);
        },
      ),
      { seed: 13, numRuns: 400 },
    );
  });

  test('leaves a phrase that is whole as it is, and holds what has letters of the words that it is given', () => {
    fc.assert(
      fc.property(marked, ([sentence, span]) => {
        const whole = finish(wholePhrase(sentence, span));
        expect(finish(wholePhrase(sentence, whole))).toEqual(whole);
        const given = sentence.slice(...span).match(/[\p{L}\p{N}]{5,}/gu) ?? [];
        for (const word of given) expect(sentence.slice(...whole)).toContain(word);
      }),
      { seed: 13, numRuns: 200 },
    );
  });

  test.each([
    ['Prices fell by 4 per cent in May.', '4', '4 per cent'],
    ['Prices fell by 4 percentage points.', '4', '4 percentage points'],
    ['It cost at least £4.5 million.', '4.5', 'at least £4.5 million'],
    ['Between 4 and 6 people died.', '6', 'Between 4 and 6'],
    ['It came 3 seven minutes later.', 'seven', 'seven minutes'],
    ['It opened on 18 May 2019 in Leeds.', '18 May', '18 May 2019'],
    ['She left at 6:38 p.m. on Saturday, May 18, alone.', 'Saturday', '6:38 p.m. on Saturday, May 18'],
    ['The Bank of England cut rates.', 'England', 'Bank of England'],
    ['Norman Poe of Leeds Castle Laboratory wrote it.', 'Castle', 'Leeds Castle Laboratory'],
    ['Dr. Ann J. Lee wrote it.', 'Ann', 'Dr. Ann J. Lee'],
    ["Robert J. Bennett's book says so.", 'Bennett', 'Robert J. Bennett'],
    ['Ruth and Ann Marsh left.', 'Ruth', 'Ruth'],
    ['On Tuesday Ann Marsh left.', 'Ann', 'Ann Marsh'],
    ['She said “we will not go” and left.', 'not go” and', '“we will not go”'],
    ['She said “we will not go” and left.', 'will', 'will'],
    ['Winds of 110 mph (180 km/h) hit it.', '110 mph (180', '110 mph (180 km/h)'],
    ['The board did not accept the offer.', 'accept', 'not accept'],
    ["The board didn't accept the offer.", 'accept', "didn't accept"],
    ['It opens at 6 p.m.', '6 p.m', '6 p.m.'],
    ['It opened in 1931.', '1931.', '1931'],
    ['The mayor, a baker, left.', 'mayor, a', 'mayor'],
  ])('in %j takes %j for %j', (sentence, words, whole) => {
    expect(phraseOf(sentence, words)).toBe(whole);
  });

  test('takes an adjective with its noun, and a noun with its article, by the tags', () => {
    const sentence = 'They crossed the old town';
    const tagged = chained(sentence, ['nsubj', 'nsubj', 'det', 'amod']);
    const words = tagged.words.map((word, at) => (at === 2 ? { ...word, head: 4 } : word));
    expect(phraseOf(sentence, 'old', { ...tagged, words })).toBe('the old town');
    expect(phraseOf(sentence, 'old', { ...tagged, words, isTree: false })).toBe('old');
  });
});
