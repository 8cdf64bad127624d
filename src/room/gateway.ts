import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { gatewayEvent, guildCreate } from './gateway-event.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { userObject } from './serialize.ts';
import type { World } from './world.ts';

const HEARTBEAT_MS = 41_250;
/** Largest payload that Discord takes from a client, in bytes. */
const PAYLOAD_MAX_BYTES = 4096;
/** Most payloads that a client may send in a minute. */
const SENDS_PER_MINUTE = 120;
/** How many events a lost session can be given again. */
const REPLAY_MAX_EVENTS = 1000;
/** Intents that an application must be granted: members, presences, message content. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = 0x1ff_ffff;

interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  readonly replay: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether the bot is connected and was told that it is ready. */
  isReady(): boolean;
  /** Cuts every connection: with a close code, by asking for a reconnect (`reconnect`), or by ending the sessions (`invalidate`). */
  disturb(action: 'close' | 'reconnect' | 'invalidate' | 'cut', code?: number): void;
  close(): void;
}

/** Builds Discord's Gateway v10 over WebSocket, uncompressed JSON: https://docs.discord.com/developers/events/gateway */
export function createGateway(world: World): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false });
  const sessions = new Map<string, Session>();

  const stop = world.on((event) => {
    if (event.kind === 'guild' && event.action === 'join') {
      for (const session of sessions.values())
        dispatch(session, 'GUILD_CREATE', guildCreate(world, event.guild, session.intents));
      return;
    }
    const told = gatewayEvent(world, event);
    if (!told) return;
    for (const session of sessions.values()) {
      if (told.intents === 0 || (session.intents & told.intents) !== 0) dispatch(session, told.name, told.data);
    }
  });

  function dispatch(session: Session, name: string, data: unknown): void {
    session.sequence += 1;
    const text = JSON.stringify({ op: 0, t: name, s: session.sequence, d: data });
    session.replay.push({ sequence: session.sequence, text });
    if (session.replay.length > REPLAY_MAX_EVENTS) session.replay.shift();
    session.socket?.send(text);
  }

  function connect(socket: WebSocket, request: IncomingMessage): void {
    let session: Session | undefined;
    let sends: number[] = [];
    const send = (op: number, data: unknown): void => socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
    const query = new URLSearchParams((request.url ?? '').split('?')[1]);
    if (query.get('v') !== null && query.get('v') !== '10') return socket.close(4012, 'Invalid API version');
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress'))
      return socket.close(4002, 'Only plain JSON here');

    send(10, { heartbeat_interval: HEARTBEAT_MS, _trace: [] });
    let silence = watchSilence();
    function watchSilence(): () => void {
      const timer = setTimeout(() => socket.close(4009, 'Session timed out'), HEARTBEAT_MS * 2).unref();
      return () => clearTimeout(timer);
    }

    const OPERATIONS: Record<number, (data: unknown) => void> = {
      1: () => {
        silence();
        silence = watchSilence();
        send(11, null);
      },
      2: identify,
      3: () => {},
      4: () => {},
      6: resume,
      8: requestMembers,
      31: () => {},
    };

    function identify(data: unknown): void {
      if (session) return socket.close(4005, 'Already authenticated.');
      const given = (data ?? {}) as { token?: unknown; intents?: unknown; shard?: unknown };
      if (String(given.token).replace(/^Bot /, '') !== world.botToken)
        return socket.close(4004, 'Authentication failed.');
      const intents = Number(given.intents);
      if (!Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN_INTENTS) !== 0)
        return socket.close(4013, 'Invalid intent(s).');
      if ((intents & PRIVILEGED_INTENTS & ~world.privilegedIntents) !== 0)
        return socket.close(4014, 'Disallowed intent(s).');
      const [shard, count] = Array.isArray(given.shard) ? (given.shard as number[]) : [0, 1];
      if (!(Number(shard) < Number(count))) return socket.close(4010, 'Invalid shard.');

      if (![...sessions.values()].some((each) => each.socket)) world.commandsSettled = false;
      session = { id: randomBytes(16).toString('hex'), intents, sequence: 0, replay: [], socket };
      sessions.set(session.id, session);
      const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(world.applicationId));
      dispatch(session, 'READY', {
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
        application: { id: world.applicationId, flags: 0 },
        private_channels: [],
        relationships: [],
        presences: [],
        user_settings: {},
        guild_join_requests: [],
        geo_ordered_rtc_regions: [],
        auth: {},
        ...(given.shard ? { shard: [shard, count] } : {}),
      });
      for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildCreate(world, guild, intents));
    }

    function resume(data: unknown): void {
      const given = (data ?? {}) as { token?: unknown; session_id?: unknown; seq?: unknown };
      if (String(given.token).replace(/^Bot /, '') !== world.botToken)
        return socket.close(4004, 'Authentication failed.');
      const earlier = sessions.get(String(given.session_id));
      const sequence = Number(given.seq);
      if (!earlier || (earlier.replay[0]?.sequence ?? 0) > sequence + 1) return send(9, false);
      if (sequence > earlier.sequence) return socket.close(4007, 'Invalid sequence.');
      session = earlier;
      session.socket = socket;
      for (const event of session.replay) if (event.sequence > sequence) socket.send(event.text);
      dispatch(session, 'RESUMED', { _trace: [] });
    }

    function requestMembers(data: unknown): void {
      const { guild_id: guildId, nonce } = (data ?? {}) as { guild_id?: unknown; nonce?: unknown };
      const guild = world.guilds.get(String(guildId));
      if (!session || !guild) return;
      dispatch(session, 'GUILD_MEMBERS_CHUNK', {
        guild_id: guild.id,
        members: [],
        chunk_index: 0,
        chunk_count: 1,
        not_found: [],
        nonce,
      });
    }

    socket.on('message', (raw: Buffer) => {
      const now = world.clock.now();
      sends = [...sends.filter((time) => time > now - 60_000), now];
      if (sends.length > SENDS_PER_MINUTE) return socket.close(4008, 'Rate limited.');
      const payload = raw.length > PAYLOAD_MAX_BYTES ? undefined : parse(raw.toString());
      if (!payload) return socket.close(4002, 'Error while decoding payload.');
      const operation = OPERATIONS[Number(payload['op'])];
      if (!operation) return socket.close(4001, 'Unknown opcode.');
      if (!session && [3, 4, 8].includes(Number(payload['op']))) return socket.close(4003, 'Not authenticated.');
      operation(payload['d']);
    });
    socket.on('close', (code: number) => {
      silence();
      if (!session || session.socket !== socket) return;
      session.socket = undefined;
      if (code === 1000 || code === 1001) sessions.delete(session.id);
    });
    socket.on('error', () => socket.terminate());
  }

  return {
    handleUpgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (client) => connect(client, request));
    },
    isReady: () => [...sessions.values()].some((session) => session.socket !== undefined),
    disturb(action, code = 4000) {
      for (const session of sessions.values()) {
        const { socket } = session;
        if (action === 'invalidate') sessions.delete(session.id);
        if (action === 'invalidate') socket?.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
        if (action === 'reconnect') socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
        if (action === 'close') socket?.close(code);
        if (action === 'cut') socket?.terminate();
      }
    },
    close() {
      stop();
      sessions.clear();
      for (const client of server.clients) client.close(1001);
      for (const client of server.clients) setTimeout(() => client.terminate(), 200).unref();
      server.close();
    },
  };
}

function parse(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
