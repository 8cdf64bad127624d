import {
  MessageFlags,
  PermissionFlagsBits,
  type APIInteractionGuildMember,
  type BaseInteraction,
  type Client,
  type GuildMember,
} from 'discord.js';
import { UNKNOWN_PARENT, type Audience } from '../../access/access.ts';
import type { Caller } from '../../command/caller.ts';

/**
 * Reads who is using a command, and where. A member's server permissions only count if the server itself installed the
 * bot.
 */
export async function callerOf(interaction: BaseInteraction): Promise<Caller> {
  const { client, guildId, channelId, user, member, memberPermissions } = interaction;
  const installed = guildId !== null && interaction.authorizingIntegrationOwners.guildId === guildId;
  return {
    ...(await placeOf(client, { guild: guildId, channel: channelId })),
    roles: rolesOf(member),
    user: user.id,
    manages: installed && (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    admitted: installed && isAdmitted(interaction),
  };
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
