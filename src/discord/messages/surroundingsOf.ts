import type { Article } from '../../article/article.ts';
import { sectionsOf } from '../../article/sections.ts';
import type { CommandContext } from '../../command/command.ts';
import type { KnownArticle, Surroundings } from '../../utterance/intent.ts';

/** Describes a place for reading what is said in it. */
export function surroundingsOf(
  { library: { articles }, commands, settings: { defaultArticle } }: CommandContext,
  rest: Pick<Surroundings, 'earlier' | 'repliesToBot' | 'repliesToOther'> = {},
): Surroundings {
  return {
    articles: knownArticles(articles),
    commands: [...commands.keys()],
    hasDefault: defaultArticle !== undefined && articles.has(defaultArticle),
    ...rest,
  };
}

/** By the articles, so that their names are folded once. */
const known = new WeakMap<ReadonlyMap<string, Article>, readonly KnownArticle[]>();

function knownArticles(articles: ReadonlyMap<string, Article>): readonly KnownArticle[] {
  const found =
    known.get(articles) ??
    Array.from(articles.values(), (article) => ({
      id: article.id,
      title: article.title,
      headings: () => sectionsOf(article).flatMap(({ heading }) => heading ?? []),
    }));
  known.set(articles, found);
  return found;
}
