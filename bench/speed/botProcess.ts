import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { openApp } from '../../src/app/app.ts';
import { startBot } from '../../src/discord/bot.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import type { BotReport } from './startBotProcess.ts';

/** A bot in a process of its own: Rapporteur, or one that says "pong". Reports its event loop's delays when asked. */
const { BOT, API, TOKEN, CORPUS } = process.env as Readonly<Record<'BOT' | 'API' | 'TOKEN' | 'CORPUS', string>>;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
let used = process.cpuUsage();

process.on('message', () => report());
process.on('disconnect', () => process.exit());
await (BOT === 'pong' ? startPong() : startRapporteur());
report();

function report(): void {
  const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6);
  const { user, system } = process.cpuUsage(used);
  used = process.cpuUsage();
  process.send!({ p50: p50!, p99: p99!, max: max!, cpuMs: (user + system) / 1000 } satisfies BotReport);
  delay.reset();
}

async function startPong(): Promise<void> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: API } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    // Under more load than the machine bears, a reply comes too late; whoever asked counts that.
    interaction.reply({ content: 'pong', flags: MessageFlags.Ephemeral }).catch(() => {});
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await (await ready).application.commands.set([{ name: 'ping', description: 'Says pong' }]);
}

async function startRapporteur(): Promise<void> {
  const opened = await openApp({ corpus: CORPUS, database: IN_MEMORY, limits: { perServer: 25, minMinutes: 15 } });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { commands, contextFor } = opened.app;
  const started = await startBot({
    token: TOKEN,
    api: API,
    commands,
    contextFor,
    links: () => undefined,
    limit: { commands: 1_000_000, windowMs: 1000 },
    log: pino({ level: 'error' }),
  });
  if (started.kind === 'refused') throw new Error(started.reason);
}
