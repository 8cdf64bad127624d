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
    { type: Subcommand, name: 'show', description: 'What is set here' },
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
          description: 'The channel, for the settings that are one',
          channel_types: TEXT_CHANNELS,
        },
        { type: FLAG, name: 'here', description: 'For this channel alone (default: the whole server)' },
      ],
    },
    {
      type: Subcommand,
      name: 'forget',
      description: 'Delete everything that is stored about this server',
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
  help: 'For members with Manage Server. Channel settings override server settings and hold in the channel’s threads; of the articles a channel can only have fewer. `forget` deletes the settings, the digests and their history; nothing else is stored.',
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
