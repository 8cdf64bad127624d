import { join } from 'node:path';
import { READ_BUDGET_MS } from './answer/reading/readingLimits.ts';
import { type App, openApp } from './app/app.ts';
import type { Article } from './article/article.ts';
import type { Delivery } from './delivery/startDelivery.ts';
import { inviteLink } from './discord/gateway/inviteLink.ts';
import { readBotUser } from './discord/gateway/readBotUser.ts';
import { createTokenGuard } from './discord/gateway/tokenGuard.ts';
import { createPlaces } from './discord/posting/places.ts';
import { type Announcing, startAnnouncing } from './discord/posting/startAnnouncing.ts';
import { startPosting } from './discord/posting/startPosting.ts';
import { createLinkSigner } from './reader/linkSigner.ts';
import { passageLinks } from './reader/passageLinks.ts';
import { readLinkKey } from './reader/readLinkKey.ts';
import { signedLinks } from './reader/signedLinks.ts';
import {
  databaseOfStart,
  LINK_KEY_FILE,
  readConfig,
  SNAPSHOTS_FOLDER,
  TAGS_FOLDER,
  VECTORS_FOLDER,
} from './runtime/config.ts';
import { createLog } from './runtime/createLog.ts';
import { createMetrics } from './runtime/metrics.ts';
import { accountOf, botOptions } from './start/botOptions.ts';
import { logBroken, logReady, logReload } from './start/logCorpus.ts';
import { createReloads, followReloads } from './start/followReloads.ts';
import { openGateway, type Gateway } from './start/openGateway.ts';
import { openHttp } from './start/openHttp.ts';
import { openInteractions } from './start/openInteractions.ts';
import { openRoom } from './start/openRoom.ts';
import { ownStore, takeLock } from './start/ownStore.ts';
import { signingProblem } from './start/signingProblem.ts';
import { startPlacing } from './start/startPlacing.ts';
import { startReader } from './start/startReader.ts';
import { startTagging } from './start/startTagging.ts';
import { address, invitation, welcome } from './start/welcome.ts';

/** What `run` needs from the process: its environment, its streams, and the signals that stop it. */
export interface ProcessIO {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether stdout is a terminal. */
  readonly interactive: boolean;
  /** Resolves with the name of the first stop signal. */
  readonly stop: Promise<string>;
  /** Registers a listener for signals to reload the corpus. */
  readonly onReloadSignal: (listener: () => void) => void;
}

/**
 * Runs the bot until it is told to stop: reads the environment, opens the articles, opens the local room if there is no
 * token, connects, and answers. Returns the exit code: 2 if a setting or a file has to be changed before it can start,
 * 1 if it could not start but the same settings may work later; the reason has been printed. 2 as well if Discord ends
 * the connection for good or revokes the token; that is logged as fatal.
 */
