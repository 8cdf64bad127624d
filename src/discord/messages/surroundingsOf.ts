import type { CommandContext } from '../../command/command.ts';
import { knownArticles } from '../../command/knownArticles.ts';
import type { Surroundings } from '../../utterance/intent.ts';

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
