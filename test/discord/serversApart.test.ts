import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ApplicationCommandOptionType, MessageFlags, type Interaction, type Message } from 'discord.js';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../../src/app/app.ts';
import { createDigestDrafts } from '../../src/discord/digests/digestDrafts.ts';
import type { Article } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { isSlash, type OptionDefinition } from '../../src/command/command.ts';
import { subcommandsOf } from '../../src/command/subcommands.ts';
import { announceArticles } from '../../src/discord/posting/announceArticles.ts';
import type { BotContext } from '../../src/discord/interactions/botContext.ts';
import { handleInteraction } from '../../src/discord/interactions/handleInteraction.ts';
import { handleMessage } from '../../src/discord/messages/handleMessage.ts';
import { lookUpChannel } from '../../src/discord/posting/lookUpChannel.ts';
import { renderAnnouncement } from '../../src/discord/posting/renderAnnouncement.ts';
import { placeOf } from '../../src/discord/interactions/callerOf.ts';
import { renderRun } from '../../src/discord/posting/renderRun.ts';
import { createLinkSigner } from '../../src/reader/linkSigner.ts';
import { passageLinks } from '../../src/reader/passageLinks.ts';
import { createReader } from '../../src/reader/serveReader.ts';
import { readableArticles, signedLinks } from '../../src/reader/signedLinks.ts';
import { encodeRequest } from '../../src/reply/controls/request.ts';
import { failureNotice } from '../../src/reply/words/digests/failureNotice.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { history } from '../../src/schedule/runs/history.ts';
import type { Content } from '../../src/schedule/schedule.ts';
import { listSchedules } from '../../src/schedule/schedules.ts';
import { claimAnnouncements, finishAnnouncement } from '../../src/settings/announcements.ts';
import { forget } from '../../src/settings/forget.ts';
import { writeSetting } from '../../src/settings/writeSetting.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import { createQueue } from '../../src/runtime/steps/createQueue.ts';
import { articleOf } from '../fixtures/article.ts';
import { addSchedule, MONDAY } from '../fixtures/schedules.ts';
import { BOT, createOfflineDiscord, type OfflineDiscord, type Sent } from './offlineDiscord.ts';

/**
 * What is granted nowhere in a place must not be sent there: no id, title, word, name, date or edition of it. What a member
 * typed may be repeated to them. An oracle of a few lines, which shares no code with the bot, says what may be seen where.
 */

const READER = 'https://briefs.example';
const MANAGE_GUILD = '32';
const ROLES = ['300000000000000001', '300000000000000002'];
const USERS = ['400000000000000001', '400000000000000002'];
const [A, B, UNJOINED] = ['100000000000000001', '100000000000000002', '100000000000000003'] as const;

interface Place {
  readonly guild?: string;
  readonly channel: string;
  readonly parent?: string;
  /** The bot is not a member of the server, and cannot look at its channels. */
  readonly isUnknown?: boolean;
}
const THREAD: Place = { guild: A, channel: '200000000000000003', parent: '200000000000000001' };
const PLACES: readonly Place[] = [
  { guild: A, channel: '200000000000000001' },
  { guild: A, channel: '200000000000000002' },
  THREAD,
  { guild: B, channel: '200000000000000011' },
  { guild: UNJOINED, channel: '200000000000000021', isUnknown: true },
  { channel: '200000000000000031' },
];
const POSTABLE = PLACES.filter(({ guild }) => guild === A || guild === B) as readonly (Place & {
  readonly guild: string;
})[];
const GRANTEES = [
  'everyone',
  'direct messages',
  ...[A, B, UNJOINED].map((id) => `server ${id}`),
  ...PLACES.map(({ channel }) => `channel ${channel}`),
  ...ROLES.map((id) => `role ${id}`),
];

