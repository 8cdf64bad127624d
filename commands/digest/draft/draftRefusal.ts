import type { AnswerOf } from '../../../src/answer/answer.ts';
import { invalid } from '../../../src/command/checkOptions.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { digestProblem } from '../../../src/reply/words/digests/digestWords.ts';
import type { Schedule } from '../../../src/schedule/schedule.ts';
import { digestLibrary } from '../digestLibrary.ts';
import { postingRefusal } from './postingRefusal.ts';

/**
 * Says why a digest cannot be posted as drafted: the bot may not post in its channel, or the channel does not see its
 * article. The first is only checked if the channel was chosen with the draft.
 */
export async function draftRefusal(
  draft: Pick<Schedule, 'guild' | 'channel' | 'content'>,
  context: CommandContext,
  { isChannelChosen }: { readonly isChannelChosen: boolean },
): Promise<AnswerOf<'invalid'> | undefined> {
  const refusal = isChannelChosen ? await postingRefusal(draft, context) : undefined;
  if (refusal) return invalid('channel', refusal);
  if (draft.content.article === undefined || (await digestLibrary(draft, context)).articles.size > 0) return undefined;
  return invalid('article', digestProblem({ kind: 'article-not-in-channel', channel: draft.channel }));
}
