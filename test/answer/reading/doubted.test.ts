import { describe, expect, test } from 'vitest';
import { isDoubted } from '../../../src/answer/reading/doubted.ts';
import { questionAsked } from '../../../src/answer/reading/questionAsked.ts';

describe('isDoubted', () => {
  test.each([
    ['Why did the outage happen?', 'The outage lasted 11 hours.', 9, true],
    ['Why was the road closed?', 'The road was closed because a wall had fallen.', -9, false],
    ['How long did the curfew last?', 'He called the curfew a failure a second time.', 3, true],
    ['How long did the curfew last?', 'The curfew lasted nine nights.', -9, false],
    ['How many boats sank?', 'The boats sank in the bay.', -3, true],
    ['How many boats sank?', 'The boats sank in the bay.', -1, false],
    ['How many boats sank?', 'Nine boats sank in the bay.', -9, false],
    ['What did the mayor say about the pier?', 'The pier of the mayor is long.', 5, true],
    ['What did the mayor say about the pier?', 'The mayor called the pier long.', -9, false],
    ['How much was the pier?', 'The pier was a bargain.', 4, false],
    ['Who is the head of the college?', 'The head of the college thanked the cooks.', -1, true],
    ['Who is the head of the college?', 'The head of the college is a baker.', 0, false],
    ['Who is the head of the college?', 'The head of the college, Ida Brandt, came.', -9, false],
    ['Who is the mayor of Velda?', 'Tom Hale is a carpenter in Velda.', 2, true],
    ['Who was the captain of the Maren?', 'Ida Brandt painted the Maren.', 2, true],
    ['Who is the mayor of Velda?', 'The mayor of Velda is Tom Hale.', -9, false],
    ['Who won the Island Cup?', 'Mina Orlo ran late for the Island Cup.', -1, true],
    ['Who won the Island Cup?', 'Mina Orlo ran late for the Island Cup.', 1, false],
    ['Who won the Island Cup?', 'The winner of the Island Cup is Mina Orlo.', -9, false],
    ['When was Ida Brandt appointed?', 'Ida Brandt spoke in March 2023.', -3, true],
  ])('%j, %j at %d: %s', (question, text, score, doubted) => {
    expect(isDoubted(questionAsked(question, true), { text, around: '' }, score)).toBe(doubted);
  });
});
