import type { Article, ArticleId, Block, Edition } from '../../src/article/article.ts';
import { sentences } from '../../src/language/sentences.ts';
import type { Span } from '../../src/language/span.ts';

/** What the evaluation harness gives an adapter to index. */
export interface EvalArticle {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** Makes an article of plain paragraphs, one line each; its id is made up of `number`. */
export function articleOf({ title, paragraphs }: EvalArticle, number = 0): Article {
  const blocks: Block[] = [];
  let source = `${title}\n`;
  blocks.push({ kind: 'title', span: [0, title.length] });
  for (const [index, text] of paragraphs.entries()) {
    const start = source.length;
    const spans = sentences(text).map(([from, to]): Span => [start + from, start + to]);
    blocks.push({ kind: 'paragraph', number: index + 1, span: [start, start + text.length], sentences: spans });
    source += `${text}\n`;
  }
  return {
    id: `article-${number}` as ArticleId,
    title,
    language: 'en',
    original: 'original.txt',
    edition: '0'.repeat(64) as Edition,
    blocks,
    source,
  };
}
