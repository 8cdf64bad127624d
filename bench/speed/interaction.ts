import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { openApp } from '../../src/app/app.ts';
import { startBot } from '../../src/discord/bot.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import { startRoom, type Room } from '../../src/room/room.ts';
import { compare, timeAsync, type Row, type Times } from './measure.ts';

const ROUNDS = 200;

/** Measures an interaction from the member's request to the bot's answer, through the room and discord.js, against a bot that says "pong". */
export async function interaction(): Promise<readonly Row[]> {
  const ask = { name: 'ask', options: [{ type: 3, name: 'question', value: 'What threat do security agencies see?' }] };
  const quote = { name: 'quote', options: [{ type: 3, name: 'text', value: 'threat' }] };
  const pong = await withRoom(async (room) => {
    const client = await startPong(room);
    const times = await timeCommand(room, { name: 'ping', options: [] });
    await client.destroy();
    return times;
  });
  const [asking, quoting] = await withRoom(async (room) => {
    const stop = await startRapporteur(room);
    const times = [await timeCommand(room, ask), await timeCommand(room, quote)] as const;
    await stop();
    return times;
  });
  return [
    compare('/ask', 'a bot that says "pong"', [asking, pong]),
    compare('/quote', 'a bot that says "pong"', [quoting, pong]),
  ];
}

async function withRoom<Result>(use: (room: Room) => Promise<Result>): Promise<Result> {
  const room = await startRoom({ port: 0, rateLimits: false });
  try {
    return await use(room);
  } finally {
    await room.close();
  }
}

async function startPong({ address, token }: Room): Promise<Client> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: `${address}/api` } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral });
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await (await ready).application.commands.set([{ name: 'ping', description: 'Says pong' }]);
  return client;
}

async function startRapporteur({ address, token }: Room): Promise<() => Promise<void>> {
  const opened = await openApp({ corpus: 'corpus', database: IN_MEMORY, limits: { perServer: 25, minMinutes: 15 } });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { commands, contextFor, close } = opened.app;
  const started = await startBot({
    token,
    api: `${address}/api`,
    commands,
    contextFor,
    links: () => undefined,
    limit: { commands: 1_000_000, windowMs: 1000 },
    log: pino({ level: 'silent' }),
  });
  if (started.kind === 'refused') throw new Error(started.reason);
  return async () => {
    await started.bot.close(1000);
    await close();
  };
}

interface RoomState {
  readonly application_id: string;
  readonly guild_id: string;
  readonly channels: readonly { readonly id: string }[];
  readonly members: readonly { readonly token: string }[];
  readonly commands: readonly { readonly id: string; readonly name: string; readonly version?: string }[];
}

async function timeCommand(
  { address }: Room,
  { name, options }: { readonly name: string; readonly options: readonly unknown[] },
): Promise<Times> {
  const state = (await (await fetch(`${address}/room`)).json()) as RoomState;
  const command = state.commands.find((candidate) => candidate.name === name)!;
  const body = {
    type: 2,
    application_id: state.application_id,
    guild_id: state.guild_id,
    channel_id: state.channels[0]!.id,
    session_id: 'bench',
    nonce: '1',
    data: { id: command.id, name, type: 1, version: command.version, options },
  };
  return timeAsync(
    Array.from({ length: ROUNDS }, (_, round) => round),
    async (round) => {
      const response = await fetch(`${address}/api/v10/interactions?wait=true`, {
        method: 'POST',
        headers: { authorization: state.members[0]!.token, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, nonce: String(round) }),
      });
      if (response.status !== 200) throw new Error(`The room answered ${response.status}: ${await response.text()}`);
      await response.arrayBuffer();
    },
    1,
  );
}
