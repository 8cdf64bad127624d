import { Client, GatewayIntentBits, Partials } from 'discord.js';

/** What the bot sent to Discord, as JSON, files included. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  // A test reads whatever it expects.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly files: readonly string[];
}

/** The real discord.js without a gateway: packets are handed in, and requests are recorded and answered. */
export interface OfflineDiscord {
  readonly client: Client<true>;
  readonly sent: Sent[];
  /** Hands a packet in, as the gateway would. */
  receive(kind: 'InteractionCreate' | 'MessageCreate', packet: object): void;
}

export const BOT = '900000000000000001';
const UNREACHABLE_GUILD = { status: 404, body: { code: 10_003, message: 'Unknown Channel' } };

/** Builds such a client, which is a member of these servers. */
export function createOfflineDiscord(guilds: readonly object[]): OfflineDiscord {
  const sent: Sent[] = [];
  let ids = 0;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: {
      globalRequestsPerSecond: 1_000_000,
      async makeRequest(url, { method = 'GET', body }) {
        const path = new URL(url).pathname;
        const record = { method, path, ...(await read(body)) };
        sent.push(record);
        if (method === 'GET') return response(UNREACHABLE_GUILD.status, UNREACHABLE_GUILD.body);
        if (path.endsWith('/callback')) return response(204);
        const id = String(800_000_000_000_000_000n + BigInt((ids += 1)));
        const channel = /\/channels\/(\d+)\//u.exec(path)?.[1] ?? '1';
        return response(200, { id, channel_id: channel, author: { id: BOT, username: 'bot' }, ...record.body });
      },
    },
  });
  client.rest.setToken('token');
  // oxlint-disable-next-line typescript/no-explicit-any
  const inside = client as any;
  inside.user = inside.users._add({ id: BOT, username: 'bot', bot: true });
  for (const guild of guilds) inside.guilds._add(guild);
  return {
    client: client as Client<true>,
    sent,
    receive: (kind, packet) => void inside.actions[kind].handle(packet),
  };
}

async function read(body: unknown): Promise<Pick<Sent, 'body' | 'files'>> {
  if (typeof body === 'string') return { body: JSON.parse(body) as unknown, files: [] };
  if (!(body instanceof FormData)) return { body: undefined, files: [] };
  const parts = [...body];
  const json = parts.find(([name]) => name === 'payload_json')?.[1];
  const files = await Promise.all(parts.flatMap(([, value]) => (value instanceof Blob ? [value.text()] : [])));
  return { body: JSON.parse(typeof json === 'string' ? json : '{}') as unknown, files };
}

/** The shape of `undici`'s response, as far as discord.js reads it. */
function response(status: number, body?: object): never {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json' } }) as never;
}
