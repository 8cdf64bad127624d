import { MessageFlags, PermissionFlagsBits, type Message } from 'discord.js';
import { runCommand } from '../command/runCommand.ts';
import { failed, howToAsk, slowDown } from '../reply/notices.ts';
import { reply } from '../reply/reply.ts';
import type { Request } from '../reply/request.ts';
import type { BotContext } from './botContext.ts';
import { reportFailure } from './respond.ts';

/** Answers a message that mentions the bot, or is written to it directly, as `/ask` would. Never throws. */
export async function handleMessage(message: Message, context: BotContext): Promise<void> {
  const bot = message.client.user.id;
  const direct = message.guildId === null;
  if (message.author.bot || message.system || (!direct && !message.mentions.users.has(bot))) return;
  try {
    await message.reply(await answerTo(message, context));
  } catch (error) {
    const id = reportFailure(context.log, error);
    await message.reply({ content: failed(id), allowedMentions: { parse: [], repliedUser: false } }).catch(() => {});
  }
}

async function answerTo(message: Message, { contextFor, enter, links, log }: BotContext) {
  const question = message.content.replaceAll(new RegExp(`<@!?${message.client.user.id}>`, 'gu'), ' ').trim();
  const request: Request = { command: 'ask', options: { question } };
  const context = await contextFor({
    guild: message.guildId ?? undefined,
    channel: message.channelId,
    user: message.author.id,
    manages: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  });
  const wait = enter(message.author.id);
  const notice = wait > 0 ? slowDown(wait) : question === '' ? howToAsk() : undefined;
  const answer =
    notice === undefined
      ? await runCommand('ask', request.options, context)
      : ({ kind: 'notice', text: notice } as const);
  log.info({ command: 'ask', kind: answer.kind, by: 'message' }, 'answered');
  const { library, now } = context;
  const { components } = reply(answer, { request, articles: library.articles, links, hidden: false, now });
  return {
    components,
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [], repliedUser: false },
  };
}
