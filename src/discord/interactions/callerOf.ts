import {
  ChannelType,
  MessageFlags,
  PermissionFlagsBits,
  type APIInteractionGuildMember,
  type BaseInteraction,
  type Client,
  type GuildMember,
} from 'discord.js';
import { UNKNOWN_PARENT, type Audience } from '../../access/access.ts';
import type { Caller } from '../../command/caller.ts';
import type { BotContext } from './botContext.ts';

/**
 * Reads who is using a command, and where. A member's server permissions only count if the server itself installed the
 * bot.
 */
export async function callerOf(
  interaction: BaseInteraction,
  { describedChannel }: Pick<BotContext, 'describedChannel'>,
): Promise<Caller> {
  const { client, guildId: guild, channelId: channel, user, member, memberPermissions } = interaction;
  const installed = isInstalled(interaction);
  const described = isInServer(interaction) ? describedChannel?.(interaction) : undefined;
  const isThread = described && THREADS.includes(described.type);
  return {
    ...(described && guild !== null && channel !== null
      ? { guild, channel, ...(isThread ? { parent: described.parent_id ?? UNKNOWN_PARENT } : {}) }
      : await placeOf(client, { guild, channel })),
    roles: rolesOf(member),
    user: user.id,
    manages: installed && (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    admitted: installed && isAdmitted(interaction),
    mentionsEveryone: installed && (memberPermissions?.has(PermissionFlagsBits.MentionEveryone) ?? false),
  };
}

const THREADS: readonly ChannelType[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];
/** What Discord leaves a bot in a server that it is not in. */
const MAY_READ = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** Whether the server itself installed the bot, and not just the member. */
function isInstalled({ guildId, authorizingIntegrationOwners: owners }: BaseInteraction): boolean {
  return guildId !== null && owners.guildId === guildId;
}

/**
 * Whether an interaction was used in a server that the bot is a member of. Without a gateway its permissions show that:
 * as a member it may read in the channel.
 */
export function isInServer(interaction: BaseInteraction): boolean {
  return interaction.inCachedGuild() || (isInstalled(interaction) && interaction.appPermissions.has(MAY_READ));
}

/** Finds the server of a channel, and the parent channel of a thread, which decide what can be seen there. */
export async function placeOf(
  client: Client,
  { guild, channel }: { readonly guild: string | null; readonly channel: string | null },
): Promise<Audience> {
  if (guild === null) return channel === null ? {} : { channel };
  if (channel === null) return { guild, parent: UNKNOWN_PARENT };
  const isMember = client.guilds.cache.has(guild);
  const known =
    client.channels.cache.get(channel) ?? (isMember ? await client.channels.fetch(channel).catch(() => null) : null);
  if (!known) return { guild, channel, parent: UNKNOWN_PARENT };
  return { guild, channel, ...(known.isThread() ? { parent: known.parentId ?? UNKNOWN_PARENT } : {}) };
}

/**
 * Discord only lets permitted members use a command, and the buttons of an ephemeral message can only be used by its
 * recipient.
 */
function isAdmitted(interaction: BaseInteraction): boolean {
  if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage()))
    return interaction.message.flags.has(MessageFlags.Ephemeral);
  return interaction.isCommand() || interaction.isAutocomplete();
}

function rolesOf(member: GuildMember | APIInteractionGuildMember | null): readonly string[] {
  if (!member) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
