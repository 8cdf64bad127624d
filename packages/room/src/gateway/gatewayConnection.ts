import type { WebSocket } from 'ws';
import { z } from 'zod';
import { guildCreate } from './gatewayEvent.ts';
import { isOnShard, type Session, type Sessions } from './gatewaySessions.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { userObject } from '../objects/serialize.ts';
import type { World } from '../world/world.ts';
import type { Guild } from '../world/entities.ts';

const HEARTBEAT_MS = 41_250;
/** Largest payload that Discord takes from a client, in bytes. */
const PAYLOAD_MAX_BYTES = 4096;
/** Most payloads that a client may send in a minute. */
const SENDS_PER_MINUTE = 120;
/** Intents that an application must be granted: members, presences, message content. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = 0x1ff_ffff;

/** Why the gateway closes a connection: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSE = {
  4001: 'Unknown opcode.',
  4002: 'Error while decoding payload.',
  4003: 'Not authenticated.',
  4004: 'Authentication failed.',
  4005: 'Already authenticated.',
  4007: 'Invalid sequence.',
  4008: 'Rate limited.',
  4009: 'Session timed out.',
  4010: 'Invalid shard.',
  4012: 'Invalid API version.',
  4013: 'Invalid intent(s).',
  4014: 'Disallowed intent(s).',
} as const;

const shardSchema = z.tuple([z.int().min(0), z.int().min(1)]);

/** A connection as its operations see it. */
interface Connection {
  readonly world: World;
  readonly sessions: Sessions;
  readonly socket: WebSocket;
  session?: Session;
  /** Puts off the end that silence brings. */
  heard(): void;
  send(op: number, data: unknown): void;
  close(code: keyof typeof CLOSE): void;
}

/** Serves one connection of a bot from its greeting to its end; `query` is what was in the address. */
export function serveConnection(
  world: World,
  sessions: Sessions,
  { socket, query }: { socket: WebSocket; query: URLSearchParams },
): void {
  const connection: Connection = {
    world,
    sessions,
    socket,
    heard: () => silence.refresh(),
    send: (op, data) => socket.send(JSON.stringify({ op, d: data, s: null, t: null })),
    close: (code) => socket.close(code, CLOSE[code]),
  };
  const silence = setTimeout(() => connection.close(4009), HEARTBEAT_MS * 2).unref();
  const stop = (): void => clearTimeout(silence);
  socket.on('close', (code: number) => {
    stop();
    if (!connection.session) return;
    const ended = code === 1000 || code === 1001;
    sessions.lose(connection.session, socket, ended);
    if (ended && sessions.all().length === 0) world.commandsSettled = false;
  });
  socket.on('error', () => socket.terminate());
  if (query.get('v') !== null && query.get('v') !== '10') return connection.close(4012);
  if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) return connection.close(4002);

  connection.send(10, { heartbeat_interval: HEARTBEAT_MS, _trace: [] });
  let sends: number[] = [];
  socket.on('message', (raw: Buffer) => {
    const now = Date.now();
    sends = [...sends.filter((time) => time > now - 60_000), now];
    if (sends.length > SENDS_PER_MINUTE) return connection.close(4008);
    const payload = raw.length > PAYLOAD_MAX_BYTES ? undefined : parse(raw.toString());
    if (!payload) return connection.close(4002);
    const operation = OPERATIONS[Number(payload['op'])];
    if (!operation) return connection.close(4001);
    if (operation.needsSession && !connection.session) return connection.close(4003);
    operation.run(connection, isJsonObject(payload['d']) ? payload['d'] : {});
  });
}

interface Operation {
  readonly needsSession: boolean;
  readonly run: (connection: Connection, data: JsonObject) => void;
}

/** What a client may send: heartbeat, identify, presence, voice state, resume, members, sounds. */
const OPERATIONS: Record<number, Operation> = {
  1: { needsSession: false, run: heartbeat },
  2: { needsSession: false, run: identify },
  3: { needsSession: true, run: () => {} },
  4: { needsSession: true, run: () => {} },
  6: { needsSession: false, run: resume },
  8: { needsSession: true, run: sendMembers },
  31: { needsSession: true, run: () => {} },
};

function heartbeat(connection: Connection): void {
  connection.heard();
  connection.send(11, null);
}

function identify(connection: Connection, data: JsonObject): void {
  const { world, sessions, socket } = connection;
  if (connection.session) return connection.close(4005);
  if (!isBotToken(world, data['token'])) return connection.close(4004);
  const intents = Number(data['intents']);
  if (!Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN_INTENTS) !== 0) return connection.close(4013);
  if ((intents & PRIVILEGED_INTENTS & ~world.privilegedIntents) !== 0) return connection.close(4014);
  const shard = shardSchema.safeParse(data['shard'] ?? [0, 1]).data;
  if (!shard || shard[0] >= shard[1]) return connection.close(4010);

  const session = sessions.start({ intents, shard }, socket);
  connection.session = session;
  const guilds = botGuilds(world).filter(({ id }) => isOnShard(session, id));
  sessions.dispatch(session, 'READY', readyEvent(world, session, guilds));
  for (const guild of guilds) {
    sessions.dispatch(session, 'GUILD_CREATE', guildCreate(world, guild, intents));
  }
}

function resume(connection: Connection, data: JsonObject): void {
  const { world, sessions, socket } = connection;
  if (!isBotToken(world, data['token'])) return connection.close(4004);
  const sequence = Number(data['seq']);
  const known = sessions.all().find((each) => each.id === data['session_id']);
  if (known && sequence > known.sequence) return connection.close(4007);
  const session = known && sessions.resume(known.id, sequence, socket);
  if (!session) return connection.send(9, false);
  connection.session = session;
  sessions.dispatch(session, 'RESUMED', { _trace: [] });
}

/** Without the privileged intent the list of members is empty. */
function sendMembers({ world, sessions, session }: Connection, data: JsonObject): void {
  const guild = botGuilds(world).find((each) => each.id === data['guild_id']);
  if (!guild || !session) return;
  sessions.dispatch(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: guild.id,
    members: [],
    chunk_index: 0,
    chunk_count: 1,
    not_found: [],
    nonce: data['nonce'],
  });
}

function readyEvent(world: World, session: Session, guilds: readonly Guild[]): unknown {
  return {
    v: 10,
    user: {
      ...userObject(world.users.get(world.applicationId)!),
      verified: true,
      mfa_enabled: true,
      email: null,
      flags: 0,
    },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: world.address.replace(/^http/, 'ws'),
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    auth: {},
  };
}

function botGuilds(world: World): Guild[] {
  return [...world.guilds.values()].filter((guild) => guild.members.has(world.applicationId));
}

function isBotToken(world: World, token: unknown): boolean {
  return typeof token === 'string' && token.replace(/^Bot /, '') === world.botToken;
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
