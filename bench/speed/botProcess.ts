import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { openApp } from '../../src/app/app.ts';
import { loadCommands } from '../../src/command/loadCommands.ts';
import { startBot } from '../../src/discord/bot.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import type { BotReport } from './botReport.ts';
import { recordInBot, type Recorded } from './burst/recordTimes.ts';

/** What a bot's process can be asked for; it answers each with one message, and says when it is ready. */
export type BotRequest = 'report' | 'reload' | 'acknowledgements';

/**
 * A bot in its own process: Rapporteur, or one that says "pong". Reports its event-loop delays and processor time since
 * the last report.
 */
const { BOT, API, TOKEN, CORPUS, SNAPSHOTS } = process.env as Readonly<
  Record<'BOT' | 'API' | 'TOKEN' | 'CORPUS' | 'SNAPSHOTS', string>
>;
const COMMANDS_FOLDER = fileURLToPath(new URL('../../commands', import.meta.url));
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const turns = watchTurns();
let used = process.cpuUsage();
let reload = async (): Promise<unknown> => undefined;
let acknowledgements = (): Recorded => ({});

process.on('message', (wanted: BotRequest) => {
  if (wanted === 'report') process.send!(report());
  else if (wanted === 'acknowledgements') process.send!(acknowledgements());
  else void reload().then(() => process.send!({}));
});
process.on('disconnect', () => process.exit());
await (BOT === 'pong' ? startPong() : startRapporteur());
process.send!({});

function report(): BotReport {
  const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => ns / 1e6);
  const { user, system } = process.cpuUsage(used);
  used = process.cpuUsage();
  delay.reset();
  return { p50: p50!, p99: p99!, max: max!, cpuMs: (user + system) / 1000, turnCpuMs: turns.take() };
}

/** Measures the processor time between timers that are due at once: that of one turn of the event loop, or a few short ones. */
function watchTurns() {
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [before, most] = [spent(), 0];
  setInterval(() => {
    const now = spent();
    most = Math.max(most, now - before);
    before = now;
  }, 1).unref();
  return {
    take(): number {
      const taken = most;
      most = 0;
      return taken;
    },
  };
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
  await loadCommands(COMMANDS_FOLDER);
  // The modules are loaded by now: from here on nothing may hold the loop up.
  delay.reset();
  const connected = Promise.withResolvers<void>();
  const opened = await openApp({
    corpus: CORPUS,
    database: IN_MEMORY,
    limits: { perServer: 25, minMinutes: 15 },
    prepared: connected.promise,
    ...(SNAPSHOTS === '' ? {} : { snapshots: SNAPSHOTS }),
    onProblem: (sentence) => console.error(sentence),
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { app } = opened;
  const { commands, contextFor } = app;
  reload = app.reload;
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
  acknowledgements = recordInBot(started.bot.client);
  connected.resolve();
  await app.ready;
  while (!app.isReady('events')) await setTimeout(100);
  // The snapshot is written meanwhile, which must not hold the loop up either.
  await setTimeout(1000);
}
