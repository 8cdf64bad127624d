import MiniSearch from 'minisearch';
import { isTextBlock, type Article } from '../../src/article/article.ts';

/** Indexes passages as MiniSearch does by default. */
export function plainIndex(passages: readonly string[]): MiniSearch<{ id: number; text: string }> {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(passages.map((text, id) => ({ id, text })));
  return index;
}

/** Lists every sentence of articles. */
export function sentencesOf(articles: readonly Article[]): readonly string[] {
  return articles.flatMap(({ blocks, source }) =>
    blocks.flatMap((block) => (isTextBlock(block) ? block.sentences.map((span) => source.slice(...span)) : [])),
  );
}

/** Lists every paragraph of articles. */
export function paragraphsOf(articles: readonly Article[]): readonly string[] {
  return articles.flatMap(({ blocks, source }) =>
    blocks.flatMap((block) => (isTextBlock(block) ? [source.slice(...block.span)] : [])),
  );
}
