import { createHash } from 'node:crypto';
import { ChannelType, PermissionFlagsBits, Routes, type Guild, type TextChannel } from 'discord.js';
import { answeredQuestion } from '../../command/answeredQuestion.ts';
import { newest } from '../../reply/words/messages/examples.ts';
import { greeting } from '../../reply/words/messages/greeting.ts';
import { claimAnnouncement, noteAnnounced, releaseAnnouncement } from '../../settings/announced.ts';
import type { BotContext } from '../interactions/botContext.ts';

/** Used in place of an announcement's article id; no article has this id. */
const GREETING = '(greeting)';
const NONCE_MAX_CHARS = 25;
const WRITING = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages];

/**
 * Introduces the bot once to a server it has just joined: in the system channel, or else in the first text channel
 * where it may write. Never sends a direct message. Never throws.
 */
export async function greetServer(
  guild: Guild,
  { contextFor, log }: Pick<BotContext, 'contextFor' | 'log'>,
): Promise<void> {
  const channel = channelFor(guild);
  log.info({ guild: guild.id, greeted: channel?.id ?? null }, 'joined a server');
  if (!channel) return;
  try {
    const context = await contextFor({ guild: guild.id, channel: channel.id, manages: false });
    const store = await context.store();
    const claim = { guild: guild.id, article: GREETING, now: context.now.getTime() };
    if (!(await claimAnnouncement(store, claim))) return;
    try {
      const nonce = createHash('sha256').update(`greeting ${guild.id}`).digest('hex').slice(0, NONCE_MAX_CHARS);
      const articles = [...context.library.articles.values()];
      const article = newest(articles);
      const question = article ? await answeredQuestion(article, context) : undefined;
      const body = { ...greeting(articles, question), nonce, enforce_nonce: true };
      await guild.client.rest.post(Routes.channelMessages(channel.id), { body });
      await noteAnnounced(store, claim);
    } catch (error) {
      await releaseAnnouncement(store, claim);
      throw error;
    }
  } catch (error) {
    log.error({ err: error, guild: guild.id, channel: channel.id }, 'the server could not be greeted');
  }
}

function channelFor(guild: Guild): TextChannel | undefined {
  const me = guild.members.me;
  const texts = [...guild.channels.cache.values()]
    .filter((channel): channel is TextChannel => channel.type === ChannelType.GuildText)
    .toSorted(
      (a, b) =>
        Number(b.id === guild.systemChannelId) - Number(a.id === guild.systemChannelId) || a.position - b.position,
    );
  return me === null ? undefined : texts.find((channel) => channel.permissionsFor(me).has(WRITING));
}
