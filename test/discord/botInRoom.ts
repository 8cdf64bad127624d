import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openApp, type App } from '../../src/app/app.ts';
import type { Article } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import type { UploadLimits } from '../../src/intake/upload.ts';
import type { Bot } from '../../src/discord/bot.ts';
import type { RateLimit } from '../../src/discord/interactions/rateGate.ts';
import { startPosting } from '../../src/discord/posting/startPosting.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { passageLinks } from '../../src/reader/passageLinks.ts';
import { createReader } from '../../src/reader/serveReader.ts';
import { startRoom, type Room } from 'discord-room';
import { newDatabase, newOwnDatabase } from '../fixtures/testStore.ts';
import { connectBot, type Connected } from './connectBot.ts';
import { interact, roomInfo, slash, type Answered, type RoomInfo, type RoomMember } from 'discord-room/member';

/** A component as the room gives it back. */
export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly file?: { readonly url: string };
  readonly components?: readonly Component[];
}

/** The bot with these articles, connected to a room of its own. */
export interface BotInRoom {
  readonly app: App;
  readonly room: Room;
  /** The bot of the gateway. Throws if interactions come over HTTP: use it only in tests of what the gateway brings. */
  readonly bot: Bot;
  readonly connected: Connected;
  readonly info: RoomInfo;
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  /** Uses a slash command, as the first member unless given. */
  readonly use: (name: string, options?: Readonly<Record<string, unknown>>, member?: RoomMember) => Promise<Answered>;
  /** Presses the first button whose label fits. */
  readonly press: (answered: Answered, label: RegExp, member?: RoomMember) => Promise<Answered>;
  /** Chooses the first entry of a select whose label fits. */
  readonly choose: (answered: Answered, label: RegExp, member?: RoomMember) => Promise<Answered>;
  /** The folder of the articles. */
  readonly corpus: string;
  /** Ends the bot and starts it again, on the same articles and database; the room goes on. Needs `keeps`, and does not post. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BotInRoomOptions {
  /** Where citations lead, as with `PUBLIC_URL`; `room` is the reader that the room serves. Default: nowhere. */
  readonly reader?: string;
  /** Earlier editions of the articles, which are kept. */
  readonly earlier?: readonly Article[];
  /** Whether digests are posted. Default: no. */
  readonly posts?: boolean;
  /** Whether ask channels are on, and with them the message content intent. Default: no. */
  readonly asks?: boolean;
  /** Who may see which article, as `access.json`. Default: there is none. */
  readonly access?: Readonly<Record<string, readonly string[]>>;
  /** Whether documents can be added, and the limits. Default: they cannot. */
  readonly uploads?: Partial<UploadLimits>;
  /** The time; default: the present. */
  readonly clock?: () => Date;
  /** Whether the database outlives the bot. Default: no. */
  readonly keeps?: boolean;
  /** What a member may use. Default: more than any test does. */
  readonly limit?: RateLimit;
}

