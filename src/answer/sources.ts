import type { Article } from '../article/article.ts';
import type { AnswerOf } from './answer.ts';

/** Lists articles: titles, dates, editions, languages and how many paragraphs each has. */
export function sources(articles: Iterable<Article>, refused?: string): AnswerOf<'sources'> {
  const entries = Array.from(articles, ({ id, title, published, edition, blocks, language, url }) => ({
    id,
    title,
    published: published ?? null,
    edition,
    paragraphs: blocks.filter(({ kind }) => kind === 'paragraph').length,
    language,
    ...(url === undefined ? {} : { url }),
  }));
  return { kind: 'sources', articles: entries, ...(refused === undefined ? {} : { refused }) };
}
