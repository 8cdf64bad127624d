import { describe, expect, test } from 'vitest';
import type { ArticleFile, Block } from '../../src/article/article.ts';
import { checkArticle } from '../../src/article/checkArticle.ts';
import { editionOf } from '../../src/article/edition.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

describe('checkArticle', () => {
  test('finds nothing wrong with a sound article', () => {
    expect(checkArticle(lighthouse, lighthouse.source)).toEqual([]);
  });

  test.each<[name: string, change: (blocks: Block[]) => Block[], path: string, message: RegExp]>([
    [
      'a span that ends after the source',
      (blocks) => blocks.with(8, { ...blocks[8]!, span: [500, 9999] }),
      'blocks.8.span',
      /ends after the source/u,
    ],
    [
      'blocks that overlap',
      (blocks) => blocks.with(1, { ...blocks[1]!, span: [5, blocks[1]!.span[1]] }),
      'blocks.1.span',
      /starts before the one above it/u,
    ],
    [
      'blocks out of order',
      (blocks) => [blocks[1]!, blocks[0]!, ...blocks.slice(2)],
      'blocks.1.span',
      /starts before the one above it/u,
    ],
    [
      'text in no block',
      (blocks) => blocks.toSpliced(4, 1),
      'blocks.4.span',
      /"A rock nobody wanted", is in no block/u,
    ],
    ['text after the last block', (blocks) => blocks.slice(0, -1), 'blocks.7.span', /is in no block/u],
    ['a number left out', (blocks) => renumbered(blocks, 3, 4), 'blocks.6.number', /paragraph 4 should be number 3/u],
    [
      'a second title',
      (blocks) => blocks.with(4, { kind: 'title', span: blocks[4]!.span }),
      'blocks.4.kind',
      /a second title/u,
    ],
    [
      'a sentence outside its block',
      (blocks) => withSentences(blocks, 6, [[0, 5]]),
      'blocks.6.sentences.0',
      /not inside its block/u,
    ],
    [
      'text in no sentence',
      (blocks) => withSentences(blocks, 5, [sentencesOf(blocks[5]!)[0]!]),
      'blocks.5.sentences',
      /is in no sentence/u,
    ],
  ])('finds %s', (_name, change, path, message) => {
    const blocks = change([...lighthouse.blocks]);
    const file: ArticleFile = { ...lighthouse, blocks, edition: editionOf(lighthouse.source, blocks) };
    const [problem] = checkArticle(file, lighthouse.source);
    expect(problem?.path.join('.')).toBe(path);
    expect(problem?.message).toMatch(message);
  });

  test('finds a changed source by its edition', () => {
    const [problem] = checkArticle(lighthouse, lighthouse.source.replace('1931', '1932'));
    expect(problem).toMatchObject({
      path: ['edition'],
      message: expect.stringContaining('the source or the spans were changed'),
    });
  });

  test('finds a span that cuts a surrogate pair', () => {
    const article = articleOf('a', [['paragraph', 'A 🗼.']]);
    const blocks: Block[] = [{ kind: 'paragraph', number: 1, span: [0, 3], sentences: [[0, 3]] }];
    const [problem] = checkArticle({ ...article, blocks }, article.source);
    expect(problem?.message).toMatch(/cuts a character in two/u);
  });

  test('wants at least one paragraph', () => {
    const article = articleOf('a', [['title', 'Only a title']]);
    expect(checkArticle(article, article.source)).toEqual([{ path: ['blocks'], message: 'there is no paragraph' }]);
  });
});

function renumbered(blocks: Block[], from: number, to: number): Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' && block.number === from ? { ...block, number: to } : block,
  );
}

function sentencesOf(block: Block): readonly (readonly [number, number])[] {
  return 'sentences' in block ? block.sentences : [];
}

function withSentences(blocks: Block[], at: number, sentences: readonly (readonly [number, number])[]): Block[] {
  return blocks.with(at, { ...blocks[at]!, sentences } as Block);
}
