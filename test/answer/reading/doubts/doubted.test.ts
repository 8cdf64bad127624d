import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDoubted } from '../../../../src/answer/reading/doubts/doubted.ts';
import { questionAsked } from '../../../../src/answer/reading/questionAsked.ts';

describe('isDoubted', () => {
  test.each([
    ['Why did the outage happen?', 'The outage lasted 11 hours.', 9, true],
    ['Why was the road closed?', 'The road was closed because a wall had fallen.', -9, false],
    ['How long did the curfew last?', 'He called the curfew a failure a second time.', 1.5, true],
    ['How long did the curfew last?', 'The curfew lasted nine nights.', -9, false],
    ['How many boats sank?', 'The boats sank in the bay.', -4.5, true],
    ['How many boats sank?', 'The boats sank in the bay.', -2.5, false],
    ['How many boats sank?', 'Nine boats sank in the bay.', -9, false],
    ['What did the mayor say about the pier?', 'The pier of the mayor is long.', 3.5, true],
    ['What did the mayor say about the pier?', 'The mayor called the pier long.', -9, false],
    ['How much was the pier?', 'The pier was a bargain.', 2.5, false],
    ['Who is the head of the college?', 'The head of the college thanked the cooks.', -2.5, true],
    ['Who is the head of the college?', 'The head of the college is a baker.', -1.5, false],
    ['Who is the head of the college?', 'The head of the college, Ida Brandt, came.', -9, false],
    ['Who is the mayor of Velda?', 'Tom Hale is a carpenter in Velda.', 0.5, true],
    ['Who was the captain of the Maren?', 'Ida Brandt painted the Maren.', 0.5, true],
    ['Who is the mayor of Velda?', 'The mayor of Velda is Tom Hale.', -9, false],
    ['Who won the Island Cup?', 'Mina Orlo ran late for the Island Cup.', -2.5, true],
    ['Who won the Island Cup?', 'Mina Orlo ran late for the Island Cup.', -0.5, false],
    ['Who won the Island Cup?', 'The winner of the Island Cup is Mina Orlo.', -9, false],
    ['How many members does the Falcon gang have?', 'Police arrested four members of the Falcon gang.', 3.5, true],
    ['How many members does the Falcon gang have?', 'Four members of the Falcon gang were arrested.', 3.5, true],
    ['How many members does the Falcon gang have?', 'The Falcon gang has about sixty members.', -9, false],
    ['How many crew were on the ferry?', 'Two of the crew drowned.', 3.5, true],
    ['How many crew were on the ferry?', 'The ferry carried a crew of nine.', -9, false],
    ['How many elephants has the zoo got?', 'The zoo moved two of its elephants to Vienna.', 3.5, true],
    ['How many elephants has the zoo moved?', 'The zoo moved two of its elephants to Vienna.', -9, false],
    ['When was Ida Brandt appointed?', 'Ida Brandt spoke in March 2023.', -4.5, true],
  ])('%j, %j at %d: %s', (question, text, score, doubted) => {
    expect(isDoubted(questionAsked(question, true), { text, around: '' }, score)).toBe(doubted);
  });

  test.each([
    ['How many boats sank?', 'The 9 boats sank in [the shallow bay].', true],
    ['How many boats sank?', '[The 9 boats] sank in the shallow bay.', false],
    ['How much was the pier?', 'The pier, bought in 1931 for 40 crowns, was [a bargain].', true],
    ['When did the ferry stop?', 'The ferry of 1931 [was too slow for anybody].', true],
    ['When did the ferry stop?', 'The ferry stopped [in 1931], too slow for anybody.', false],
    ['Who won the Island Cup?', 'The Island Cup was won at Velda by [a local crew].', true],
    ['Who won the Island Cup?', 'The Island Cup was won at Velda by [the crew of Mina Orlo].', false],
    ['Where does the ferry land?', 'The ferry of Ida Brandt lands [by the old mill].', true],
    ['Where does the ferry land?', 'The ferry of Ida Brandt lands [at Velda].', false],
  ])('%j, where the reader is unsure of the words in brackets, %j: %s', (question, marked, doubted) => {
    const [before, words, after] = marked.split(/[[\]]/u) as [string, string, string];
    const sentence = {
      text: `${before}${words}${after}`,
      span: [before.length, before.length + words.length] as const,
      around: '',
    };
    const asked = questionAsked(question, true);
    expect(isDoubted(asked, sentence, -4.5)).toBe(doubted);
    expect(isDoubted(asked, sentence, 7)).toBe(false);
  });

  test('is never added by a surer reader, nor by more words taken for the answer', () => {
    const word = fc.constantFrom(
      'boats',
      'sank',
      'Mina',
      'Orlo',
      'Velda',
      '9',
      'nine',
      'in 1931',
      'after dusk',
      'the',
      'won',
    );
    const question = fc.constantFrom(
      'How many boats sank?',
      'When did the boats sink?',
      'Who won the Island Cup?',
      'Where did the boats sink?',
      'Why did the boats sink?',
    );
    fc.assert(
      fc.property(
        question,
        fc.array(word, { minLength: 1, maxLength: 9 }),
        fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)),
        fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
        (asking, words, cuts, [score, surer]) => {
          const text = `The ${words.join(' ')}.`;
          const ends = [...words.keys()].map((at) => `The ${words.slice(0, at + 1).join(' ')}`.length);
          const [outerFrom, from, to, outerTo] = cuts.map((cut) => cut % (words.length + 1)).sort((a, b) => a - b);
          const at = (cut: number | undefined): number => (cut === undefined || cut === 0 ? 0 : ends[cut - 1]!);
          const narrow = { text, span: [at(from), at(to)] as const, around: '' };
          const wide = { text, span: [at(outerFrom), at(outerTo)] as const, around: '' };
          const asked = questionAsked(asking, true);
          expect(isDoubted(asked, narrow, score + surer) && !isDoubted(asked, narrow, score)).toBe(false);
          expect(isDoubted(asked, wide, score) && !isDoubted(asked, narrow, score)).toBe(false);
        },
      ),
      { seed: 13 },
    );
  });
});
