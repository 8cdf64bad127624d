import type { Answer, AnswerOf } from '../answer/answer.ts';
import type { Article } from '../article/article.ts';
import { editionKey, shortEdition } from '../article/edition.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import type { CommandContext } from './command.ts';
import { valueOf } from '../runtime/entryAt.ts';

/**
 * Returns the articles that an answer is rendered with: those of the library by id, and each kept edition that the
 * answer quotes by `editionKey`.
 */
export async function shownArticles(
  answer: Answer,
  { library: { articles }, editions }: Pick<CommandContext, 'library' | 'editions'>,
): Promise<ReadonlyMap<string, Article>> {
  const earlier = new Map(
    excerptsOf(answer)
      .filter(({ article, edition }) => articles.has(article) && valueOf(articles, article).edition !== edition)
      .map((excerpt) => [editionKey({ id: excerpt.article, edition: excerpt.edition }), excerpt] as const),
  );
  if (earlier.size === 0) return articles;
  const kept = await Promise.all(
    Array.from(earlier, async ([key, { article, edition }]) => {
      const old = await editions(valueOf(articles, article), shortEdition(edition));
      return old?.edition === edition ? [[key, old] as const] : [];
    }),
  );
  return new Map([...articles, ...kept.flat()]);
}

function excerptsOf(answer: Answer): readonly Excerpt[] {
  if (answer.kind === 'excerpts') return answer.excerpts;
  if (answer.kind === 'citation') return [answer.excerpt];
  if (answer.kind === 'verdict') return excerptsOfVerdict(answer);
  return answer.kind === 'verdicts' ? answer.verdicts.flatMap(({ verdict }) => excerptsOfVerdict(verdict)) : [];
}

function excerptsOfVerdict({ matches, editions = [] }: AnswerOf<'verdict'>): readonly Excerpt[] {
  return [...matches, ...editions.flatMap((edition) => edition.matches)];
}
