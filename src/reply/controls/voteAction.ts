import { ButtonStyle, ComponentType, type APIButtonComponent } from 'discord-api-types/v10';
import { articleIdSchema, type ArticleId } from '../../article/article.ts';
import { VOTE_LABELS } from '../words/voteWords.ts';

const PREFIX = 'vote';

/** What pressing a vote's button says: the vote, and the article that the answer is from, if it is from one. */
interface VoteAction {
  readonly vote: 'up' | 'down';
  readonly article: ArticleId | undefined;
}

/** Builds the buttons that say whether an answer helped. */
export function voteButtons(article: string | undefined): readonly APIButtonComponent[] {
  return (['up', 'down'] as const).map((vote) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: VOTE_LABELS[vote],
    custom_id: [PREFIX, vote, article ?? ''].join('|'),
  }));
}

/** Reads the `custom_id` of such a button; undefined for any other. */
export function readVoteAction(customId: string): VoteAction | undefined {
  const [prefix, vote, id, ...rest] = customId.split('|');
  if (prefix !== PREFIX || (vote !== 'up' && vote !== 'down') || rest.length > 0) return undefined;
  return { vote, article: articleIdSchema.safeParse(id).data };
}
