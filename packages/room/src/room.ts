import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api.ts';
import { ApiError, statusError } from './http/apiError.ts';
import type { Examples } from './channelRoutes.ts';
import { controlRoutes } from './control.ts';
import { createEventStreams } from './members/eventStreams.ts';
import { createFaults, type FaultInput } from './fault.ts';
import { sendAttachment } from './http/attachments.ts';
import { sendPageFile } from './http/pageFiles.ts';
import { createGateway } from './gateway/gateway.ts';
import { createRateLimits } from './http/rateLimit.ts';
import { createRecord } from './http/record.ts';
import { useEndpoint } from './http/interactionsEndpoint.ts';
import { readRequestBody } from './http/requestBody.ts';
import { sendByHttp } from './rest/sendByHttp.ts';
import { createRouter } from './http/route.ts';
import { createWorld } from './world/seed.ts';
import { sendJson } from './http/send.ts';
import type { World } from './world/world.ts';

/** How long an idle connection stays open; short ones are cut just when a client uses them again. */
const KEEP_ALIVE_MS = 60_000;

export interface RoomOptions {
  /** Port on 127.0.0.1; 0, the default, takes any that is free. */
  readonly port?: number;
  /** The bot's token; made up where it is missing. */
  readonly token?: string;
  /** The bot's username; `bot` by default. */
  readonly botName?: string;
  /** Every REST request of the bot is appended to this file as a JSON line. */
  readonly recordFile?: string | undefined;
  /** Is told what the room refuses the bot, and of its own failures; by default nobody. */
  readonly log?: (event: Readonly<Record<string, unknown>>, message: string) => void;
  /** Returns the present moment in milliseconds; by default the machine's. `Room.advance` puts it forward. */
  readonly now?: () => number;
  /** What goes wrong from the start; `POST /room/faults` changes it. */
  readonly faults?: readonly FaultInput[];
  /** Numbers from 0 to below 1 for faults that strike by chance. */
  readonly random?: () => number;
  /** Whether Discord's rate limits hold; they do by default. */
  readonly rateLimits?: boolean;
  /** How many shards the bot is told to connect; one by default. */
  readonly recommendedShards?: number;
  /** Privileged intents that the application was granted, as a bit field; none by default. */
  readonly privilegedIntents?: number;
  /** Lists commands to begin with in a channel; by default the page makes some from the bot's commands. */
  readonly examples?: Examples;
  /** Answers what the room does not know, the reader's pages for one; gives false if it does not know either. */
  readonly fallback?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}

export interface Room {
  /** `http://127.0.0.1:PORT`; discord.js takes `${address}/api`. */
  readonly address: string;
  /** The token with which the bot logs in. */
  readonly token: string;
  readonly world: World;
  /** The shards that are connected, each with how many there are in all. */
  shards(): readonly (readonly [id: number, total: number])[];
  setFaults(faults: readonly FaultInput[]): void;
  /**
   * Sends interactions to an address by HTTP, signed with the room's own key, or over the gateway again if it is null.
   * Rejects if the address does not answer as Discord wants it.
   */
  sendInteractionsTo(endpoint: string | null): Promise<void>;
  /** Puts the room's clock forward. */
  advance(ms: number): void;
  close(): Promise<void>;
}

/**
 * Starts the local room: a server on this machine that speaks Discord's REST and Gateway v10 to a discord.js client, enforces what
 * Discord enforces, and serves a chat page. Rejects with the system's error when the port is taken.
 */
export async function startRoom(options: RoomOptions = {}): Promise<Room> {
  const world = createWorld({
    token: options.token,
    botName: options.botName,
    now: options.now,
    recommendedShards: options.recommendedShards,
    privilegedIntents: options.privilegedIntents,
  });
  const faults = createFaults(options.random);
  faults.set(options.faults ?? []);
  const gateway = createGateway(world);
  const streams = createEventStreams(world);
  world.on((event) => {
    if (event.kind === 'interaction' && world.interactionsEndpoint !== null) void sendByHttp(world, event.payload);
  });
  const log = options.log ?? ((): void => {});
  const api = createApi({
    world,
    faults,
    log,
    record: createRecord(options.recordFile),
    limit: options.rateLimits === false ? () => ({ headers: {} }) : createRateLimits(() => world.clock.now()),
  });
  const examples = options.examples ?? (() => Promise.resolve([]));
  const findControl = createRouter(controlRoutes({ faults, gateway, examples }));

  async function control(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const match = findControl(request.method ?? 'GET', path);
    if (match === undefined) throw statusError(404, 'Not Found');
    if (match === 'method') throw statusError(405, 'Method Not Allowed');
    const { json } = await readRequestBody(request);
    const actor = { kind: 'bot', userId: world.applicationId } as const;
    const call = { world, actor, params: match.params, query: new URLSearchParams(), body: json, uploads: [] };
    const reply = await match.route.run(call);
    sendJson(response, reply.status ?? (reply.body === undefined ? 204 : 200), reply.body);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocal(request, world.address)) throw statusError(403, 'Forbidden');
    const path = (request.url ?? '/').split('?')[0]!;
    if (path.startsWith('/api/')) return api(request, response);
    if (path === '/healthz') {
      const ready = (gateway.isReady() || world.interactionsEndpoint !== null) && world.commandsSettled;
      return sendJson(response, ready ? 200 : 503, { ready });
    }
    if (path === '/room/events') return streams.open(request, response);
    if (path === '/room' || path.startsWith('/room/')) return control(request, response, path);
    if (path.startsWith('/attachments/')) return sendAttachment(world, response, path);
    if (request.method === 'GET' && sendPageFile(response, path)) return;
    if (options.fallback && (await options.fallback(request, response))) return;
    throw statusError(404, 'Not Found');
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ApiError)) log({ err: error }, 'the room failed to answer a request');
      const refusal = error instanceof ApiError ? error : statusError(500, 'Internal Server Error');
      if (response.headersSent) response.destroy();
      else sendJson(response, refusal.status, refusal.body);
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('upgrade', (request, socket, head) => {
    if (isLocal(request, world.address)) gateway.handleUpgrade(request, socket, head);
    else socket.destroy();
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  const rest = (): void => {
    gateway.close();
    streams.close();
    world.clock.stop();
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  }).catch((error: unknown) => {
    rest();
    throw error;
  });
  world.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    address: world.address,
    token: world.botToken,
    world,
    shards: () => gateway.shards(),
    setFaults: (given) => faults.set(given),
    sendInteractionsTo: (endpoint) => useEndpoint(world, endpoint),
    advance: (ms) => world.clock.advance(ms),
    async close() {
      rest();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** Whether a request names this machine and comes from no foreign page: against DNS rebinding and cross-site requests. */
function isLocal(request: IncomingMessage, address: string): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(host)) return false;
  const { origin } = request.headers;
  const port = new URL(address).port;
  if (origin !== undefined && ![`http://127.0.0.1:${port}`, `http://localhost:${port}`].includes(origin)) return false;
  const site = request.headers['sec-fetch-site'];
  const linked = request.method === 'GET' && request.headers['sec-fetch-dest'] === 'document';
  return (
    site === undefined ||
    site === 'same-origin' ||
    site === 'none' ||
    (linked && !/^\/(?:api|room)\b/.test(request.url ?? ''))
  );
}
