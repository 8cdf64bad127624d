import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { Events, GatewayDispatchEvents, type Client } from 'discord.js';
import { acknowledgedBy, sharedNow, type Acknowledgement } from './acknowledgement.ts';

/** What a process knows of acknowledgements since it was last asked, by the id of the interaction. */
export type Recorded = Readonly<Record<string, Acknowledgement>>;

interface RawPacket {
  readonly t: string | null;
  readonly d: { readonly id?: string };
}

/** Records, in the bot, when interactions are received, and their acknowledgements written and confirmed. */
export function recordInBot(client: Client): () => Recorded {
  const { note, take } = createRecord();
  client.on(Events.Raw as string, ({ t, d }: RawPacket) => {
    if (t === GatewayDispatchEvents.InteractionCreate) note(d.id, 'received');
  });
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const record = (channel: string, moment: keyof Acknowledgement): void =>
    subscribe(channel, (message) => {
      note(acknowledgedBy((message as { readonly request: { readonly path: string } }).request.path), moment);
    });
  record('undici:request:create', 'requested');
  subscribe('undici:client:sendHeaders', (message) => {
    const id = acknowledgedBy((message as { readonly request: { readonly path: string } }).request.path);
    note(id, 'written');
    note(id, 'spent', spent());
  });
  record('undici:request:headers', 'confirmed');
  return take;
}

/** Records, in the room, when interactions are sent, and their acknowledgements arrive. */
export function recordInRoom(sentAt: (id: string) => number | undefined): () => Recorded {
  const { note, take } = createRecord();
  subscribe('http.server.request.start', (message) => {
    const id = acknowledgedBy((message as { readonly request: IncomingMessage }).request.url);
    if (id === undefined) return;
    note(id, 'arrived');
    const sent = sentAt(id);
    if (sent !== undefined) note(id, 'sent', sent);
  });
  return take;
}

interface TimeRecord {
  /** Notes a moment, unless the interaction has reached it before. */
  readonly note: (id: string | undefined, moment: keyof Acknowledgement, at?: number) => void;
  readonly take: () => Recorded;
}

function createRecord(): TimeRecord {
  let times = new Map<string, Partial<Record<keyof Acknowledgement, number>>>();
  return {
    note(id, moment, at = sharedNow()) {
      if (id === undefined) return;
      const known = times.get(id) ?? {};
      known[moment] ??= at;
      times.set(id, known);
    },
    take() {
      const taken = Object.fromEntries(times);
      times = new Map();
      return taken;
    },
  };
}
