import { ApplicationCommandOptionType, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import {
  articleChoices,
  referenceChoices,
  scheduleChoices,
  sectionChoices,
  zoneChoices,
} from '../src/command/choices.ts';
import type { Command, CommandOptions, SlashDefinition } from '../src/command/command.ts';
import { ARTICLE_OPTION, IN_SERVERS } from '../src/command/definitions.ts';
import { createDigest, editDigest } from '../src/command/digestChanges.ts';
import {
  deleteDigest,
  listDigests,
  pauseDigest,
  previewDigest,
  resumeDigest,
  runDigest,
  showDigest,
} from '../src/command/digestUses.ts';
import { managedGuild } from '../src/command/managedGuild.ts';
import { chosenArticle } from '../src/command/scope.ts';
import { SCHEDULE_NAME_MAX_CHARS } from '../src/schedule/schedule.ts';

const { String: TEXT, Channel, Integer, Subcommand } = ApplicationCommandOptionType;
const NAME = {
  type: TEXT,
  name: 'name',
  description: 'The digest',
  required: true,
  autocomplete: true,
  max_length: SCHEDULE_NAME_MAX_CHARS,
} as const;
const WHEN = {
  type: TEXT,
  name: 'when',
  description: 'Such as "every weekday at 9:00", "first Monday of the month 10:00", or a cron expression',
  max_length: 200,
} as const;
const WHAT = {
  type: TEXT,
  name: 'what',
  description: 'What it posts',
  choices: [
    { name: 'A section at each run, in order', value: 'sections' },
    { name: 'One section', value: 'section' },
    { name: 'The summary', value: 'summary' },
    { name: 'The events', value: 'events' },
    { name: 'The events that were on this day', value: 'on-this-day' },
    { name: 'A quote', value: 'quote' },
  ],
} as const;
const CHANNEL = {
  type: Channel,
  name: 'channel',
  description: 'Where (default: this channel)',
  channel_types: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
    ChannelType.AnnouncementThread,
    ChannelType.GuildForum,
  ],
} as const;
const OPTIONAL = [
  CHANNEL,
  {
    type: TEXT,
    name: 'zone',
    description: 'Time zone, by its city (default: the server’s, else UTC)',
    autocomplete: true,
  },
  { ...ARTICLE_OPTION, description: 'The article (default: the channel’s default article, else all)' },
  { type: TEXT, name: 'section', description: 'The section to post, with “One section”', autocomplete: true },
  { type: TEXT, name: 'reference', description: 'The passage to quote, with “A quote”', autocomplete: true },
  {
    type: TEXT,
    name: 'length',
    description: 'How long (default: standard)',
    choices: [
      { name: 'Brief', value: 'brief' },
      { name: 'Standard', value: 'standard' },
      { name: 'Full', value: 'full' },
    ],
  },
  {
    type: TEXT,
    name: 'after',
    description: 'What happens after the last section (default: it starts over)',
    choices: [
      { name: 'It starts over', value: 'wrap' },
      { name: 'It ends', value: 'end' },
    ],
  },
  {
    type: Integer,
    name: 'late',
    description: 'Post missed runs up to this many hours late (0: skip, default: 6)',
    min_value: 0,
    max_value: 168,
  },
] as const;

const definition = {
  name: 'digest',
  description: 'Posts on a schedule: sections, summaries, events, quotes',
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  ...IN_SERVERS,
  options: [
    {
      type: Subcommand,
      name: 'create',
      description: 'Schedule a new digest',
      options: [
        { ...NAME, description: 'A name for it', autocomplete: false },
        { ...WHAT, required: true },
        { ...WHEN, required: true },
        ...OPTIONAL,
      ],
    },
    { type: Subcommand, name: 'list', description: 'The digests of this server' },
    { type: Subcommand, name: 'show', description: 'One digest, with its next runs', options: [NAME] },
    {
      type: Subcommand,
      name: 'edit',
      description: 'Change a digest',
      options: [
        NAME,
        { type: TEXT, name: 'rename', description: 'A new name', max_length: SCHEDULE_NAME_MAX_CHARS },
        WHAT,
        WHEN,
        ...OPTIONAL,
      ],
    },
    {
      type: Subcommand,
      name: 'pause',
      description: 'Pause a digest',
      options: [
        NAME,
        {
          type: TEXT,
          name: 'until',
          description: 'A date, a weekday or a time span, such as Monday or 2 weeks (default: until it is resumed)',
          max_length: 40,
        },
      ],
    },
    { type: Subcommand, name: 'resume', description: 'Resume a digest', options: [NAME] },
    { type: Subcommand, name: 'run', description: 'Post a digest now, in addition to its schedule', options: [NAME] },
    {
      type: Subcommand,
      name: 'preview',
      description: 'See what a digest would post next, without posting it',
      options: [NAME],
    },
    { type: Subcommand, name: 'delete', description: 'Delete a digest and its history', options: [NAME] },
    { type: Subcommand, name: 'history', description: 'Past runs of a digest', options: [NAME] },
  ],
} as const satisfies SlashDefinition;

const USES: Readonly<
  Record<
    string,
    (options: CommandOptions, guild: string, context: Parameters<Command['run']>[1]) => ReturnType<Command['run']>
  >
> = {
  create: createDigest,
  list: listDigests,
  show: showDigest,
  edit: editDigest,
  pause: pauseDigest,
  resume: resumeDigest,
  run: runDigest,
  preview: previewDigest,
  delete: deleteDigest,
  history: (options, guild, context) => showDigest(options, guild, context, true),
};

export default {
  definition,
  help: [
    'For members with Manage Server. A digest posts once at each run, by the clock of its time zone. If it cannot, it reports that in the channel for failures (see /settings) or to its creator.',
    'When: every weekday at 9:00 · daily 08:30 · Mondays and Thursdays 17:00 · every 2 weeks on Friday 16:00 · first Monday of the month 10:00 · last day of the month 18:00 · every 4 hours between 8 and 20 · once tomorrow 09:00 · a cron expression.',
  ].join('\n'),
  run(options, context) {
    const guild = managedGuild('digests', context);
    return typeof guild === 'string' ? USES[String(options['subcommand'])]!(options, guild, context) : guild;
  },
  async complete({ name, value }, options, context) {
    if (name === 'name') return scheduleChoices(value, context);
    if (name === 'zone') return zoneChoices(value);
    if (name === 'article') return articleChoices(value, context);
    const article = chosenArticle(options, context);
    if (name === 'section') return sectionChoices(value, article);
    return referenceChoices(value, article ? [article] : [], (reference) => reference);
  },
} satisfies Command;
