import { describe, expect, test } from 'vitest';
import { asksAt } from '../../src/article/asksAt.ts';
import { entryAt } from '../../src/runtime/entryAt.ts';
import { isTextBlock, type Article } from '../../src/article/article.ts';
import { articleOf } from '../fixtures/article.ts';

function asking(article: Article): readonly string[] {
  return article.blocks.flatMap((block, index) =>
    isTextBlock(block)
      ? block.sentences
          .filter((span) => asksAt(article, index, entryAt([span], 0)))
          .map((span) => article.source.slice(...span))
      : [],
  );
}

describe('asksAt', () => {
  test('takes what leads up to a question of an interview for part of it', () => {
    const interview = articleOf('interview', [
      ['heading', 'How did you begin?'],
      ['paragraph', 'With a broom.'],
      ['paragraph', 'You use one kind of rope.', 'Why?'],
      ['paragraph', 'It does not rot.', 'Is that not enough?', 'It is for me.'],
      ['paragraph', 'And when will you stop?'],
      ['paragraph', 'When it rains.'],
    ]);
    expect(asking(interview)).toEqual([
      'You use one kind of rope.',
      'Why?',
      'Is that not enough?',
      'And when will you stop?',
    ]);
  });

  test('takes nothing but the question where a text only ends a paragraph with one', () => {
    const essay = articleOf('essay', [
      ['paragraph', 'The quay costs nine million crowns.', 'Who will pay?'],
      ['paragraph', 'The town cannot.'],
      ['paragraph', 'The county will not.'],
      ['paragraph', 'The state has other cares.'],
    ]);
    expect(asking(essay)).toEqual(['Who will pay?']);
  });
});
