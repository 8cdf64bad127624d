import {
  channel as mention,
  role as roleMention,
  ours,
  said,
  saidTogether,
  type Piece,
  type Said,
} from '../../../answer/said.ts';
import type { SettingName, Settings } from '../../../settings/settings.ts';
import type { ForgottenArticles } from '../../../intake/addedArticles.ts';
import { zoneInWords } from '../zoneInWords.ts';
import { WRITE_TROUBLES } from '../uploads/uploadWords.ts';
import { counted } from '../counted.ts';
import { noSuchArticle } from './scopeWords.ts';

/** What each setting is called. */
export const SETTING_LABELS: Readonly<Record<SettingName, string>> = {
  articles: 'Articles that members see',
  defaultArticle: 'Default article',
  hide: 'Hide replies',
  zone: 'Time zone of digests',
  adminChannel: 'Digest failures are reported to',
  announceChannel: 'New articles are announced in',
  askChannel: 'Questions are answered without a mention in',
  uploadRole: 'Role that may add articles',
  keepQuestions: 'Keep questions that had no answer',
  feedback: 'Members can rate answers (👍 👎)',
};
/** What applies if a setting is not set. */
const DEFAULTS: Readonly<Record<SettingName, string>> = {
  articles: 'all that are available here',
  defaultArticle: 'none',
  hide: 'no',
  zone: 'UTC',
  adminChannel: 'the member who created the digest',
  announceChannel: 'no channel',
  askChannel: 'no channel',
  uploadRole: 'none, only members with Manage Server',
  keepQuestions: 'no, only their number',
  feedback: 'no',
};
const NAMES = Object.keys(SETTING_LABELS) as readonly SettingName[];

/** The articles that are granted here, by id; only these are named. */
export type Granted = ReadonlyMap<string, unknown>;

/** Lists all settings of a server, and those that its channels override. */
export function settingsInWords(
  server: Settings,
  channels: readonly { readonly channel: string; readonly settings: Settings }[],
  granted: Granted,
): Said {
  const rows = (settings: Settings, names: readonly SettingName[]): readonly Said[] =>
    names.map((name) =>
      settings[name] === undefined
        ? ours(`- ${SETTING_LABELS[name]}: ${DEFAULTS[name]} (not set)`)
        : said`${ours(`- ${SETTING_LABELS[name]}`)}: ${settingInWords(settings, name, granted)}`,
    );
  const blocks = [
    [ours('**For the whole server**'), ...rows(server, NAMES)],
    ...channels.map(({ channel, settings }) => [
      said`**In ${mention(channel)}**`,
      ...rows(
        settings,
        NAMES.filter((name) => settings[name] !== undefined),
      ),
    ]),
  ];
  return saidTogether(
    blocks.map((block) => saidTogether(block, '\n')),
    '\n\n',
  );
}

/** The result of changing a setting: its value now, where, and which of its articles the server's own setting hides. */
export interface SettingChange {
  readonly name: SettingName;
  /** Only this setting; empty if it was reset. */
  readonly settings: Settings;
  readonly isHere: boolean;
  readonly isSame: boolean;
  readonly hidden: readonly string[];
}

/** Says what a setting is now. */
export function settingChanged({ name, settings, isHere, isSame, hidden }: SettingChange, granted: Granted): Said {
  const label = ours(SETTING_LABELS[name]);
  const where = ours(isHere ? 'for this channel' : 'for the server');
  if (settings[name] === undefined)
    return isSame ? said`Nothing to change. ${label}: not set ${where}.` : said`${label}: reset ${where}.`;
  const value = settingInWords(settings, name, granted);
  const rest = hidden.length === 0 ? ours('') : said` The server’s own setting hides ${hidden.join(', ')} here, too.`;
  return isSame
    ? said`Nothing to change. ${label}: ${value}, ${where}, as before.${rest}`
    : said`${label}: ${value}, ${where}.${rest}`;
}

/** Warns that the bot lacks permissions, named as in Discord's API, to answer questions in a channel. */
export function askChannelWarning(channel: string, permissions: readonly string[]): Said {
  const names = permissions.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')).join(', ');
  return said`Questions there get no answer yet: I am missing permissions in ${mention(channel)}: ${names}.`;
}

