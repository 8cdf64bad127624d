import { isDeepStrictEqual } from 'node:util';
import type { Audience } from '../access/access.ts';
import type { Answer } from '../answer/answer.ts';
import { channel as mention, ours, said, saidTogether, type Piece } from '../answer/said.ts';
import { nearest } from '../language/nearest.ts';
import { noteAnnounced } from '../settings/announced.ts';
import { forget } from '../settings/forget.ts';
import { channelsWithSettings, readOwnSettings } from '../settings/readSettings.ts';
import { counted } from '../reply/words/counted.ts';
import type { SettingName, Settings } from '../settings/settings.ts';
import { writeSetting, type Setting } from '../settings/writeSetting.ts';
import { zoneInWords } from '../settings/zones/zone.ts';
import { invalid } from './checkOptions.ts';
import type { CommandOptions } from './command.ts';
import type { CommandContext } from './context.ts';
import { zoneOption } from './zoneOption.ts';

const NAMES: Readonly<Record<string, SettingName>> = {
  articles: 'articles',
  'default-article': 'defaultArticle',
  hide: 'hide',
  zone: 'zone',
  'admin-channel': 'adminChannel',
  'announce-channel': 'announceChannel',
};
const LABELS: Readonly<Record<SettingName, string>> = {
  articles: 'Articles that members see',
  defaultArticle: 'Default article',
  hide: 'Hide replies',
  zone: 'Time zone of digests',
  adminChannel: 'Digest failures are reported to',
  announceChannel: 'New articles are announced in',
};
const STANDARD: Readonly<Record<SettingName, string>> = {
  articles: 'all that are available here',
  defaultArticle: 'none',
  hide: 'no',
  zone: 'UTC',
  adminChannel: 'whoever made the digest',
  announceChannel: 'no channel',
};
/** Settings that hold for a whole server. */
const SERVER_ONLY: readonly SettingName[] = ['zone', 'adminChannel', 'announceChannel'];

/** Shows what is set for the server, and for each channel that has settings of its own. */
export async function showSettings(
  _options: CommandOptions,
  guild: string,
  { store, granted }: CommandContext,
): Promise<Answer> {
  const open = await store();
  const available = granted.articles;
  const server = await readOwnSettings(open, { guild });
  const lines = (Object.keys(LABELS) as SettingName[]).map((name) =>
    server[name] === undefined
      ? ours(`- ${LABELS[name]}: ${STANDARD[name]} (not set)`)
      : said`${ours(`- ${LABELS[name]}`)}: ${show(server, name, available)}`,
  );
  const blocks = [saidTogether([ours('**For the whole server**'), ...lines], '\n')];
  for (const channel of await channelsWithSettings(open, guild)) {
    const own = await readOwnSettings(open, { guild, channel });
    const rows = (Object.keys(own) as SettingName[]).map(
      (name) => said`${ours(`- ${LABELS[name]}`)}: ${show(own, name, available)}`,
    );
    blocks.push(saidTogether([said`**In ${mention(channel)}**`, ...rows], '\n'));
  }
  return { kind: 'notice', ...saidTogether(blocks, '\n\n') };
}

/** Sets one setting, or resets it if no value is given. */
export async function setSetting(options: CommandOptions, guild: string, context: CommandContext): Promise<Answer> {
  const name = NAMES[String(options['setting'])]!;
  const here = options['here'] === true;
  if (here && SERVER_ONLY.includes(name))
    return invalid('here', `"${LABELS[name]}" can only be set for the whole server.`);
  if (here && context.caller.channel === undefined)
    return invalid('here', 'Say which channel is meant; in a terminal, with --channel.');
  const setting = parseSetting(name, options, context);
  if ('kind' in setting) return setting;
  if (await isElsewhere(setting, guild, context))
    return invalid('to', 'That channel is not in this server. Choose one that is.');
  const store = await context.store();
  const place = { guild, ...(here ? { channel: context.caller.channel } : {}) };
  const before = (await readOwnSettings(store, place))[name];
  const label = ours(LABELS[name]);
  const where = ours(here ? 'for this channel' : 'for the server');
  const isSame = isDeepStrictEqual(before, setting.value);
  if (isSame && before === undefined)
    return { kind: 'notice', ...said`Nothing to change. ${label}: not set ${where}.` };
  const value =
    setting.value === undefined ? undefined : show({ [name]: setting.value }, name, context.granted.articles);
  const rest =
    here && name === 'articles' && setting.value !== undefined
      ? await leftOut(setting.value as readonly string[], guild, context)
      : '';
  if (isSame && value !== undefined)
    return { kind: 'notice', ...said`Nothing to change. ${label}: ${value}, ${where}, as before.${rest}` };
  if (name === 'announceChannel' && setting.value !== undefined)
    await noteKnown({ guild, channel: setting.value as string }, context);
  await writeSetting(store, place, setting);
  if (value === undefined) return { kind: 'notice', ...said`${label}: reset ${where}.` };
  return { kind: 'notice', ...said`${label}: ${value}, ${where}.${rest}` };
}

