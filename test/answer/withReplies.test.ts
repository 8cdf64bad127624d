import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import { passageOfBlock } from '../../src/article/passage.ts';
import { excerptOf, excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { onceBefore, withBefore, withQuestion } from '../../src/answer/withBefore.ts';
import { withReplies } from '../../src/answer/withReplies.ts';
import { articleOf, type BlockText } from '../fixtures/article.ts';

const interview = articleOf('interview', [
  ['paragraph', 'You left in May. Why?', 'Who paid for it?'],
  ['paragraph', 'The board paid.', 'It had no choice.'],
  ['paragraph', 'Was it legal?'],
  ['caption', 'The board in May.'],
  ['paragraph', 'It was.'],
  ['paragraph', 'Who else knew?'],
  ['paragraph', 'And since when?'],
  ['paragraph', 'Who knows?'],
  ['paragraph', 'Was it “over?”'],
  ['heading', 'Later'],
  ['paragraph', 'They met again.'],
]);

function replies(article: Article, places: readonly (readonly [block: number, sentence: number])[]) {
  return withReplies(
    places.map(([block, sentence]) => excerptOfSentence(article, block, sentence)),
    () => article,
  ).map(({ text }) => text);
}

describe('withReplies', () => {
  test.each([
    ['the paragraph below a question', [[0, 1]], ['Who paid for it?', 'The board paid. It had no choice.']],
    ['the one below a caption', [[2, 0]], ['Was it legal?', 'It was.']],
    ['nothing to a sentence that does not ask', [[4, 0]], ['It was.']],
    ['nothing to a question that its own paragraph goes on from', [[0, 0]], ['You left in May. Why?']],
    ['nothing where what is below asks as well', [[5, 0]], ['Who else knew?']],
    ['nothing from below a heading', [[8, 0]], ['Was it “over?”']],
    ['nothing where what is below asks in quotation marks', [[7, 0]], ['Who knows?']],
    [
      'nothing that is in the answer already',
      [
        [2, 0],
        [4, 0],
      ],
      ['Was it legal?', 'It was.'],
    ],
  ] as const)('adds %s', (_, places, texts) => {
    expect(replies(interview, places)).toEqual(texts);
  });

  test('adds a reply once where two excerpts end with the same question', () => {
    const both = [excerptOfSentence(interview, 2, 0), excerptOf(interview, passageOfBlock(interview, 2))];
    const texts = withReplies(both, () => interview).map(({ text }) => text);
    expect(texts.filter((text) => text === 'It was.')).toHaveLength(1);
  });

  test('adds nothing that is not to be shown', () => {
    const asked = excerptOfSentence(interview, 2, 0);
    expect(
      withReplies(
        [asked],
        () => interview,
        () => false,
      ),
    ).toEqual([asked]);
  });

  test('leaves no question bare that a paragraph below replies to, shows nothing twice, and keeps what was there', () => {
    const sentence = fc.constantFrom('She left.', 'Why did she leave?', 'The lamp burned.', 'Was it “over?”');
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.boolean()),
        (texts, picks) => {
          const article = articleOf(
            'drawn',
            texts.map((own): BlockText => ['paragraph', ...own]),
          );
          const chosen = article.blocks.flatMap((block, index) =>
            isTextBlock(block) && picks.next().value
              ? [excerptOfSentence(article, index, block.sentences.length - 1)]
              : [],
          );
          const shown = withReplies(chosen, () => article);
          expect(shown.filter((one) => chosen.includes(one))).toEqual(chosen);
          for (const [index, one] of shown.entries()) {
            expect(article.source.slice(...one.span)).toBe(one.text);
            for (const other of shown.slice(index + 1))
              expect(one.span[1] <= other.span[0] || other.span[1] <= one.span[0]).toBe(true);
          }
          for (const { text, span } of chosen) {
            if (!/\?”?$/u.test(text)) continue;
            const below = texts[article.blocks.findIndex((block) => block.span[1] === span[1]) + 1];
            if (below === undefined || below.every((own) => /\?”?$/u.test(own))) continue;
            const after = article.blocks.find((block) => block.span[0] > span[0]);
            expect(shown.some((one) => after && one.span[0] < after.span[1] && after.span[0] < one.span[1])).toBe(true);
          }
        },
      ),
      { numRuns: 100, seed: 15 },
    );
  });
});

describe('a list', () => {
  const trip = articleOf('trip', [
    ['paragraph', 'It sails at nine.', 'Bring these:'],
    ['item', 'A ticket.'],
    ['item', 'A passport.', 'It must be valid.'],
    ['paragraph', 'The pier is closed at night: nobody waits there.'],
    ['item', 'A lamp.'],
    ['paragraph', 'Leave at home：'],
    ['row', 'Knives'],
    ['paragraph', 'It ends at ten:'],
  ]);
  const afterOf = (block: number, sentence: number) =>
    withReplies([excerptOfSentence(trip, block, sentence)], () => trip)[0]?.after?.map(({ text }) => text);

  test.each([
    ['goes with the sentence that leads in to it', 0, 1, ['A ticket.', 'A passport. It must be valid.']],
    ['goes with one that ends in a wide colon', 5, 0, ['Knives']],
    ['does not go with another sentence of that paragraph', 0, 0, undefined],
    ['does not go with a sentence that has its colon within', 3, 0, undefined],
    ['is none where a lead-in has nothing below', 7, 0, undefined],
  ] as const)('%s', (_, block, sentence, after) => {
    expect(afterOf(block, sentence)).toEqual(after);
  });

  test.each([
    ['its first item', 1, 0, 'Bring these:'],
    ['a later one', 2, 0, 'Bring these:'],
    ['a row', 6, 0, 'Leave at home：'],
    ['nothing to an item below a closed sentence', 4, 0, undefined],
  ] as const)('puts its lead-in before %s', (_, block, sentence, before) => {
    expect(withBefore(excerptOfSentence(trip, block, sentence), { article: trip, block, sentence }).before?.text).toBe(
      before,
    );
    expect(withQuestion(trip, block, excerptOfSentence(trip, block, sentence)).before?.text).toBe(before);
  });

  test('puts a lead-in once before several items', () => {
    const items = [1, 2].map((block) => withQuestion(trip, block, excerptOfSentence(trip, block, 0)));
    expect(onceBefore(items).map(({ before }) => before?.text)).toEqual(['Bring these:', undefined]);
  });
});

test('a heading that asks is replied to by the paragraph below it', () => {
  const faq = articleOf('faq', [
    ['heading', 'Is it free?'],
    ['paragraph', 'It is.', 'Always.'],
    ['heading', 'How long?'],
    ['heading', 'In hours'],
  ]);
  const headed = [0, 2].map((block) => excerptOf(faq, passageOfBlock(faq, block)));
  expect(withReplies(headed, () => faq).map(({ text }) => text)).toEqual([
    'Is it free?',
    'It is. Always.',
    'How long?',
  ]);
});
