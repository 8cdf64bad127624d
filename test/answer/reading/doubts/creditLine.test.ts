import { describe, expect, test } from 'vitest';
import { isForeignCredit } from '../../../../src/answer/reading/doubts/creditLine.ts';
import { isTextBlock } from '../../../../src/article/article.ts';
import { articleOf } from '../../../fixtures/article.ts';

const wreck = articleOf(
  'wreck',
  [
    ['standfirst', 'By Mara Lind and Tom Okafor'],
    ['paragraph', 'Present: Ruth Amsel (chair), Deniz Kaya'],
    ['paragraph', 'Captain Erik Sandahl denied it.'],
    ['paragraph', 'Mara Lind was the first to reach the ferry.'],
    ['paragraph', 'Nobody was hurt.'],
    ['paragraph', 'Press: press@ferry.example'],
    ['paragraph', 'Photo: Jonas Hartl'],
    ['paragraph', 'Mara Lind reported from Halvern, and Tom Okafor from Port Orrin.'],
  ],
  { author: ['Mara Lind', 'Tom Okafor'] },
);

describe('isForeignCredit', () => {
  test.each([
    ['who is the captain', [0, 5, 6, 7]],
    ['when did the ferry sink', [0, 5, 6, 7]],
    ['who wrote this article', [5]],
    ['who is Mara Lind', [5]],
    ['who took the pictures', [5]],
    ['where can I reach the press office', [0, 6, 7]],
    ['who do I e-mail at the press office', [0, 6, 7]],
  ])('of %j, is true of the lines %j', (question, lines) => {
    const found = wreck.blocks.flatMap((block, index) =>
      isTextBlock(block) &&
      block.sentences.some((span) => isForeignCredit(question, { article: wreck, block: index, span }))
        ? [index]
        : [],
    );
    expect(found).toEqual(lines);
  });
});
