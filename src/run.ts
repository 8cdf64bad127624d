import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { openApp, type App } from './app/app.ts';
import type { Article } from './article/article.ts';
import { DATABASE_FILE, readConfig, SNAPSHOTS_FOLDER, type Config } from './config.ts';
import { startBot, type Bot, type BotOptions } from './discord/bot.ts';
import { passageLinks } from './reader/passageLinks.ts';
import { createReader } from './reader/serveReader.ts';
import type { ExcerptLink } from './reply/reply.ts';
import { announceArticles } from './discord/announceArticles.ts';
import { createRest } from './discord/createRest.ts';
import { startPosting } from './discord/startPosting.ts';
import type { Delivery } from './delivery/startDelivery.ts';
import { ANNOUNCE_LEASE_MS } from './settings/announced.ts';
import { startHttp, type Http } from './http/startHttp.ts';
import { createMetrics, type Metrics } from './metrics/metrics.ts';
import { startRoom, type Room } from './room/room.ts';

/** How long interactions that were begun may take after a stop was asked for. */
const DRAIN_MS = 5000;

/** What the process is to the program: its environment, its streams, and the signals that stop it. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether people read the output, rather than a program. */
  readonly interactive: boolean;
  /** Settles at the first signal to stop, with its name. */
  readonly stop: Promise<string>;
  /** Called at each signal to read the corpus again. */
  readonly onReloadSignal: (listener: () => void) => void;
}

/**
 * Runs the bot until it is told to stop: reads the environment, opens the articles, opens the local room where there is
 * no token, connects, and answers. Gives the exit code: 2 where it could not start, which one sentence explains.
 */
export async function run(surroundings: Surroundings): Promise<0 | 2> {
  const { environment, error, out, interactive, stop } = surroundings;
  const reading = readConfig(environment);
  if (reading.kind === 'invalid') return refuse(error, reading.problems.join('\n'));
  const { config } = reading;
  const log = createLog(config, interactive);
  const { DIGESTS_PER_SERVER: perServer, DIGEST_MIN_MINUTES: minMinutes } = config;
  let readerAddress = config.PUBLIC_URL;
  let articles: App['library'] | undefined;
  const links = passageLinks({
    reader: () => readerAddress,
    articles: () => articles?.().articles ?? new Map<string, Article>(),
  });
  let announce = async (): Promise<void> => {};
  const opened = await openApp({
    corpus: config.CORPUS_DIR,
    database: join(config.DATA_DIR, DATABASE_FILE),
    limits: { perServer, minMinutes },
    links,
    watch: true,
    prepared: true,
    snapshots: join(config.DATA_DIR, SNAPSHOTS_FOLDER),
    onProblem: (sentence) => log.warn(sentence),
    onReload: (reload) => {
      log.info(reload, 'the corpus was read again');
      void announce();
    },
  });
  if (opened.kind === 'refused') return refuse(error, `Cannot load the articles: ${opened.reason}.`);
  const { app } = opened;
  articles = app.library;
  surroundings.onReloadSignal(() => void app.reload());
  const room = config.DISCORD_TOKEN === undefined ? await openRoom(config, { app, log }) : undefined;
  if (room?.kind === 'refused') {
    await app.close();
    return refuse(error, room.reason);
  }
  readerAddress ??= room?.room.address;
  const store = await app.store().catch((problem: unknown) => problem);
  if (store instanceof Error) {
    await close({ app, room: room?.room });
    return refuse(error, `${store.message}.`);
  }
  const metrics = createMetrics();
  metrics.gauge('rapporteur_articles', 'Articles that are loaded.', () => app.library().articles.size);
  const options = botOptions(config, { app, log, links, metrics, room: room?.room });
  const started = await startBot(options);
  if (started.kind === 'refused') {
    await close({ app, room: room?.room });
    return refuse(error, started.reason);
  }
  const posting = await startPosting({ ...options, client: started.bot.client, app });
  announce = createAnnouncing(options, { app, readerAddress: () => readerAddress });
  void announce();
  // What a process that died had taken on is free by then.
  const again = setTimeout(() => void announce(), ANNOUNCE_LEASE_MS + 1000);
  const http = await openHttp(config, { app, bot: started.bot, metrics, log });
  if (http?.kind === 'refused') {
    clearTimeout(again);
    await close({ app, bot: started.bot, posting, room: room?.room });
    return refuse(error, http.reason);
  }
  if (room) out(welcome(room.room, app));
  const signal = await stop;
  log.info({ signal }, 'stopping');
  clearTimeout(again);
  await http?.http.close();
  await close({ app, bot: started.bot, posting, room: room?.room });
  return 0;
}

type RoomOpening =
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'refused'; readonly reason: string };

