import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What the bot may need in a server: to see and answer, to post digests, and to attach the files of events. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;

/**
 * The address at which a member with Manage Server adds the bot to a server, with its commands and exactly the
 * permissions it needs. https://docs.discord.com/developers/topics/oauth2
 */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: PERMISSIONS.toString(),
    integration_type: '0',
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