/** Deletes everything stored about a server. */
export async function forgetServer(
  { sure }: CommandOptions,
  guild: string,
  { store }: CommandContext,
): Promise<Answer> {
  if (sure !== true)
    return invalid(
      'sure',
      'Nothing was deleted. Choose "sure: True" to delete the settings, the digests and their history.',
    );
  const { settings, schedules, occurrences } = await forget(await store(), guild);
  if (settings + schedules + occurrences === 0)
    return { kind: 'notice', text: 'There were no settings and no digests of this server to delete.' };
  return {
    kind: 'notice',
    text: `Deleted: ${counted(settings, 'setting')}, ${counted(schedules, 'digest')}, ${counted(occurrences, 'run')}.`,
  };
}

/** Notes the articles there are as known to a server, so that only later ones are announced. */
async function noteKnown(place: Audience & { readonly guild: string }, context: CommandContext): Promise<void> {
  const { store, libraryAt, now } = context;
  const open = await store();
  for (const article of (await libraryAt(place)).articles.keys())
    await noteAnnounced(open, { guild: place.guild, article, now: now.getTime() });
}

/** Whether a setting names a channel of another server. */
async function isElsewhere({ name, value }: Setting, guild: string, { posting }: CommandContext): Promise<boolean> {
  if (typeof value !== 'string' || (name !== 'adminChannel' && name !== 'announceChannel')) return false;
  return (await posting?.preflight(value, guild))?.kind === 'elsewhere';
}

/** Says which of a channel's articles stay hidden there, since a channel can only narrow what its server sees. */
async function leftOut(ids: readonly string[], guild: string, { store }: CommandContext): Promise<string> {
  const { articles } = await readOwnSettings(await store(), { guild });
  const hidden = ids.filter((id) => articles?.some((other) => other === id) === false);
  return hidden.length === 0 ? '' : ` The server’s own setting hides ${hidden.join(', ')} here, too.`;
}

function parseSetting(
  name: SettingName,
  options: CommandOptions,
  { granted: { articles: available } }: CommandContext,
): Setting | ReturnType<typeof invalid> {
  const value = typeof options['value'] === 'string' ? options['value'] : undefined;
  if (name === 'adminChannel' || name === 'announceChannel') {
    if (value !== undefined) return invalid('value', 'Choose the channel with the option "to".');
    return { name, value: typeof options['to'] === 'string' ? options['to'] : undefined };
  }
  if (options['to'] !== undefined)
    return invalid('to', `"${LABELS[name]}" is not a channel; give its value with the option "value".`);
  if (value === undefined) return { name, value: undefined };
  if (name === 'zone') {
    const zone = zoneOption('value', value);
    return typeof zone === 'string' ? { name, value: zone } : zone;
  }
  if (name === 'hide')
    return /^(?:yes|true|no|false)$/iu.test(value)
      ? { name, value: /^(?:yes|true)$/iu.test(value) }
      : invalid('value', 'Say yes or no.', ['yes', 'no']);
  const ids = [...available.keys()];
  const wanted = value.split(/[,\s]+/u).filter((id) => id !== '');
  const unknown = wanted.find((id) => !available.has(id));
  if (unknown !== undefined)
    return invalid('value', `No article "${unknown.slice(0, 60)}" is available here.`, nearest(unknown, ids));
  const articles = wanted.map((id) => available.get(id)!.id);
  if (name === 'articles') return { name, value: articles };
  return articles.length === 1 ? { name, value: articles[0]! } : invalid('value', 'Name one article.');
}

/** Writes a setting's value, without the names of articles that are not granted here (any more). */
function show(settings: Settings, name: SettingName, available: ReadonlyMap<string, unknown>): string | Piece {
  const value = settings[name];
  if (name === 'articles' || name === 'defaultArticle') {
    const ids = [value].flat().map(String);
    const named = ids.filter((id) => available.has(id));
    const rest = ids.length - named.length;
    return [...named, ...(rest === 0 ? [] : [`${rest} not available here`])].join(', ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'adminChannel' || name === 'announceChannel') return mention(String(value));
  if (name === 'zone') return zoneInWords(String(value));
  return String(value);
}
