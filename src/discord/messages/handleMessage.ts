import { MessageFlags, type Message, type MessageReplyOptions } from 'discord.js';
import { runCommand } from '../../command/runCommand.ts';
import { failed, howToAsk, slowDown } from '../../reply/words/messages/notices.ts';
import { replySteps } from '../../reply/reply.ts';
import type { Request } from '../../reply/controls/request.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { placeOf } from '../interactions/callerOf.ts';
import { reportFailure } from '../interactions/respond.ts';

/** Answers a message that mentions the bot or was sent to it directly, as plain text for `/ask`. Never throws. */
export function handleMessage(message: Message, context: BotContext): Promise<void> {
  return context.queue.run(message.author.id, () => answerMessage(message, context));
}

async function answerMessage(message: Message, context: BotContext): Promise<void> {
  const bot = message.client.user.id;
  const direct = message.guildId === null;
  if (message.author.bot || message.system || (!direct && !message.mentions.users.has(bot))) return;
  const admission = context.enter(message.author.id);
  const started = performance.now();
  const done = (outcome: string): void => context.count('mention', outcome, (performance.now() - started) / 1000);
  // One nonce for each reply: if a request is repeated, Discord does not show a second message.
  const answer = (payload: MessageReplyOptions): Promise<unknown> =>
    message.reply({ ...payload, nonce: message.id, enforceNonce: true });
  try {
    if (!admission.admitted) {
      const { waitSeconds, notified } = admission;
      context.log.debug({ user: message.author.id, waitSeconds, notified }, 'a member is over the limit');
      // Only the member needs to know about the limit.
      if (direct && !notified) await answer(withoutPings(slowDown(waitSeconds)));
      return done('refused');
    }
    await context.queue.turn();
    const { kind, payload } = await answerTo(message, context);
    await answer(payload);
    const ms = Math.round(performance.now() - started);
    context.log.info({ command: 'ask', kind, ms, by: 'message' }, 'answered');
    done(kind);
  } catch (error) {
    const id = reportFailure(context.log, error, { command: 'ask', message: message.id, server: message.guildId });
    done('failed');
    await answer(withoutPings(failed(id))).catch(() => {});
  }
}

function withoutPings(content: string) {
  return { content, allowedMentions: { parse: [], repliedUser: false } };
}

async function answerTo(message: Message, { contextFor, links }: BotContext) {
  const question = message.content.replaceAll(new RegExp(`<@!?${message.client.user.id}>`, 'gu'), ' ').trim();
  const request: Request = { command: 'ask', options: { question, plain: true } };
  // Everybody in the channel sees the reply, so the author's roles do not count.
  const place = await placeOf(message.client, { guild: message.guildId, channel: message.channelId });
  const context = await contextFor({ ...place, user: message.author.id, manages: false });
  const answer =
    question === ''
      ? ({ kind: 'notice', text: howToAsk() } as const)
      : await runCommand('ask', request.options, context);
  const { library, now } = context;
  const rendering = replySteps(answer, { request, articles: library.articles, links, hidden: false, now });
  const { components } = await inSlices(rendering);
  const payload = {
    components,
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], repliedUser: false },
  };
  return { kind: answer.kind, payload };
}