/** Starts the real bot on a corpus of these articles, in a room that holds nobody up. */
export async function startBotInRoom(
  articles: readonly Article[],
  {
    reader,
    earlier = [],
    posts = false,
    asks = false,
    access,
    uploads,
    keeps = false,
    clock = () => new Date(),
    limit = { commands: 1000, windowMs: 1000 },
  }: BotInRoomOptions = {},
): Promise<BotInRoom> {
  const corpus = await mkdtemp(join(tmpdir(), 'corpus-'));
  for (const article of [...earlier, ...articles])
    await writeArticle(corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
  if (access) await writeFile(join(corpus, 'access.json'), JSON.stringify(access));
  const database = keeps ? await newDatabase() : await newOwnDatabase();
  const reopen = async (): Promise<App> => {
    const opened = await openApp({
      corpus,
      uploads,
      clock,
      database,
      limits: { perServer: 25, minMinutes: 15 },
      answersAskChannels: asks,
    });
    if (opened.kind === 'refused') throw new Error(opened.reason);
    return opened.app;
  };
  let app = await reopen();
  const room = await startRoom({
    rateLimits: false,
    privilegedIntents: asks ? 1 << 15 : 0,
    recordFile: process.env['RAPPORTEUR_TEST_RECORD'],
    fallback: createReader(() => ({ ...app.library(), editions: app.editions.kept })),
  });
  const logged: string[] = [];
  const address = reader === 'room' ? room.address : reader;
  const common = {
    token: room.token,
    api: `${room.address}/api`,
    links:
      address === undefined
        ? () => undefined
        : passageLinks({ reader: () => address, articles: () => app.library().articles }),
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
  };
  const connect = (): Promise<Connected> => {
    const { commands, contextFor, askChannel, added } = app;
    return connectBot(app, room, { ...common, commands, contextFor, askChannel, uploads: app.uploads, added, limit });
  };
  let connected = await connect();
  const posting = posts
    ? await startPosting({ ...common, places: connected.places, app, metrics: createMetrics() })
    : undefined;
  const info = await roomInfo(room);
  const first = info.members[0]!;
  const touch = (answered: Answered, data: object, member: RoomMember): Promise<Answered> =>
    interact(room, member, {
      type: 3,
      channel_id: answered.body.message.channel_id,
      message_id: answered.body.message.id,
      message_flags: answered.body.message.flags,
      data,
    });
  return {
    get app() {
      return app;
    },
    room,
    get connected() {
      return connected;
    },
    get bot() {
      if (!connected.bot) throw new Error('there is no gateway');
      return connected.bot;
    },
    info,
    logged,
    corpus,
    async use(name, options = {}, member = first) {
      const { subcommand, ...rest } = options;
      const typed = Object.entries(rest).map(([key, value]) => ({ type: typeOf(name, key, value), name: key, value }));
      const nested = subcommand === undefined ? typed : [{ type: 1, name: subcommand, options: typed }];
      return interact(room, member, await slash(room, name, nested));
    },
    press(answered, label, member = first) {
      const button = componentsOf(answered).find(
        ({ type, label: words = '', disabled }) => type === 2 && disabled !== true && label.test(words),
      );
      if (!button?.custom_id) throw new Error(`There is no button ${String(label)} on ${textOf(answered)}`);
      return touch(answered, { component_type: 2, custom_id: button.custom_id }, member);
    },
    choose(answered, label, member = first) {
      const [found] = componentsOf(answered).flatMap(({ custom_id: id, options = [] }) =>
        options.filter(({ label: words }) => label.test(words)).map(({ value }) => ({ id, value })),
      );
      if (!found) throw new Error(`There is no entry ${String(label)} on ${textOf(answered)}`);
      return touch(answered, { component_type: 3, custom_id: found.id, values: [found.value] }, member);
    },
    async restart() {
      await connected.close(1000);
      await app.close();
      app = await reopen();
      connected = await connect();
    },
    async close() {
      await posting?.close();
      await connected.close(1000);
      await room.close();
      await app.close();
      await rm(corpus, { recursive: true });
    },
  };
}

function typeOf(command: string, name: string, value: unknown): number {
  if (typeof value === 'boolean') return 5;
  if (typeof value === 'number') return 4;
  if (name === 'mention') return command === 'digest' ? 8 : 6;
  if (command === 'settings' && name === 'role') return 8;
  return name === 'channel' || (command === 'settings' && name === 'to') ? 7 : 3;
}

/** Lists a message's components, the nested ones too. */
export function componentsOf(answered: Answered): readonly Component[] {
  const walk = (component: Component): readonly Component[] => [
    component,
    ...(component.components ?? []).flatMap(walk),
  ];
  return (answered.body.message.components as readonly Component[]).flatMap(walk);
}

/** Gives a message's text displays, a line each. */
export function textOf(answered: Answered): string {
  return componentsOf(answered)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}
