import { describe, expect, test } from 'vitest';
import { lighthouse } from '../fixtures/article.ts';
import { contextOf } from '../fixtures/context.ts';
import { find } from '../fixtures/finished.ts';

const { library } = contextOf([lighthouse]);

describe('find', () => {
  test('returns the passages most similar to a message, whether or not they answer it', () => {
    const answer = find('They will sell that tower soon, won’t they?', library);
    expect(answer.kind === 'excerpts' && answer.excerpts[0]!.text).toBe('The board plans to sell the tower in 2025.');
  });

  test.each(['Hello!', 'zzz qqq', 'lol'])('finds nothing for %j, of which no word occurs', (message) => {
    expect(find(message, library)).toMatchObject({ kind: 'nothing', reason: 'no-match' });
  });
});
