import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { serveConnection } from './gatewayConnection.ts';
import { gatewayEvent, guildCreate, guildOf } from './gatewayEvent.ts';
import { createSessions, isOnShard, type Session } from './gatewaySessions.ts';
import type { RoomEvent } from '../world/roomEvent.ts';
import type { World } from '../world/world.ts';

/** How long clients get to answer the end of the gateway before they are cut off, in milliseconds. */
const FAREWELL_MS = 200;

export interface Gateway {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The shards of the sessions that are connected now, such as `[0, 1]` for the first and only one. */
  shards(): readonly (readonly [id: number, total: number])[];
  /** Whether the bot is connected and was told that it is ready. */
  isReady(): boolean;
  /** Troubles every connection: closes it with a code, asks for a reconnect, ends the session, or cuts it without a word. */
  disturb(action: Disturbance, code?: number): void;
  close(): void;
}

type Disturbance = 'close' | 'reconnect' | 'invalidate' | 'cut';

/** Builds Discord's Gateway v10 over WebSocket, uncompressed JSON: https://docs.discord.com/developers/events/gateway */
export function createGateway(world: World): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024, perMessageDeflate: false });
  const sessions = createSessions();

  const tell = (event: RoomEvent): void => {
    if (event.kind === 'guild' && event.action === 'join') {
      for (const session of sessions.all()) {
        if (!isOnShard(session, event.guild.id)) continue;
        sessions.dispatch(session, 'GUILD_CREATE', guildCreate(world, event.guild, session.intents));
      }
      return;
    }
    if (event.kind === 'interaction' && world.interactionsEndpoint !== null) return;
    const told = gatewayEvent(world, event);
    if (!told) return;
    const guild = guildOf(told);
    for (const session of sessions.all()) {
      if (!isOnShard(session, guild)) continue;
      const wanted = told.intents === 0 || (session.intents & told.intents) !== 0;
      if (wanted) sessions.dispatch(session, told.name, told.data);
    }
  };
  const stop = world.on(tell);

  const DISTURBANCES: Record<Disturbance, (session: Session, code: number) => void> = {
    close: ({ socket }, code) => socket?.close(code),
    cut: ({ socket }) => socket?.terminate(),
    reconnect: ({ socket }) => socket?.send(JSON.stringify({ op: 7, d: null, s: null, t: null })),
    invalidate: (session) => {
      sessions.end(session);
      session.socket?.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    },
  };

  return {
    handleUpgrade(request, socket, head) {
      const query = new URLSearchParams((request.url ?? '').split('?')[1]);
      server.handleUpgrade(request, socket, head, (client) =>
        serveConnection(world, sessions, { socket: client, query }),
      );
    },
    shards: () => sessions.all().flatMap(({ shard, socket }) => (socket ? [shard] : [])),
    isReady: () => sessions.all().some((session) => session.socket !== undefined),
    disturb(action, code = 4000) {
      for (const session of sessions.all()) DISTURBANCES[action](session, code);
    },
    close() {
      stop();
      for (const session of sessions.all()) sessions.end(session);
      for (const client of server.clients) {
        client.close(1001);
        setTimeout(() => client.terminate(), FAREWELL_MS).unref();
      }
      server.close();
    },
  };
}
