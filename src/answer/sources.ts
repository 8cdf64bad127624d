import type { Article } from '../article/article.ts';
import type { AnswerOf } from './answer.ts';

/** What is wrong with the files of a corpus, as far as the user is told. */
interface Wrong {
  readonly refused: () => string | undefined;
  readonly broken: () => NonNullable<AnswerOf<'sources'>['broken']>;
}

/** Lists articles: titles, dates, editions, languages and how many paragraphs each has; and what is wrong with others. */
export function sources(articles: Iterable<Article>, wrong: Wrong): AnswerOf<'sources'> {
  const [refused, broken] = [wrong.refused(), wrong.broken()];
  const entries = Array.from(
    articles,
    ({ id, title, published, publishedNote, edition, blocks, language, author, publisher, url }) => ({
      id,
      title,
      published: published ?? null,
      ...(publishedNote === undefined ? {} : { publishedNote }),
      edition,
      paragraphs: blocks.filter(({ kind }) => kind === 'paragraph').length,
      language,
      ...(author === undefined ? {} : { author }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(url === undefined ? {} : { url }),
    }),
  );
  return {
    kind: 'sources',
    articles: entries,
    ...(refused === undefined ? {} : { refused }),
    ...(broken.length === 0 ? {} : { broken }),
  };
}
