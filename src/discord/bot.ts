import {
  ActivityType,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  Status,
  type ActivitiesOptions,
  type ClientOptions,
} from 'discord.js';
import { createMetrics, type Metrics } from '../runtime/metrics.ts';
import { counted } from '../reply/words/counted.ts';
import type { BotContext } from './interactions/botContext.ts';
import { createBotContext } from './interactions/createBotContext.ts';
import { createInFlight } from './interactions/inFlight.ts';
import { greetServer } from './posting/greetServer.ts';
import { handleInteraction } from './interactions/handleInteraction.ts';
import { handleEdit } from './messages/handleEdit.ts';
import { handleMessage } from './messages/handleMessage.ts';
import { createBotRest } from './gateway/createBotRest.ts';
import { closedForGood, followGateway, type GatewayState } from './gateway/gatewayState.ts';
import { GatewayClosed, refusal, type Refusal } from './interactions/refusal.ts';
import type { RateLimit } from './interactions/rateGate.ts';
import { receiveInSlices } from './gateway/receiveInSlices.ts';
import { createCommandIds } from './gateway/createCommandIds.ts';
import { logRegistration } from './gateway/logRegistration.ts';
import type { TokenGuard } from './gateway/tokenGuard.ts';

/** Connecting takes seconds; a gateway that never answers must not block the start forever. */
const CONNECT_DEADLINE_MS = 60_000;

export interface BotOptions extends Pick<
  BotContext,
  'commands' | 'contextFor' | 'links' | 'log' | 'askChannel' | 'uploads' | 'added'
> {
  readonly token: string;
  /** Base URL of Discord's API without its version. Default: Discord's own. */
  readonly api?: string | undefined;
  /** Registers the commands in this server only. */
  readonly guild?: string | undefined;
  readonly limit: RateLimit;
  /** Counts what is answered. Default: no metrics. */
  readonly metrics?: Metrics;
  /** Keeps the client's token when a request is refused. */
  readonly guard?: TokenGuard | undefined;
  /** Whether this process may answer, at this moment; what arrives while it may not is dropped. Default: always. */
  readonly mayAnswer?: (() => boolean) | undefined;
  /** How many shards the bot has in all, and which of them this process connects. Default: one. */
  readonly shards?: Shards | undefined;
}

const NO_SHARDS: Shards = { total: undefined, ids: undefined };

interface Shards {
  readonly total: number | 'auto' | undefined;
  /** Default: all. */
  readonly ids: readonly number[] | undefined;
}

/** A bot that is connected and answering. */
export interface Bot {
  readonly client: Client<true>;
  /** Shows the number of articles below the bot's name. */
  showArticles(count: number): void;
  /** The current state of the gateway connection. */
  readonly gateway: () => GatewayState;
  /** Resolves to a sentence when Discord has closed the connection for good. */
  readonly closed: Promise<string>;
  /** Takes no more interactions, waits up to `deadlineMs` for those in progress, and disconnects. */
  close(deadlineMs: number): Promise<void>;
}

/**
 * Connects, registers the commands if they changed, and starts answering; or returns one sentence that says why it
 * cannot.
 */
