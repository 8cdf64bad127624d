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
  sequence: number;
  readonly replay: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | undefined;
}

export interface Sessions {
  /** Begins a session on a connection. */
  start(intents: number, socket: WebSocket): Session;
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
    start(intents, socket) {
      const session: Session = { id: randomBytes(16).toString('hex'), intents, sequence: 0, replay: [], socket };
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