/** An article whose every word is its own. */
interface Marked {
  readonly article: Article;
  /** In lower case. */
  readonly marks: readonly string[];
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
const marked = [0, 1, 2, 3, 4].map((number): Marked => {
  let count = 0;
  const word = (): string => {
    let [rest, text] = [(number * 41 + (count += 1)) * 7919 + 104_729, ''];
    for (let at = 0; at < 5; at += 1) {
      text += SYLLABLES[rest % 20]!;
      rest = Math.floor(rest / 20) + at * 3 + number;
    }
    return text;
  };
  const name = (): string => word().replace(/^./u, (first) => first.toUpperCase());
  const id = `${number % 2 === 0 ? 'even' : 'odd'}-${word()}`;
  const shared = 'The harbour';
  const texts = [
    ['title', `${name()} ${name()}`],
    ['standfirst', `${shared} of ${name()} is closed.`],
    [
      'paragraph',
      `${shared} ${word()} was sold to ${name()} on ${3 + number} May 201${number}.`,
      `Its ${word()} sailed in March 202${number}.`,
    ],
    ['heading', `About ${name()}`],
    ['paragraph', `${shared} ${word()} opened in ${name()} last summer.`, `Nobody ${word()} there since.`],
    ['caption', `A ${word()} in winter.`],
  ] as const;
  const article = articleOf(id, texts, {
    author: [`${name()} ${name()}`],
    publisher: name(),
    url: `https://${word()}.example/a`,
  });
  const own = `${id.split('-')[1]!} ${article.source} ${article.author!.join(' ')} ${article.publisher!} ${article.url!}`;
  const common = new Set(
    'the harbour of is closed was sold to on may its sailed in march about opened last summer nobody there since a winter https example'.split(
      ' ',
    ),
  );
  const words = own
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((each) => each.length > 3 && !common.has(each));
  return { article, marks: [...new Set([...words, article.edition.slice(0, 8)])] };
});
const articles = marked.map(({ article }) => article);

const signer = createLinkSigner(() => Buffer.alloc(32, 1));
let folder: string;
let app: App;
let discord: OfflineDiscord;
let context: BotContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apart-'));
  await writeFile(join(folder, 'access.json'), '{}');
  for (const article of articles)
    await writeArticle(folder, article, { extension: '.txt', bytes: Buffer.from(article.source) });
  let now: App | undefined;
  const reader = (): string => READER;
  const links = signedLinks(passageLinks({ reader, articles: () => now?.library().articles ?? new Map() }), {
    reader,
    access: () => now!.access(),
    signer,
  });
  const opened = await openApp({
    corpus: folder,
    database: IN_MEMORY,
    limits: { perServer: 25, minMinutes: 15 },
    links,
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  ({ app } = opened);
  now = app;
  discord = createOfflineDiscord([guildOf(A), guildOf(B)]);
  const { client } = discord;
  app.setPosting({
    preflight: async (channel, guild) => {
      const view = await lookUpChannel(client, channel);
      return view.kind !== 'channel'
        ? { kind: view.kind }
        : view.guild === guild
          ? { kind: 'ok' }
          : { kind: 'elsewhere' };
    },
    placeOf: async (place) => {
      const { parent } = PLACES.find(({ channel }) => channel === place.channel) ?? {};
      return { ...place, ...(parent === undefined ? {} : { parent }) };
    },
    look: async () => undefined,
    isMentionable: async () => undefined,
    wake: () => {},
    follow: async () => undefined,
  });
  context = {
    commands: app.commands,
    contextFor: app.contextFor,
    links,
    log: pino({ level: 'silent' }),
    count: () => {},
    enter: () => ({ admitted: true }),
    // What is pressed here must not delete what is drawn.
    added: { ...app.added, remove: async () => ({ kind: 'gone' }) },
    once: () => true,
    drafts: createDigestDrafts(),
    queue: createQueue(),
  };
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

function guildOf(id: string): object {
  const own = PLACES.filter(({ guild }) => guild === id);
  const channel = ({ channel: each, parent }: Place) => ({
    id: each,
    guild_id: id,
    name: 'c',
    type: parent === undefined ? 0 : 11,
    ...(parent === undefined ? {} : { parent_id: parent, thread_metadata: { archived: false } }),
  });
  return {
    id,
    name: 'G',
    owner_id: '1',
    roles: [
      { id, name: '@everyone', permissions: '8' },
      ...ROLES.map((role) => ({ id: role, name: 'r', permissions: '0' })),
    ],
    members: [{ user: { id: BOT, username: 'bot', bot: true }, roles: [] }],
    channels: own.filter(({ parent }) => parent === undefined).map(channel),
    threads: own.filter(({ parent }) => parent !== undefined).map(channel),
  };
}

// What is drawn.

type Grants = Readonly<Record<string, readonly string[]>>;
interface SettingStep {
  readonly at: number;
  readonly wholeServer: boolean;
  readonly ids: readonly string[];
}

const ids = articles.map(({ id }) => id as string);
const patterns = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ids) },
  { weight: 1, arbitrary: fc.constantFrom('*', 'even-*', 'odd-?*') },
);
const grants: fc.Arbitrary<Grants> = fc.dictionary(patterns, fc.subarray(GRANTEES, { minLength: 0, maxLength: 3 }), {
  maxKeys: 5,
  noNullPrototype: true,
});
const settings: fc.Arbitrary<readonly SettingStep[]> = fc.array(
  fc.record({
    at: fc.nat({ max: POSTABLE.length - 1 }),
    wholeServer: fc.boolean(),
    ids: fc.subarray(ids, { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 4 },
);

/** Words as members type them: what an article says, whole or nearly, and how it can be referred to. */
const typed = fc
  .tuple(fc.constantFrom(...marked), fc.nat({ max: 999 }), fc.nat({ max: 12 }))
  .map(([{ article, marks }, choice, form]) => {
    const { id, title, edition } = article;
    const mark = marks[choice % marks.length]!;
    const forms = [
      mark,
      mark.slice(0, -1),
      id,
      id.slice(0, -2),
      title,
      title.slice(0, 4),
      `${id}/¶1@${edition.slice(0, 8)}`,
      `${id}/¶2`,
      `${READER}/read/${id}#p1`,
      '¶1',
      'harbour',
      'Who sold the harbour in 2012?',
      article.source.slice(30, 90),
    ];
    return forms[form]!;
  });

const commandNames = [
  'ask',
  'quote',
  'verify',
  'summary',
  'event',
  'section',
  'cite',
  'sources',
  'help',
  'digest',
  'digest',
  'digest',
  'settings',
  'settings',
];
const use = fc.record({
  kind: fc.constantFrom(
    'command',
    'command',
    'command',
    'autocomplete',
    'autocomplete',
    'menu',
    'mention',
    'reply',
    'reply',
    'forged',
    'modal',
  ),
  command: fc.constantFrom(...commandNames),
  subcommand: fc.nat({ max: 20 }),
  texts: fc.array(typed, { minLength: 4, maxLength: 4 }),
  article: fc.option(typed),
  given: fc.array(fc.nat({ max: 40 }), { minLength: 14, maxLength: 14 }),
  at: fc.nat({ max: PLACES.length - 1 }),
  user: fc.nat({ max: 1 }),
  press: fc.array(fc.nat({ max: 200 }), { maxLength: 2 }),
  post: fc.boolean(),
});
type Use = typeof use extends fc.Arbitrary<infer Value> ? Value : never;

const contents: fc.Arbitrary<Content> = fc
  .tuple(fc.option(fc.constantFrom(...articles)), fc.nat({ max: 4 }), fc.constantFrom('brief', 'full'))
  .map(([about, kind, length]) => {
    const article = about ? { article: about.id } : {};
    const one = about ?? articles[0]!;
    const heading = one.source.split('\n').find((line) => line.startsWith('About'))!;
    const all: readonly Content[] = [
      { kind: 'sections', ...article, length, after: 'wrap' },
      { kind: 'summary', ...article, length },
      { kind: 'events', ...article, length, which: 'all' },
      { kind: 'quote', ...article, length },
      { kind: 'section', article: one.id, section: heading, length },
    ];
    return all[kind]!;
  });

/** Which server has added each article, if one has. */
const owners = fc.tuple(...articles.map(() => fc.constantFrom(undefined, undefined, A, B)));

const situation = fc.record({
  grants,
  owners,
  roles: fc.tuple(fc.subarray(ROLES), fc.subarray(ROLES)),
  settings,
  digests: fc.array(fc.record({ content: contents, at: fc.nat({ max: POSTABLE.length - 1 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  uses: fc.array(use, { minLength: 1, maxLength: 6 }),
  regrants: fc.option(grants, { freq: 2 }),
});

// The oracle.

interface World {
  readonly grants: Grants;
  /** By article, the server that alone may see it. */
  readonly owners: readonly (string | undefined)[];
  readonly settings: readonly SettingStep[];
  readonly roles: readonly (readonly string[])[];
}

/** Says which articles may be seen in a place, by everybody there or by one member. `raw` leaves settings aside. */
function maySee(
  world: World,
  place: Place,
  { user, raw }: { readonly user?: number | undefined; readonly raw: boolean },
): ReadonlySet<string> {
  const names = new Set(['everyone']);
  if (place.guild === undefined) names.add('direct messages');
  else {
    names.add(`server ${place.guild}`);
    names.add(`channel ${place.channel}`);
    if (place.parent !== undefined) names.add(`channel ${place.parent}`);
    if (user !== undefined) for (const role of world.roles[user]!) names.add(`role ${role}`);
  }
  const isOthers = (id: string): boolean => {
    const owner = world.owners[ids.indexOf(id)];
    return owner !== undefined && owner !== place.guild;
  };
  const seen = ids.filter(
    (id) =>
      !isOthers(id) &&
      Object.entries(world.grants).some(
        ([pattern, to]) =>
          new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u').test(id) &&
          to.some((name) => names.has(name)),
      ),
  );
  if (raw || place.guild === undefined) return new Set(seen);
  const last = new Map<string, readonly string[]>();
  for (const { at, wholeServer, ids: allowed } of world.settings) {
    const { guild, channel } = POSTABLE[at]!;
    last.set(wholeServer ? `server ${guild}` : `channel ${channel}`, allowed);
  }
  const levels = [`server ${place.guild}`, `channel ${place.parent}`, `channel ${place.channel}`].flatMap((key) => {
    const level = last.get(key);
    return level ? [level] : [];
  });
  return new Set(seen.filter((id) => levels.every((level) => level.includes(id))));
}

function leak(payload: string, allowed: ReadonlySet<string>, typedText: string): string | undefined {
  const [sentText, own] = [payload.toLowerCase(), typedText.toLowerCase()];
  for (const { article, marks } of marked) {
    if (allowed.has(article.id)) continue;
    const found = marks.find((mark) => sentText.includes(mark) && !own.includes(mark));
    if (found !== undefined) return found;
  }
  return undefined;
}

// The steps.

let serial = 500_000_000_000_000_000n;
const snowflake = (): string => String((serial += 4_194_304n));

function packetOf(
  place: Place,
  user: number,
  { world, isUserInstalled = false }: { readonly world: World; readonly isUserInstalled?: boolean },
) {
  const { guild, channel, parent } = place;
  const author = { id: USERS[user]!, username: `u${user}` };
  const installed =
    guild === undefined
      ? { 0: '0' }
      : isUserInstalled || place.isUnknown
        ? { 1: author.id }
        : { 0: guild, 1: author.id };
  const member = {
    user: author,
    roles: world.roles[user]!,
    permissions: user === 0 ? MANAGE_GUILD : '0',
    joined_at: null,
  };
  return {
    id: snowflake(),
    application_id: BOT,
    token: 'interaction-token',
    version: 1,
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_000_000,
    app_permissions: '32768',
    authorizing_integration_owners: installed,
    context: guild === undefined ? 1 : 0,
    channel_id: channel,
    channel: {
      id: channel,
      type: guild === undefined ? 1 : parent === undefined ? 0 : 11,
      ...(guild === undefined ? {} : { guild_id: guild }),
      ...(parent === undefined ? {} : { parent_id: parent }),
    },
    ...(guild === undefined ? { user: author } : { guild_id: guild, member }),
  };
}

async function deliver(packet: object): Promise<readonly Sent[]> {
  const before = discord.sent.length;
  const handled = new Promise<void>((resolve) => {
    discord.client.once(
      'interactionCreate',
      (interaction: Interaction) => void handleInteraction(interaction, context).then(resolve),
    );
  });
  discord.receive('InteractionCreate', packet);
  await handled;
  return discord.sent.slice(before);
}

/** Fills the options of a command with what was drawn. */
function fill(
  options: readonly OptionDefinition[],
  { command, texts, article, given }: Use,
): readonly { readonly type: number; readonly name: string; readonly value: unknown }[] {
  return options.flatMap((option, index) => {
    const choice = given[index]!;
    const { type, name, required = false } = option;
    if (!required && choice % 3 === 0) return [];
    const value = valueOf(option, { command, text: texts[index % 4]!, article, choice });
    return value === undefined ? [] : [{ type, name, value }];
  });
}

function valueOf(
  option: OptionDefinition,
  {
    command,
    text,
    article,
    choice,
  }: { readonly command: string; readonly text: string; readonly article: string | null; readonly choice: number },
): unknown {
  const { type, name } = option;
  if (type === ApplicationCommandOptionType.Boolean) return name === 'sure' ? false : choice % 2 === 0;
  if (type === ApplicationCommandOptionType.Channel) return PLACES[choice % PLACES.length]!.channel;
  if (type === ApplicationCommandOptionType.Role) return ROLES[choice % 2]!;
  if (type === ApplicationCommandOptionType.Attachment) return undefined;
  if (type === ApplicationCommandOptionType.User) return USERS[choice % 2]!;
  if (type === ApplicationCommandOptionType.Integer) return choice;
  if ('choices' in option && option.choices) return option.choices[choice % option.choices.length]!.value;
  if (name === 'article') return article ?? undefined;
  if (name === 'when') return 'daily 9:00';
  if (name === 'zone' || name === 'until' || name === 'from' || name === 'to' || name === 'day') return undefined;
  // What a digest is called is its maker's word, and shown to whoever manages the server.
  if (name === 'name' && command === 'digest') return choice % 4 === 0 ? `Own ${choice}` : 'Digest 0';
  if (name === 'rename') return undefined;
  return text;
}

interface Pressable {
  readonly customId: string;
  readonly value?: string;
}

function pressables(
  components: readonly {
    readonly custom_id?: string;
    readonly type: number;
    readonly options?: readonly { readonly value: string }[];
    readonly components?: readonly never[];
  }[],
): readonly Pressable[] {
  return components.flatMap((each) => [
    ...(each.type === 2 && each.custom_id !== undefined ? [{ customId: each.custom_id }] : []),
    ...(each.type === 3 && each.custom_id !== undefined
      ? each.options!.map(({ value }) => ({ customId: each.custom_id!, value }))
      : []),
    ...pressables(each.components ?? []),
  ]);
}

/** What members say to an answer without naming its article. */
const FOLLOW_UPS = [
  'why?',
  'and in Germany?',
  'when was that?',
  'go on',
  'are you sure?',
  'who said that?',
  'summary of it',
  'outline',
  'what does it conclude?',
  'and the harbour?',
];

/** An answer of the bot as it stands in a channel: it quotes an article and its controls name it. */
function answerAbout({ article }: Marked, form: number): object {
  const { id, edition, source } = article;
  const text = `${id}/¶${1 + (form % 2)}.1@${edition.slice(0, 8)}`;
  const requests = [
    { command: 'quote', options: { text, scope: 'paragraph' } },
    { command: 'cite', options: { reference: text, format: 'apa' } },
    { command: 'summary', options: { article: id } },
  ];
  return {
    id: snowflake(),
    author: { id: BOT, username: 'bot', bot: true },
    type: 0,
    content: '',
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: 10, id: 9001, content: '**Question:** Who sold the harbour?' },
      { type: 10, id: 2, content: `> ${source.slice(0, 60).replaceAll('\n', ' ')}` },
      {
        type: 1,
        id: 3,
        components: [
          { type: 2, id: 4, style: 2, label: 'x', custom_id: encodeRequest(requests[form % requests.length]!)! },
        ],
      },
    ],
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    timestamp: new Date(MONDAY).toISOString(),
  };
}

interface Shown {
  readonly components: readonly never[];
  readonly flags: number;
}

test('no answer, list, digest, announcement or page contains a byte of an article that is not granted there', async () => {
  let [payloads, replies] = [0, 0];
  await fc.assert(
    fc.asyncProperty(situation, async (drawn) => {
      const store = await app.store();
      for (const guild of [A, B, UNJOINED]) await forget(store, guild);
      let world: World = {
        grants: drawn.grants,
        owners: drawn.owners,
        settings: drawn.settings,
        roles: drawn.roles,
      };
      for (const [index, article] of articles.entries()) {
        const { [index]: server } = drawn.owners;
        const added = { ...article, ...(server === undefined ? {} : { server }) };
        await writeArticle(folder, added, { extension: '.txt', bytes: Buffer.from(article.source) });
      }
      const regrant = async (next: Grants): Promise<void> => {
        world = { ...world, grants: next };
        await writeFile(join(folder, 'access.json'), JSON.stringify(next));
        expect(await app.reload()).toMatchObject({ kind: 'taken-up' });
      };
      await regrant(drawn.grants);
      const putSettings = async (): Promise<void> => {
        await store.db.deleteFrom('setting').where('name', '=', 'articles').execute();
        for (const { at, wholeServer, ids: allowed } of drawn.settings) {
          const { guild, channel } = POSTABLE[at]!;
          const value = allowed.map((id) => articles.find((article) => article.id === id)!.id);
          await writeSetting(store, wholeServer ? { guild } : { guild, channel }, { name: 'articles', value });
        }
      };
      await putSettings();
      for (const [index, { content, at }] of drawn.digests.entries()) {
        const { guild, channel } = POSTABLE[at]!;
        await addSchedule(store, { guild, channel, name: `Digest ${index}`, content });
      }

      const check = (
        what: unknown,
        text: string,
        {
          place,
          user,
          raw,
          own,
        }: { readonly place: Place; readonly user?: number | undefined; readonly raw: boolean; readonly own: string },
      ): void => {
        payloads += 1;
        const found = leak(text, maySee(world, place, { user, raw }), own);
        if (found !== undefined)
          throw new Error(`"${found}" was sent: ${JSON.stringify({ what, place, user, world })}\n${text}`);
      };

      /** Sends one interaction, checks what comes back, and returns the message shown. */
      const interact = async (
        packet: object,
        at: {
          readonly place: Place;
          readonly user: number;
          readonly raw: boolean;
          readonly own: string;
          readonly source?: Shown;
        },
      ): Promise<Shown | undefined> => {
        let shown: Shown | undefined;
        for (const { path, method, body, files } of await deliver(packet)) {
          if (method === 'GET') continue;
          const data = path.endsWith('/callback') ? (body.data ?? {}) : body;
          const isList = path.endsWith('/callback') && body.type === 8;
          const isUpdate = path.endsWith('/callback') && body.type === 7;
          const flags = isUpdate ? at.source!.flags : ((data.flags as number | undefined) ?? 0);
          const alone = isList || (flags & MessageFlags.Ephemeral) !== 0;
          check(packet, JSON.stringify([body, files]), { ...at, user: alone ? at.user : undefined });
          if (data.components) shown = { components: data.components as readonly never[], flags };
        }
        return shown;
      };

      const press = async (
        shown: Shown,
        wanted: Pressable,
        {
          place,
          user,
          owner,
          own,
        }: { readonly place: Place; readonly user: number; readonly owner: number; readonly own: string },
      ) => {
        const packet = {
          ...packetOf(place, user, { world }),
          type: 3,
          message: {
            id: snowflake(),
            channel_id: place.channel,
            author: { id: BOT, username: 'bot' },
            content: '',
            components: shown.components,
            flags: shown.flags | MessageFlags.IsComponentsV2,
            interaction_metadata: {
              id: snowflake(),
              type: 2,
              user: { id: USERS[owner]!, username: 'u' },
              authorizing_integration_owners: {},
            },
          },
          data:
            wanted.value === undefined
              ? { component_type: 2, custom_id: wanted.customId }
              : { component_type: 3, custom_id: wanted.customId, values: [wanted.value] },
        };
        const raw = /^1\|(?:digest|settings)/u.test(wanted.customId);
        return interact(packet, { place, user, raw, own, source: shown });
      };

      const step = async (each: Use): Promise<void> => {
        const { kind, command: name, texts, given, user } = each;
        const place = PLACES[each.at]!;
        const { definition } = app.commands.get(name)!;
        const own = [...texts, each.article ?? ''].join(' ');
        if (kind === 'mention' || kind === 'reply') {
          if (place.isUnknown) return;
          const answer = answerAbout(marked[given[2]! % marked.length]!, given[3]!);
          const said = kind === 'mention' ? texts[0]! : FOLLOW_UPS[given[4]! % FOLLOW_UPS.length]!;
          const before = discord.sent.length;
          const handled = new Promise<void>((resolve) => {
            discord.client.once(
              'messageCreate',
              (message: Message) => void handleMessage(message, context).then(resolve),
            );
          });
          const { channel_id, guild_id, channel } = packetOf(place, user, { world }) as never as Record<string, string>;
          const author = { id: USERS[user]!, username: 'u' };
          discord.receive('MessageCreate', {
            id: snowflake(),
            channel_id,
            author,
            type: 0,
            content: kind === 'reply' && given[5]! % 2 === 0 ? said : `<@${BOT}> ${said}`,
            ...(kind === 'reply'
              ? {
                  type: 19,
                  message_reference: { message_id: (answer as { id: string }).id, channel_id, guild_id },
                  referenced_message: { ...answer, channel_id },
                }
              : {}),
            mentions: [{ id: BOT, username: 'bot' }],
            mention_roles: [],
            attachments: [],
            embeds: [],
            timestamp: new Date(MONDAY).toISOString(),
            ...(guild_id === undefined
              ? { channel_type: 1 }
              : { guild_id, member: { roles: world.roles[user], user: author } }),
            ...(channel === undefined ? {} : {}),
          });
          await handled;
          for (const { method, body } of discord.sent.slice(before))
            if (method !== 'GET') {
              replies += kind === 'reply' && JSON.stringify(body).includes('> ') ? 1 : 0;
              check(kind, JSON.stringify(body), { place, raw: false, own: kind === 'reply' ? '' : own });
            }
          return;
        }
        if (kind === 'forged') {
          const options = {
            ...(name === 'quote' ? { text: texts[0]! } : {}),
            ...(name === 'ask' ? { question: texts[0]! } : {}),
            ...(name === 'cite' ? { reference: texts[0]!, format: 'plain' } : {}),
            ...(each.article === null ? {} : { article: each.article }),
            ...(name === 'digest' ? { subcommand: 'show', name: 'Digest 0' } : {}),
          };
          const customId = encodeRequest({ command: name, options, ...(each.post ? { post: true as const } : {}) });
          if (customId !== undefined)
            await press(
              { components: [], flags: given[0]! % 2 === 0 ? MessageFlags.Ephemeral : 0 },
              { customId },
              { place, user, owner: given[1]! % 2, own },
            );
          return;
        }
        const isUserInstalled = given[13]! % 4 === 0;
        const packet = packetOf(place, user, { world, isUserInstalled });
        if (kind === 'modal') {
          await interact(
            { ...packet, type: 5, data: { custom_id: 'x', components: [] } },
            { place, user, raw: false, own },
          );
          return;
        }
        let shown: Shown | undefined;
        if (kind === 'menu') {
          const target = {
            id: snowflake(),
            channel_id: place.channel,
            author: { id: USERS[1 - user]!, username: 'u' },
            content: texts.map((text) => `“${text}”`).join(' and '),
            components: [],
            flags: 0,
          };
          const menu = given[0]! % 2 === 0 ? 'Find in sources' : 'Check quotes';
          shown = await interact(
            {
              ...packet,
              type: 2,
              data: {
                id: '1',
                name: menu,
                type: 3,
                target_id: target.id,
                resolved: { messages: { [target.id]: target } },
              },
            },
            { place, user, raw: false, own },
          );
        } else {
          if (!isSlash(definition)) return;
          const subcommands = [...subcommandsOf(definition)];
          const [subcommand, expected] =
            subcommands.length === 0
              ? [undefined, (definition.options ?? []) as readonly OptionDefinition[]]
              : subcommands[each.subcommand % subcommands.length]!;
          const raw = name === 'digest' || name === 'settings';
          const filled = fill(expected, each);
          const focusable = expected.filter((option) => 'autocomplete' in option && option.autocomplete);
          const options =
            kind === 'command'
              ? filled
              : withFocus(
                  filled,
                  focusable[given[12]! % Math.max(1, focusable.length)],
                  texts[3]!.slice(0, given[11]! % 12),
                );
          if (!options) return;
          const nested = subcommand === undefined ? options : [{ type: 1, name: subcommand, options }];
          shown = await interact(
            { ...packet, type: kind === 'command' ? 2 : 4, data: { id: '1', name, type: 1, options: nested } },
            { place, user, raw, own },
          );
        }
        for (const choice of each.press) {
          if (!shown) return;
          const all = pressables(shown.components);
          const wanted = all[choice % Math.max(1, all.length)];
          if (!wanted) return;
          const isPrivate = (shown.flags & MessageFlags.Ephemeral) !== 0;
          const presser = isPrivate || choice % 3 !== 0 ? user : 1 - user;
          shown = (await press(shown, wanted, { place, user: presser, owner: user, own })) ?? shown;
        }
      };

      const post = async (): Promise<void> => {
        for (const schedule of [...(await listSchedules(store, A)), ...(await listSchedules(store, B))]) {
          await addRun(store, schedule, MONDAY);
          const [run] = await history(store, schedule.id, { limit: 1 });
          const place = POSTABLE.find(({ channel }) => channel === schedule.channel);
          if (!place) continue;
          const rendered = await renderRun(
            { schedule, run: run!, position: 0, late: false },
            { app, links: context.links, placeOf: (place) => placeOf(discord.client, place) },
          );
          check('digest', JSON.stringify(rendered), { place, raw: false, own: '' });
          if (rendered.kind === 'message') continue;
          const notice = failureNotice(schedule, {
            ...run!,
            state: 'failed',
            reason: rendered.kind === 'nothing' ? 'nothing' : 'content-gone',
            detail: rendered.detail,
          });
          check('notice', JSON.stringify(notice), { place: { guild: '0', channel: '0' }, raw: true, own: '' });
        }
        for (const place of POSTABLE) {
          await writeSetting(store, { guild: place.guild }, { name: 'announceChannel', value: place.channel });
          const look = (channel: string) => lookUpChannel(discord.client, channel);
          await announceArticles({ app, look, now: MONDAY, log: () => {} });
          for (const claim of await claimAnnouncements(store, { now: MONDAY, leaseMs: 1, limit: 10 })) {
            const payload = await renderAnnouncement(claim, { app, look, linkTo: () => undefined });
            const at = POSTABLE.find(({ channel }) => channel === claim.channel)!;
            check('announcement', JSON.stringify(payload ?? null), { place: at, raw: false, own: '' });
            await finishAnnouncement(store, claim, { outcome: { kind: 'posted', message: '1' }, now: MONDAY });
          }
        }
      };

      const read = async (): Promise<void> => {
        const serve = createReader((url) => readableArticles(app.library(), url, { access: app.access, signer }));
        const signed = signer.sign(`/read/${ids[0]!}`);
        const urls = [
          '/read/',
          ...ids.map((id) => `/read/${id}`),
          ...ids.map((id) => `/read/${id}${signed.slice(signed.indexOf('?'))}`),
        ];
        for (const url of urls) {
          let text = '';
          const request = Object.assign(Readable.from([]), { method: 'GET', url });
          const response = { writeHead: () => response, end: (content?: string) => (text += content ?? '') };
          await serve(request as never, response as never);
          const everyone = maySee(world, { guild: '0', channel: '0' }, { raw: true });
          const anybody = Object.entries(world.grants).some(
            ([pattern, to]) =>
              to.length > 0 && new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u').test(ids[0]!),
          );
          const allowed = url === signed && anybody ? new Set([...everyone, ids[0]!]) : everyone;
          const found = leak(text, allowed, '');
          payloads += 1;
          if (found !== undefined) throw new Error(`"${found}" was served at ${url}: ${JSON.stringify(world)}`);
        }
      };

      const play = async (): Promise<void> => {
        for (const each of drawn.uses) {
          await step(each);
          await putSettings();
        }
        await post();
        await read();
      };
      await play();
      if (drawn.regrants) {
        await regrant(drawn.regrants);
        await play();
      }
    }),
  );
  expect(payloads).toBeGreaterThan(500);
  expect(replies).toBeGreaterThan(5);
}, 1_200_000);

function withFocus<Option extends { readonly name: string }>(
  filled: readonly Option[],
  focused: OptionDefinition | undefined,
  text: string,
) {
  if (!focused) return undefined;
  return [
    ...filled.filter(({ name }) => name !== focused.name),
    { type: focused.type, name: focused.name, value: text, focused: true },
  ];
}
