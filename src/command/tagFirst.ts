import type { Article } from '../article/article.ts';
import type { CommandContext } from './command.ts';

/** Sentences that are tagged before a question is answered that may take its time: up to a minute, once. */
const TAGGED_FIRST_MAX = 2000;

/**
 * Has articles tagged before their events are asked for, if whoever asks may wait, as at a terminal, so that the answer
 * does not depend on how far the background has got. Larger libraries are tagged at import.
 */
export async function tagFirst(
  articles: readonly Article[],
  { tagger, readBudgetMs }: Pick<CommandContext, 'tagger' | 'readBudgetMs'>,
): Promise<void> {
  if (!tagger || readBudgetMs !== undefined) return;
  await tagger.load(articles);
  if (tagger.missing(articles) <= TAGGED_FIRST_MAX) await tagger.tag(articles);
}
