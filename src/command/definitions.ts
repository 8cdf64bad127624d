import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/**
 * Definition of a command that works in servers, in direct messages, and for users who installed the app on their
 * account.
 */
export const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} as const;

/** Definition of a server-only command. */
export const IN_SERVERS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} as const;

/** Maximum length of a quotation to check. */
export const QUOTE_MAX_CHARS = 4000;

/** For commands that those who manage a server use in it. */
export const FOR_MANAGERS = {
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  ...IN_SERVERS,
} as const;

/** Maximum length of a question or of words to find. */
export const QUERY_MAX_CHARS = 1000;

export const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'article',
  description: 'The article to look in (default: the one set here, else all)',
  autocomplete: true,
} as const;

export const SECTION_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: 'section',
  description: 'The section to look in',
  autocomplete: true,
} as const;

export const HIDE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'hide',
  description: 'Show the answer only to you',
} as const;
