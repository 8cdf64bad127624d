import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import { ARTICLE_OPTION, SECTION_OPTION } from '../../src/command/definitions.ts';
import { SCHEDULE_NAME_MAX_CHARS } from '../../src/schedule/schedule.ts';

const { String: TEXT, Channel, Integer, Role, Boolean: Flag } = ApplicationCommandOptionType;

/** The digest that a subcommand is about. */
export const NAME_OPTION = {
  type: TEXT,
  name: 'name',
  description: 'The digest',
  required: true,
  autocomplete: true,
  max_length: SCHEDULE_NAME_MAX_CHARS,
} as const;

/** When a digest posts; see `parseWhen`. */
export const WHEN_OPTION = {
  type: TEXT,
  name: 'when',
  description: 'Such as "every weekday at 9:00", "first Monday of the month 10:00", or a cron expression',
  max_length: 200,
  autocomplete: true,
} as const;

/** What a digest posts. */
export const WHAT_OPTION = {
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

/** What else can be set about a digest, and changed later. */
export const DETAIL_OPTIONS = [
  {
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
  },
  {
    type: TEXT,
    name: 'zone',
    description: 'Time zone, by its city (default: the server’s, else UTC)',
    autocomplete: true,
  },
  { ...ARTICLE_OPTION, description: 'The article (default: the channel’s default article, else all)' },
  { ...SECTION_OPTION, description: 'The section to post, with “One section”' },
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
  { type: Role, name: 'mention', description: 'A role that each post mentions' },
  { type: Flag, name: 'publish', description: 'Publish each post to servers that follow the announcement channel' },
  { type: Flag, name: 'thread', description: 'Open a thread below each post' },
  { type: TEXT, name: 'tag', description: 'The tag of posts in a forum', autocomplete: true, max_length: 100 },
] as const;