/** Why a setting was not changed. */
export type SettingProblem =
  | {
      readonly kind: 'server-only' | 'is-a-channel' | 'is-no-channel' | 'is-a-role' | 'is-no-role';
      readonly name: SettingName;
    }
  | {
      readonly kind:
        | 'no-channel-here'
        | 'channel-elsewhere'
        | 'not-yes-or-no'
        | 'several-articles'
        | 'no-ask-channels'
        | 'forum-for-reports';
    }
  | { readonly kind: 'unknown-article'; readonly typed: string };

/** Says why a setting was not changed, and what to do. */
export function settingProblem(problem: SettingProblem): string {
  switch (problem.kind) {
    case 'server-only':
      return `"${SETTING_LABELS[problem.name]}" can only be set for the whole server.`;
    case 'is-a-channel':
      return `"${SETTING_LABELS[problem.name]}" takes a channel. Choose it with the option "to".`;
    case 'is-no-channel':
      return `"${SETTING_LABELS[problem.name]}" does not take a channel. Give its value with the option "value".`;
    case 'is-a-role':
      return `"${SETTING_LABELS[problem.name]}" takes a role. Choose it with the option "role".`;
    case 'is-no-role':
      return `"${SETTING_LABELS[problem.name]}" does not take a role.`;
    case 'no-channel-here':
      return 'There is no channel here. In a terminal, name one with --channel.';
    case 'channel-elsewhere':
      return 'That channel is not in this server. Choose one that is.';
    case 'forum-for-reports':
      return 'Reports need a text or announcement channel: a forum only has posts.';
    case 'not-yes-or-no':
      return 'Say yes or no.';
    case 'several-articles':
      return 'Name one article.';
    case 'no-ask-channels':
      return 'This bot cannot read messages that do not mention it. Ask channels work once whoever runs it sets ASK_CHANNELS=on (see HOSTING.md).';
    case 'unknown-article':
      return noSuchArticle(problem.typed);
    default:
      return problem satisfies never;
  }
}

/** Said if deleting what is stored about a server was not confirmed. */
export function notForgotten(): string {
  return 'Nothing was deleted. Choose "sure: True" to delete the settings, the digests and their history, and the articles that members of this server have added.';
}

/** How much was deleted of what was stored about a server. */
type Deleted = Readonly<Record<'settings' | 'schedules' | 'occurrences', number>>;

/** Says what was deleted of what was stored about a server, and which articles that it had added could not be. */
export function forgotten({ settings, schedules, occurrences }: Deleted, added: ForgottenArticles): string {
  const { articles, left, reason } = added;
  const all = settings + schedules + occurrences + articles;
  const counts = [
    counted(settings, 'setting'),
    counted(schedules, 'digest'),
    counted(occurrences, 'run'),
    ...(articles > 0 ? [counted(articles, 'added article')] : []),
  ];
  const deleted =
    all === 0 ? 'This server had no settings and no digests to delete.' : `Deleted: ${counts.join(', ')}.`;
  if (left === 0 || reason === undefined) return deleted;
  return `${deleted} ${left === 1 ? '1 article' : `${left} articles`} that this server has added could not be deleted: ${WRITE_TROUBLES[reason]}. Whoever runs the bot can delete what is left.`;
}

/** Formats a setting's value; articles that are not granted here are counted, not named. */
function settingInWords(settings: Settings, name: SettingName, granted: Granted): string | Piece {
  switch (name) {
    case 'articles':
      return articlesInWords(settings.articles ?? [], granted);
    case 'defaultArticle':
      return articlesInWords([settings.defaultArticle ?? ''], granted);
    case 'hide':
    case 'keepQuestions':
    case 'feedback':
      return settings[name] === true ? 'yes' : 'no';
    case 'zone':
      return zoneInWords(settings.zone ?? 'UTC');
    case 'adminChannel':
    case 'announceChannel':
    case 'askChannel':
      return mention(settings[name] ?? '');
    case 'uploadRole':
      return roleMention(settings[name] ?? '');
    default:
      return name satisfies never;
  }
}

function articlesInWords(ids: readonly string[], granted: Granted): string {
  const named = ids.filter((id) => granted.has(id));
  const rest = ids.length - named.length;
  return [...named, ...(rest === 0 ? [] : [`${rest} not available here`])].join(', ');
}
