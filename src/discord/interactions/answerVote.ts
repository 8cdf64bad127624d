import type { ButtonInteraction } from 'discord.js';
import type { readVoteAction } from '../../reply/controls/voteAction.ts';
import { readEcho } from '../../reply/echo.ts';
import { voteCounted, voteOff } from '../../reply/words/voteWords.ts';
import { castVote } from '../../settings/votes.ts';
import type { BotContext } from './botContext.ts';
import { callerOf, isInServer } from './callerOf.ts';
import { respond } from './respond.ts';
import { aboutOf, responding, sentence } from './responding.ts';

/** Counts a member's vote on an answer, and tells them alone. The question is kept only if the server keeps those. */
export async function answerVote(
  interaction: ButtonInteraction,
  { vote, article }: NonNullable<ReturnType<typeof readVoteAction>>,
  context: BotContext,
): Promise<void> {
  const work = async () => {
    const { caller, settings, library, store, now } = await context.contextFor(await callerOf(interaction, context));
    if (settings.feedback !== true || caller.guild === undefined || !isInServer(interaction))
      return sentence(voteOff(), context);
    const { message, user } = interaction;
    const { question } = readEcho(message.components.map((component) => component.toJSON()));
    const counts = await castVote(await store(), {
      guild: caller.guild,
      answer: message.id,
      member: user.id,
      vote,
      article: article !== undefined && library.articles.has(article) ? article : undefined,
      question: settings.keepQuestions === true ? question : undefined,
      now: now.getTime(),
    });
    return sentence(voteCounted(counts), context);
  };
  await respond(interaction, work, { hidden: true, ...responding(context, aboutOf(interaction, 'vote')) });
}
