import { ApplicationCommandOptionType, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { articleChoices, zoneChoices } from '../src/command/choices.ts';
import type { Command, SlashDefinition } from '../src/command/command.ts';
import { IN_SERVERS } from '../src/command/definitions.ts';
import { managedGuild } from '../src/command/managedGuild.ts';
import { forgetServer, setSetting, showSettings } from '../src/command/settingUses.ts';

const { String: TEXT, Channel, Subcommand, Boolean: FLAG } = ApplicationCommandOptionType;
const TEXT_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

const definition = {
  name: 'settings',
  description: 'How the bot behaves in this server and its channels',
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  ...IN_SERVERS,
  options: [
    { type: Subcommand, name: 'show', description: 'The settings of this server and its channels' },
    {
      type: Subcommand,
      name: 'set',
      description: 'Change a setting of the server, or of one channel',
      options: [
        {
          type: TEXT,
          name: 'setting',
          description: 'What to set',
          required: true,
          choices: [
            { name: 'Articles that members see', value: 'articles' },
            { name: 'Default article', value: 'default-article' },
            { name: 'Hide replies', value: 'hide' },
            { name: 'Time zone of digests', value: 'zone' },
            { name: 'Digest failures are reported to', value: 'admin-channel' },
            { name: 'New articles are announced in', value: 'announce-channel' },
          ],
        },
        {
          type: TEXT,
          name: 'value',
          description: 'Articles (comma-separated), a time zone, or yes/no. Leave empty to reset.',
          autocomplete: true,
          max_length: 2000,
        },
        {
          type: Channel,
          name: 'to',
          description: 'The channel, for reports and announcements',
          channel_types: TEXT_CHANNELS,
        },
        { type: FLAG, name: 'here', description: 'For this channel only (default: the whole server)' },
      ],
    },
    {
      type: Subcommand,
      name: 'forget',
      description: 'Delete the settings, digests and history of this server',
      options: [
        {
          type: FLAG,
          name: 'sure',
          description: 'Digests and their history are deleted too; this cannot be undone',
          required: true,
        },
      ],
    },
  ],
} as const satisfies SlashDefinition;

const USES = { show: showSettings, set: setSetting, forget: forgetServer } as const;

export default {
  definition,
  help: 'For members with Manage Server. Channel settings override server settings and apply in the channel’s threads, too; but a channel can only hide articles, not add any. `forget` deletes what is stored about the server: settings, digests and their history, and which articles were announced.',
  run(options, context) {
    const guild = managedGuild('settings', context);
    return typeof guild === 'string'
      ? USES[options['subcommand'] as keyof typeof USES](options, guild, context)
      : guild;
  },
  complete({ value }, { setting }, context) {
    if (setting === 'zone') return zoneChoices(value);
    if (setting === 'articles' || setting === 'default-article')
      return articleChoices(value, { ...context, library: context.granted });
    return setting === 'hide'
      ? [
          { name: 'Yes', value: 'yes' },
          { name: 'No', value: 'no' },
        ]
      : [];
  },
} satisfies Command;