async function openRoom(
  { ROOM_PORT: port, ROOM_RECORD: recordFile }: Config,
  { app, log }: { readonly app: App; readonly log: Logger },
): Promise<RoomOpening> {
  const fallback = createReader(() => app.library());
  const unwritable = recordFile === undefined ? undefined : await appendFile(recordFile, '').catch(codeOf);
  if (unwritable !== undefined)
    return { kind: 'refused', reason: `Cannot write to ROOM_RECORD "${recordFile}": ${unwritable}.` };
  try {
    return {
      kind: 'room',
      room: await startRoom({ port, recordFile, fallback, log: (event, message) => log.warn(event, message) }),
    };
  } catch (error) {
    const code = codeOf(error);
    const reason =
      code === 'EADDRINUSE' ? 'another program uses it; set ROOM_PORT to another one, or to 0 for any' : code;
    return { kind: 'refused', reason: `Cannot open the room on port ${port}: ${reason}.` };
  }
}

function botOptions(
  config: Config,
  {
    app,
    log,
    links,
    metrics,
    room,
  }: {
    readonly app: App;
    readonly log: Logger;
    readonly links: ExcerptLink;
    readonly metrics: Metrics;
    readonly room: Room | undefined;
  },
): BotOptions & { readonly metrics: Metrics } {
  return {
    token: room?.token ?? config.DISCORD_TOKEN ?? '',
    api: room ? `${room.address}/api` : config.DISCORD_API,
    guild: config.DISCORD_GUILD,
    commands: app.commands,
    contextFor: app.contextFor,
    log,
    limit: { commands: config.COMMANDS_PER_WINDOW, windowMs: config.COMMAND_WINDOW_SECONDS * 1000 },
    links,
    metrics,
  };
}

type HttpOpening =
  | { readonly kind: 'http'; readonly http: Http }
  | { readonly kind: 'refused'; readonly reason: string };

/** Serves health, metrics and the reader, where a port is set. */
async function openHttp(
  { HTTP_PORT: port, HTTP_HOST: host }: Config,
  { app, bot, metrics, log }: { readonly app: App; readonly bot: Bot; readonly metrics: Metrics; readonly log: Logger },
): Promise<HttpOpening | undefined> {
  if (port === undefined) return undefined;
  const ready = {
    store: async () => {
      await (await app.store()).ping();
      return true;
    },
    corpus: () => app.library().articles.size > 0 && app.isReady('search'),
    commands: () => app.commands.size > 0,
  };
  try {
    const http = await startHttp({
      port,
      host,
      alive: { process: () => true, gateway: () => bot.client.isReady() },
      ready,
      metrics,
      fallback: createReader(() => app.library()),
      log: (event, message) => log.warn(event, message),
    });
    log.info({ port: http.port }, 'serving health, metrics and the reader');
    return { kind: 'http', http };
  } catch (error) {
    const code = codeOf(error);
    const reason = code === 'EADDRINUSE' ? 'another program uses it; set HTTP_PORT to another one' : code;
    return { kind: 'refused', reason: `Cannot serve on port ${port}: ${reason}.` };
  }
}

/** Gives what tells servers of new articles, one call after another; what goes wrong is logged. */
function createAnnouncing(
  { token, api, log }: Pick<BotOptions, 'token' | 'api' | 'log'>,
  { app, readerAddress }: { readonly app: App; readonly readerAddress: () => string | undefined },
): () => Promise<void> {
  const rest = createRest({ token, api });
  const linkTo = ({ id, url }: Article): string | undefined => {
    const address = readerAddress();
    return address === undefined ? url : `${address.replace(/\/+$/u, '')}/read/${id}`;
  };
  let last = Promise.resolve();
  return () =>
    (last = last
      .then(() =>
        announceArticles({ app, rest, linkTo, now: Date.now(), log: (event, message) => log.info(event, message) }),
      )
      .catch((error: unknown) => log.error({ err: error }, 'new articles could not be announced')));
}

function createLog({ LOG_LEVEL: level }: Config, interactive: boolean): Logger {
  const redact = ['token', '*.token', 'err.requestBody', 'err.request'];
  if (!interactive) return pino({ level, redact });
  return pino({
    level,
    redact,
    transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' } },
  });
}

function welcome({ address }: Room, { library }: App): string {
  const { size } = library().articles;
  return `\nThe local room is open: ${address}\nIt behaves as Discord does, with ${size} ${size === 1 ? 'article' : 'articles'} to ask about. Ctrl+C closes it.\n\n`;
}

async function close({
  app,
  bot,
  posting,
  room,
}: {
  readonly app: App;
  readonly bot?: Bot;
  readonly posting?: Delivery;
  readonly room: Room | undefined;
}): Promise<void> {
  await posting?.close();
  await bot?.close(DRAIN_MS);
  await room?.close();
  await app.close();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function refuse(error: (text: string) => void, reason: string): 2 {
  error(`${reason}\n`);
  return 2;
}