export async function startBot({
  token,
  api,
  guild,
  guard,
  mayAnswer = () => true,
  shards,
  ...rest
}: BotOptions): Promise<{ readonly kind: 'started'; readonly bot: Bot } | Refusal> {
  const { log } = rest;
  const receipt = receiveInSlices();
  const readsMessages = rest.askChannel !== undefined;
  const client = new Client({ ...clientOptions({ api, readsMessages, shards }), ws: receipt.ws });
  receipt.follow(client);
  client.rest = createBotRest(client.options.rest);
  const metrics = rest.metrics ?? createMetrics();
  const commandIds = createCommandIds({
    get: (path) => client.rest.get(path),
    application: () => client.application?.id,
    guild,
  });
  const context = { ...createBotContext({ ...rest, api, metrics }), commandIds };
  const inFlight = createInFlight();
  let stopping = false;
  client.on(Events.InteractionCreate, (interaction) => {
    if (mayAnswer()) void inFlight.run(() => handleInteraction(interaction, context));
  });
  client.on(Events.MessageCreate, (message) => {
    if (mayAnswer()) void inFlight.run(() => handleMessage(message, context));
  });
  client.on(Events.MessageUpdate, (before, message) => {
    if (mayAnswer()) void inFlight.run(() => handleEdit(before, message, context));
  });
  client.on(Events.GuildCreate, (guild) => {
    if (mayAnswer()) void inFlight.run(() => greetServer(guild, context));
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'the gateway client failed'));
  client.on(Events.Warn, (message) => log.warn(message));
  const reconnects = metrics.counter(
    'rapporteur_gateway_reconnects_total',
    'Times that the gateway connection was lost.',
  );
  client.on(Events.ShardReconnecting, (shard) => {
    if (stopping) return;
    reconnects.add();
    log.warn({ shard }, 'reconnecting');
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'resumed'));
  const closed = Promise.withResolvers<string>();
  const gateway = followGateway(client, (code) => closed.resolve(closedForGood(code)));
  let connected: Client<true>;
  try {
    connected = await connect(client, token);
    const application = connected.application.id;
    await logRegistration(client.rest, { commands: rest.commands, application, guild, log });
  } catch (error) {
    await client.destroy();
    return refusal(error, api);
  }
  const release = guard?.keep(client.rest);
  log.info({ user: connected.user.tag, servers: connected.guilds.cache.size }, 'connected');
  let articles: number | undefined;
  const present = (): void => {
    // The client would throw, or reject if nobody listens, while a shard has no connection.
    const open = connected.ws.shards.size > 0 && connected.ws.shards.every(({ status }) => status === Status.Ready);
    if (articles === undefined || stopping || !open) return;
    connected.user.setPresence({ activities: [activity(articles)] });
  };
  // A new session does not know what the last one showed, and an interrupted one may have missed a change.
  client.on(Events.ShardReady, present);
  client.on(Events.ShardResume, present);
  return {
    kind: 'started',
    bot: {
      client: connected,
      showArticles(count) {
        articles = count;
        present();
      },
      gateway,
      closed: closed.promise,
      async close(deadlineMs) {
        const left = await inFlight.close(deadlineMs);
        if (left > 0) log.warn({ left }, 'some interactions were left unfinished');
        stopping = true;
        release?.();
        await client.destroy();
      },
    },
  };
}

/**
 * Unprivileged intents, since the content of mentions and direct messages is sent without the message content intent; and
 * that one if questions in ask channels are to be read.
 */
function clientOptions({
  api,
  readsMessages,
  shards: { total, ids } = NO_SHARDS,
}: Pick<BotOptions, 'api' | 'shards'> & { readonly readsMessages: boolean }): ClientOptions {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return {
    intents: [Guilds, GuildMessages, DirectMessages, ...(readsMessages ? [MessageContent] : [])],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...(api === undefined ? {} : { rest: { api } }),
    ...(total === 'auto' ? { shards: 'auto' } : {}),
    ...(typeof total === 'number' ? { shardCount: total, ...(ids && { shards: [...ids] }) } : {}),
  };
}

/** Logs in and waits until the client is ready. Rejects if that takes longer than the deadline. */
async function connect(client: Client, token: string): Promise<Client<true>> {
  const { promise: ready, resolve, reject } = Promise.withResolvers<Client<true>>();
  const timer = setTimeout(
    () => reject(new Error(`no answer for ${CONNECT_DEADLINE_MS / 1000} s`)),
    CONNECT_DEADLINE_MS,
  );
  client.once(Events.ClientReady, resolve);
  client.once(Events.ShardDisconnect, ({ code }) => reject(new GatewayClosed(code)));
  try {
    const [connected] = await Promise.all([ready, client.login(token)]);
    return connected;
  } finally {
    clearTimeout(timer);
  }
}

function activity(articles: number): ActivitiesOptions {
  return { type: ActivityType.Custom, name: 'articles', state: `/help · ${counted(articles, 'article')}` };
}
