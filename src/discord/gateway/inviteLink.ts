import { PermissionFlagsBits } from 'discord-api-types/v10';

/** The permissions that the bot may need in a server: to see and answer, to post digests, and to attach event files. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AttachFiles;

/**
 * Returns the link with which a member who has Manage Server adds the bot, its commands and exactly the permissions it
 * needs. https://docs.discord.com/developers/topics/oauth2
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
