import { Client, GatewayIntentBits } from 'discord.js';
import { usedMb, type Row } from '../measure.ts';

const SERVERS = 2500;
const CHANNELS = 30;
const ROLES = 20;

/** Measures the memory that a server takes in the gateway's client, with 30 channels and 20 roles. */
export async function serverMemory(): Promise<readonly Row[]> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds] });
  const before = await usedMb();
  const guilds = (client as unknown as { guilds: { _add(guild: object): void } }).guilds;
  for (let at = 0; at < SERVERS; at += 1) guilds._add(server(BigInt(at)));
  const kilobytes = ((await usedMb()) - before) * 1024;
  await client.destroy();
  return [
    {
      what: `${SERVERS} servers of ${CHANNELS} channels and ${ROLES} roles, one shard's worth`,
      against: 'a client that is in none',
      values: { 'memory a server': `${(kilobytes / SERVERS).toFixed(1)} KB` },
    },
  ];
}

function server(at: bigint): object {
  const first = 930_000_000_000_000_000n + at * 1000n;
  const id = String(first);
  return {
    id,
    name: `Server ${id}`,
    owner_id: '1',
    features: [],
    emojis: [],
    stickers: [],
    members: [],
    roles: Array.from({ length: ROLES }, (_, role) => ({
      id: role === 0 ? id : String(first + 500n + BigInt(role)),
      name: `Role ${role}`,
      permissions: '104324673',
      position: role,
      color: 0,
      colors: { primary_color: 0 },
    })),
    channels: Array.from({ length: CHANNELS }, (_, channel) => ({
      id: String(first + 100n + BigInt(channel)),
      type: 0,
      name: `channel-${channel}`,
      position: channel,
      permission_overwrites: [{ id, type: 0, allow: '0', deny: '2048' }],
    })),
  };
}
