import { isDeepStrictEqual } from 'node:util';
import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { saidTogether } from '../../src/answer/said.ts';
import { isForum, missingForThreads } from '../../src/delivery/postingPermissions.ts';
import {
  askChannelWarning,
  SETTING_LABELS,
  settingChanged,
  settingProblem,
} from '../../src/reply/words/commands/settingsWords.ts';
import { noteAnnounced } from '../../src/settings/announced.ts';
import { readOwnSettings } from '../../src/settings/readSettings.ts';
import type { SettingName } from '../../src/settings/settings.ts';
import { writeSetting, type AnySetting } from '../../src/settings/writeSetting.ts';
import { parseSetting } from './parseSetting.ts';

const { String: TEXT, Channel, Role, Boolean: FLAG } = ApplicationCommandOptionType;

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'set',
  description: 'Change a setting of the server, or of one channel',
  options: [
    {
      type: TEXT,
      name: 'setting',
      description: 'What to set',
      required: true,
      choices: [
        { name: SETTING_LABELS.articles, value: 'articles' },
        { name: SETTING_LABELS.defaultArticle, value: 'default-article' },
        { name: SETTING_LABELS.hide, value: 'hide' },
        { name: SETTING_LABELS.zone, value: 'zone' },
        { name: SETTING_LABELS.adminChannel, value: 'admin-channel' },
        { name: SETTING_LABELS.announceChannel, value: 'announce-channel' },
        { name: SETTING_LABELS.askChannel, value: 'ask-channel' },
        { name: SETTING_LABELS.uploadRole, value: 'upload-role' },
        { name: SETTING_LABELS.keepQuestions, value: 'keep-questions' },
        { name: SETTING_LABELS.feedback, value: 'feedback' },
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
      description: 'The channel, for reports, announcements and questions',
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
    },
    { type: Role, name: 'role', description: 'The role, for who may add articles' },
    { type: FLAG, name: 'here', description: 'For this channel only (default: the whole server)' },
  ],
} as const satisfies SubcommandDefinition;

type Options = OptionsOf<typeof definition>;

const NAMES: Readonly<Record<Options['setting'], SettingName>> = {
  articles: 'articles',
  'default-article': 'defaultArticle',
  hide: 'hide',
  zone: 'zone',
  'admin-channel': 'adminChannel',
  'announce-channel': 'announceChannel',
  'ask-channel': 'askChannel',
  'upload-role': 'uploadRole',
  'keep-questions': 'keepQuestions',
  feedback: 'feedback',
};
/** Settings that only exist for a whole server. */
const SERVER_ONLY: readonly SettingName[] = [
  'zone',
  'adminChannel',
  'announceChannel',
  'askChannel',
  'uploadRole',
  'keepQuestions',
];
const CHANNELS: readonly SettingName[] = ['adminChannel', 'announceChannel', 'askChannel'];

export default {
  definition,
  async run({ setting: option, value, to, role, here: isHere = false }: Options, context) {
    const { guild, caller, granted } = context;
    const name = NAMES[option];
    if (isHere && SERVER_ONLY.includes(name)) return invalid('here', settingProblem({ kind: 'server-only', name }));
    if (isHere && caller.channel === undefined) return invalid('here', settingProblem({ kind: 'no-channel-here' }));
    const parsed = parseSetting(name, { value, to, role }, context);
    if (parsed.kind === 'invalid') return parsed;
    const { setting } = parsed;
    if (setting.name === 'askChannel' && setting.value !== undefined && context.answersAskChannels !== true)
      return invalid('setting', settingProblem({ kind: 'no-ask-channels' }));
    if (await isElsewhere(setting, context)) return invalid('to', settingProblem({ kind: 'channel-elsewhere' }));
    const view = CHANNELS.includes(name) && to !== undefined ? await context.posting?.look(to, guild) : undefined;
    if (name === 'adminChannel' && view && isForum(view.type))
      return invalid('to', settingProblem({ kind: 'forum-for-reports' }));
    const store = await context.store();
    const place = { guild, ...(isHere ? { channel: caller.channel } : {}) };
    const isSame = isDeepStrictEqual((await readOwnSettings(store, place))[name], setting.value);
    if (!isSame) {
      if (setting.name === 'announceChannel' && setting.value !== undefined) await noteKnown(setting.value, context);
      await writeSetting(store, place, setting);
    }
    const hidden = isHere ? await hiddenByServer(setting, context) : [];
    const settings = setting.value === undefined ? {} : { [name]: setting.value };
    const changed = settingChanged({ name, settings, isHere, isSame, hidden }, granted.articles);
    const missing = name === 'askChannel' && view ? missingForThreads(view) : [];
    if (missing.length === 0 || to === undefined) return { kind: 'notice', ...changed };
    return { kind: 'notice', ...saidTogether([changed, askChannelWarning(to, missing)], ' ') };
  },
} satisfies Subcommand<ServerContext>;

/** Marks the present articles as known to the server, so that only later ones are announced. */
async function noteKnown(channel: string, { guild, store, libraryAt, now }: ServerContext): Promise<void> {
  const open = await store();
  for (const article of (await libraryAt({ guild, channel })).articles.keys())
    await noteAnnounced(open, { guild, article, now: now.getTime() });
}

/** Whether a setting names a channel of another server. */
async function isElsewhere({ name, value }: AnySetting, { guild, posting }: ServerContext): Promise<boolean> {
  if (value === undefined || !CHANNELS.includes(name)) return false;
  return (await posting?.preflight(String(value), guild))?.kind === 'elsewhere';
}

/** Lists which of a channel's articles stay hidden there: a channel can only narrow what its server sees. */
async function hiddenByServer(
  { name, value }: AnySetting,
  { guild, store }: ServerContext,
): Promise<readonly string[]> {
  if (name !== 'articles' || value === undefined) return [];
  const { articles } = await readOwnSettings(await store(), { guild });
  return articles === undefined ? [] : value.filter((id) => !articles.includes(id));
}
