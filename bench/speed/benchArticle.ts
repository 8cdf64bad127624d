import { articleIdSchema, type Article } from '../../src/article/article.ts';
import { editionOf } from '../../src/article/edition.ts';

/** Makes an article of a text and its blocks; its title is its id. */
export function benchArticle(id: string, { source, blocks }: Pick<Article, 'source' | 'blocks'>): Article {
  return {
    id: articleIdSchema.parse(id),
    title: id,
    language: 'en',
    original: 'original.txt',
    edition: editionOf(source, blocks),
    blocks,
    source,
  };
}