export async function run(io: ProcessIO): Promise<0 | 1 | 2> {
  const { environment, error, out, interactive, stop } = io;
  const reading = readConfig(environment);
  if (reading.kind === 'invalid') return refuseStart(error, reading.problems.join('\n'));
  const { config } = reading;
  const log = await createLog(config, interactive);
  const { DIGESTS_PER_SERVER: perServer, DIGEST_MIN_MINUTES: minMinutes } = config;
  let readerAddress = config.PUBLIC_URL;
  let articles: App['library'] | undefined;
  let access: App['access'] = () => ({ kind: 'open' });
  const signer = createLinkSigner(() => readLinkKey(join(config.DATA_DIR, LINK_KEY_FILE)));
  const reader = (): string | undefined => readerAddress;
  const links = signedLinks(
    passageLinks({ reader, articles: () => articles?.().articles ?? new Map<string, Article>() }),
    { reader, access: () => access(), signer },
  );
  const database = databaseOfStart(config);
  const lock = config.DATABASE_URL === undefined ? takeLock(database) : undefined;
  if (lock?.kind === 'refused') {
    refuseStart(error, lock.reason);
    return 1;
  }
  let announcing: Announcing | undefined;
  let gateway: Gateway | undefined;
  let posting: Delivery | undefined;
  const reloads = createReloads();
  const connected = Promise.withResolvers<void>();
  // Closes in reverse order, whatever happens to the rest.
  await using open = new AsyncDisposableStack();
  if (lock) open.defer(lock.unlock);
  const vectors = join(config.DATA_DIR, VECTORS_FOLDER);
  const tags = join(config.DATA_DIR, TAGS_FOLDER);
  const model = startReader(config, log);
  open.defer(() => model.close());
  const opened = await openApp({
    corpus: config.CORPUS_DIR,
    database,
    storeListener: {
      onTrouble: ({ kind, sentence }) => log.error({ trouble: kind }, sentence),
      onRecovery: () => {
        log.info('the database is well again');
        posting?.wake();
      },
      onUnreadable: (sentence) => log.error(sentence),
    },
    limits: { perServer, minMinutes },
    answersAskChannels: config.ASK_CHANNELS === 'on',
    uploads: config.UPLOADS === 'on' ? { perServer: config.UPLOADS_PER_SERVER } : undefined,
    links,
    reader: model.reader,
    vectors,
    tags,
    readBudgetMs: READ_BUDGET_MS,
    watch: true,
    prepared: connected.promise,
    snapshots: join(config.DATA_DIR, SNAPSHOTS_FOLDER),
    onProblem: (sentence) => log.warn(sentence),
    onReload: (reload) => {
      logReload(reload, log);
      announcing?.announce();
      if (articles) gateway?.showArticles(articles().articles.size);
      reloads.happened(reload);
    },
  });
  if (opened.kind === 'refused') return refuseStart(error, `Cannot load the articles: ${opened.reason}.`);
  const { app } = opened;
  open.defer(() => app.close());
  open.defer(startPlacing(app));
  open.defer(startTagging({ ...app, log, folders: [vectors, tags] }));
  ({ library: articles, access } = app);
  logBroken(app.broken(), log);
  io.onReloadSignal(() => void app.reload());
  const opening = config.DISCORD_TOKEN === undefined ? await openRoom(config, { app, signer, log }) : undefined;
  if (opening?.kind === 'refused') return refuseStart(error, opening.reason);
  const room = opening?.room;
  if (room) {
    open.defer(() => room.close());
    if (interactive) out(`${address(room)}\n\n`);
  }
  void logReady(app, log);
  readerAddress ??= room?.address;
  const { promise: revoked, resolve: onRevoked } = Promise.withResolvers<string>();
  const account = { ...accountOf(config, room), log };
  const guard = createTokenGuard({ ...account, onRevoked });
  const stopped = stop.then((signal) => ({ kind: 'stopped' as const, signal }));
  const stopping = ({ signal }: { readonly signal: string }): 0 => {
    log.info({ signal }, 'stopping');
    return 0;
  };
  const owning = await Promise.race([ownStore(app, { ...account, room }), stopped]);
  if (owning && 'signal' in owning) return stopping(owning);
  if (owning) {
    refuseStart(error, owning.reason);
    return owning.temporary ? 1 : 2;
  }
  const key = signingProblem(app, signer);
  if (key !== undefined) return refuseStart(error, key);
  const metrics = createMetrics({ ofProcess: true });
  metrics.gauge('rapporteur_articles', 'Articles that are loaded.', () => app.library().articles.size);
  const options = { ...botOptions(config, { app, links, metrics }), ...account, guard };
  const starting =
    config.INTERACTIONS === 'http'
      ? openInteractions({ app, publicKey: config.DISCORD_PUBLIC_KEY, bot: options, log })
      : openGateway({ app, config, bot: options, log });
  const started = await Promise.race([starting, stopped]);
  if (started.kind === 'stopped') {
    // What connects after that is closed at once.
    void starting.then((late) => (late.kind === 'opened' ? late.gateway.close() : undefined)).catch(() => {});
    return stopping(started);
  }
  if (started.kind === 'refused') {
    refuseStart(error, started.reason);
    return started.temporary ? 1 : 2;
  }
  ({ gateway } = started);
  const { interactions } = started;
  const { client, closed } = gateway;
  gateway.showArticles(app.library().articles.size);
  connected.resolve();
  open.defer(() => gateway?.close());
  const user = client()?.user.id ?? (await readBotUser(account));
  if (typeof user === 'object') {
    refuseStart(error, user.reason);
    return user.temporary ? 1 : 2;
  }
  const places = createPlaces({ bot: user, client, rest: guard.createRest() });
  posting = await startPosting({ ...options, places, app });
  open.defer(() => posting?.close());
  announcing = await startAnnouncing(options, { app, places, readerAddress: reader, signer });
  open.defer(() => announcing?.close());
  if (config.DATABASE_URL !== undefined) {
    const listening = await followReloads({ app, url: config.DATABASE_URL, reloads });
    open.defer(() => listening.close());
  }
  const http = await openHttp(config, { app, gateway, interactions, signer, metrics, log });
  if (http?.kind === 'refused') return refuseStart(error, http.reason);
  if (http) open.defer(() => http.http.close());
  if (http && room && interactions) await room.sendInteractionsTo(`http://127.0.0.1:${http.http.port}/interactions`);
  const present = client();
  if (present && !room && !interactive)
    log.info({ invite: inviteLink(present.application.id) }, 'this link adds the bot to a server');
  void app.ready.then(() => out(room ? welcome(room, app) : interactive && present ? invitation(present) : ''));
  const fatal = await Promise.race([closed, revoked, stopped]);
  if (typeof fatal === 'object') return stopping(fatal);
  log.fatal(fatal);
  return 2;
}

function refuseStart(error: (text: string) => void, reason: string): 2 {
  error(`${reason}\n`);
  return 2;
}
