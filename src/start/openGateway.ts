import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import { startBot, type Bot, type BotOptions } from '../discord/bot.ts';
import { isOnOwnShard } from '../discord/gateway/isOnOwnShard.ts';
import { followMemberships } from '../discord/gateway/followMemberships.ts';
import type { GatewayState } from '../discord/gateway/gatewayState.ts';
import { shardLeases } from '../discord/gateway/shardLeases.ts';
import type { Refusal } from '../discord/interactions/refusal.ts';
import type { Config } from '../runtime/config.ts';
import { takeLease, type Lease } from '../store/postgres/lease.ts';

/** How long to wait for interactions in progress: after a stop was requested, and after the lease was lost. */
const DRAIN_MS = 5000;
const DRAIN_LOST_MS = 1000;
/** How long to wait before the next try, if Discord refuses the connection for now. */
const AGAIN_MS = 5000;

/** The connection to Discord's gateway, which at most one of several replicas has. */
export interface Gateway {
  /** The connected client; undefined while another replica has the connection. */
  readonly client: () => Bot['client'] | undefined;
  readonly state: () => GatewayState;
  showArticles(count: number): void;
  /** Resolves to a sentence when Discord has closed the connection for good. */
  readonly closed: Promise<string>;
  close(): Promise<void>;
}

interface GatewayOptions {
  readonly app: App;
  readonly config: Pick<Config, 'SHARDS' | 'SHARD_IDS'>;
  readonly bot: BotOptions;
  readonly log: Logger;
}

type Opening = { readonly kind: 'opened'; readonly gateway: Gateway; readonly interactions?: undefined } | Refusal;

/**
 * Connects to the gateway, on SQLite at once. On PostgreSQL replicas share the right to, a lease: this one connects now if
 * it is free, and otherwise when its holder gives it up, dies, or cannot renew it. What the gateway says is only heard
 * while the lease is held for certain, and the connection is closed once it is not.
 */
export async function openGateway({ app, config, bot: options, log }: GatewayOptions): Promise<Opening> {
  const store = await app.store();
  const closing = new AbortController();
  const closed = Promise.withResolvers<string>();
  let bot: Bot | undefined;
  let articles: number | undefined;
  const since = Date.now();

  async function connect(lease: Lease | undefined): Promise<(() => Promise<void>) | Refusal> {
    const mayAnswer = (): boolean => lease?.isHeld() ?? true;
    const started = await startBot({ ...options, mayAnswer, shards: { total: config.SHARDS, ids: config.SHARD_IDS } });
    if (started.kind === 'refused') return started;
    const { bot: own } = started;
    bot = own;
    if (articles !== undefined) own.showArticles(articles);
    void own.closed.then((sentence) => bot === own && closed.resolve(sentence));
    const following = followMemberships({
      client: own.client,
      app,
      log,
      isOurs: (guild) => isOnOwnShard(own.client, guild),
    });
    return async () => {
      bot = undefined;
      await following.close();
      await own.close(mayAnswer() ? DRAIN_MS : DRAIN_LOST_MS);
    };
  }

  function wait(signal: AbortSignal): Promise<Lease | undefined> {
    return takeLease(store, {
      ...shardLeases(config),
      signal,
      onError: (error) => log.debug({ err: error }, 'the right to the gateway could not be asked for'),
    });
  }

  async function hold(lease: Lease, disconnect: () => Promise<void>): Promise<void> {
    log.info('this replica has the gateway');
    await Promise.race([lease.lost, aborted(closing.signal)]);
    if (!lease.isHeld()) log.warn('the right to the gateway is lost; another replica takes over');
    await disconnect();
    await lease.release().catch(() => {});
  }

  async function takeTurns(): Promise<void> {
    while (!closing.signal.aborted) {
      const lease = await wait(closing.signal);
      if (!lease) return;
      const connection = await connect(lease);
      if (typeof connection === 'function') await hold(lease, connection);
      else {
        await lease.release().catch(() => {});
        if (!connection.temporary) return closed.resolve(connection.reason);
        log.error(connection.reason);
        await Promise.race([new Promise((resolve) => void setTimeout(resolve, AGAIN_MS)), aborted(closing.signal)]);
      }
    }
  }

  const gateway = (close: () => Promise<void>): Opening => ({
    kind: 'opened',
    gateway: {
      client: () => bot?.client,
      state: () => bot?.gateway() ?? { state: 'standby', seconds: Math.round((Date.now() - since) / 1000) },
      showArticles(count) {
        articles = count;
        bot?.showArticles(count);
      },
      closed: closed.promise,
      close,
    },
  });

  if (store.kind === 'sqlite') {
    const connection = await connect(undefined);
    return typeof connection === 'function' ? gateway(connection) : connection;
  }
  const lease = await wait(AbortSignal.timeout(1));
  const connection = lease && (await connect(lease));
  if (connection && typeof connection !== 'function') {
    await lease.release().catch(() => {});
    return connection;
  }
  if (!lease) log.info('another replica has the gateway; this one stands by');
  const running = (async () => {
    if (lease && connection) await hold(lease, connection);
    await takeTurns();
  })();
  return gateway(async () => {
    closing.abort();
    await running;
  });
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted)
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
    });
}
