import { describe, expect, test } from 'vitest';
import { readFind } from '../../src/answer/find.ts';
import { createMeaning } from '../../src/answer/reading/createMeaning.ts';
import { articleOf, lighthouse, type BlockText } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { fakeReader } from '../fixtures/fakeReader.ts';
import { find } from '../fixtures/finished.ts';

const { library } = contextOf([lighthouse]);

describe('find', () => {
  test('returns the passages most similar to a message, whether or not they answer it', () => {
    const answer = find('They will sell that tower soon, won’t they?', library);
    expect(answer.kind === 'excerpts' && answer.excerpts[0]!.text).toBe('The board plans to sell the tower in 2025.');
  });

  test('leaves out what is far from the nearest, however many sentences have a word of the message', () => {
    const many = articleOf('many', [
      ['paragraph', 'The council of Velda will close the old ferry landing in March.'],
      ...Array.from({ length: 12 }, (_, at): BlockText => [
        'paragraph',
        `In year ${at} the council met on other things.`,
      ]),
    ]);
    const answer = find('The council of Velda is closing the old ferry landing!', contextOf([many]).library);
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference)).toEqual(['¶1.1']);
  });

  test('leaves out what the reader finds far less likely', async () => {
    const reader = fakeReader((sentence) => ({ score: sentence.includes('1931') ? 9 : -9 }));
    const answer = await readFind('How much was Skarn Rock bought for?', library, {
      reader,
      meaning: createMeaning(reader),
    });
    expect(answer.kind === 'excerpts' && answer.excerpts.map(({ reference }) => reference)).toEqual(['¶2.1']);
  });

  test.each(['Hello!', 'zzz qqq', 'lol'])('finds nothing for %j, of which no word occurs', (message) => {
    expect(find(message, library)).toMatchObject({ kind: 'nothing', reason: 'no-match' });
  });
});
