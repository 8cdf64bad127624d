import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';

/** How many events a lost session can be given again. */
const REPLAY_MAX_EVENTS = 1000;
/** How long a lost session can be resumed, in milliseconds. */
const RESUMABLE_MS = 120_000;

/** One identification of the bot: it outlives its connection for a while, so that it can be resumed. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Which of how many shards it is. */
  readonly shard: readonly [id: number, total: number];
  sequence: number;
  readonly replay: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | undefined;
}

export interface Sessions {
  /** Begins a session on a connection. */
  start(identity: Pick<Session, 'intents' | 'shard'>, socket: WebSocket): Session;
  /** Takes a lost session up on another connection and sends what it missed; nothing when it is not known or too much was missed. */
  resume(id: string, sequence: number, socket: WebSocket): Session | undefined;
  /** Sends an event to a session, now or when it is resumed. */
  dispatch(session: Session, name: string, data: unknown): void;
  /** Marks a session's connection as lost; `ended` for good. */
  lose(session: Session, socket: WebSocket, ended: boolean): void;
  end(session: Session): void;
  all(): readonly Session[];
}

/** Builds the gateway's sessions. */
export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();

  return {
    start(identity, socket) {
      const session: Session = { ...identity, id: randomBytes(16).toString('hex'), sequence: 0, replay: [], socket };
      sessions.set(session.id, session);
      return session;
    },
    resume(id, sequence, socket) {
      const session = sessions.get(id);
      if (!session || (session.replay[0]?.sequence ?? 0) > sequence + 1) return undefined;
      session.socket = socket;
      for (const event of session.replay) if (event.sequence > sequence) socket.send(event.text);
      return session;
    },
    dispatch(session, name, data) {
      session.sequence += 1;
      const text = JSON.stringify({ op: 0, t: name, s: session.sequence, d: data });
      session.replay.push({ sequence: session.sequence, text });
      if (session.replay.length > REPLAY_MAX_EVENTS) session.replay.shift();
      session.socket?.send(text);
    },
    lose(session, socket, ended) {
      if (session.socket !== socket) return;
      session.socket = undefined;
      if (ended) {
        sessions.delete(session.id);
        return;
      }
      setTimeout(() => {
        if (!session.socket) sessions.delete(session.id);
      }, RESUMABLE_MS).unref();
    },
    end(session) {
      sessions.delete(session.id);
    },
    all: () => [...sessions.values()],
  };
}

/** Whether a session is of the shard that a server belongs to; what belongs to none is the first one's. */
export function isOnShard({ shard: [id, total] }: Pick<Session, 'shard'>, guild: string | undefined): boolean {
  return guild === undefined ? id === 0 : Number((BigInt(guild) >> 22n) % BigInt(total)) === id;
}
