import { setTimeout } from 'node:timers/promises';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { openApp } from '../../src/app/app.ts';
import type { Job, Rendered } from '../../src/delivery/delivery.ts';
import { startDelivery, type Notice } from '../../src/delivery/startDelivery.ts';
import { createOutbox } from '../../src/discord/posting/createOutbox.ts';
import { createRest } from '../../src/discord/gateway/createRest.ts';
import { sendNotice } from '../../src/discord/posting/sendNotice.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { systemClock } from '../../src/schedule/times/clock.ts';
import { openGateway } from '../../src/start/openGateway.ts';
import { openStore } from '../../src/store/store.ts';
import { CHAOS_TIMES, chaosSettingSchema } from './setting.ts';

/** One of the processes that deliver, and are killed. */
const setting = chaosSettingSchema.parse(JSON.parse(process.env['CHAOS'] ?? ''));
const rest = createRest({ token: setting.token, api: setting.api });
// Nobody is left behind when the test itself is ended.
process.stdin.resume().once('end', () => process.exit());
startDelivery({
  store: await openStore(setting.database),
  outbox: createOutbox({
    token: setting.token,
    api: setting.api,
    bot: setting.bot,
    look: async (channel) => ({
      kind: 'channel',
      type: setting.channels[channel]!,
      guild: setting.guild,
      permissions: PermissionFlagsBits.Administrator,
    }),
  }),
  render,
  notify,
  clock: systemClock,
  random: Math.random,
  times: CHAOS_TIMES,
  metrics: createMetrics(),
  log: {
    info: () => {},
    warn: () => {},
    error: (event, message) => 'err' in event && console.error(setting.owner, message, event['err']),
  },
  owner: setting.owner,
  maxSleepMs: 1000,
});

if (setting.corpus !== undefined) await shareGateway(setting.corpus);

/** A message that says which section of which plan it is, and carries the run's id. */
async function render({ run, position }: Job): Promise<Rendered> {
  const button = { type: 2, style: 2, label: 'More', custom_id: `digest:${run.id}` };
  const payload = { content: `section ${position}`, components: [{ type: 1, components: [button] }] };
  return { kind: 'message', payload, title: `Section ${position}`, next: position + 1 };
}

function notify({ run }: Notice): Promise<boolean> {
  const notice = { content: `told ${run.id} ${run.state} ${run.reason ?? ''}` };
  return sendNotice(rest, { channel: setting.adminChannel, user: setting.user, subject: run.id }, notice);
}

/** Answers interactions while this process has the gateway. */
async function shareGateway(corpus: string): Promise<void> {
  const opened = await openApp({ corpus, database: setting.database, limits: { perServer: 99, minMinutes: 1 } });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { app } = opened;
  const { commands, contextFor } = app;
  const log = pino({ level: 'silent' });
  const limit = { commands: 1_000_000, windowMs: 1000 };
  const bot = { token: setting.token, api: setting.api, commands, contextFor, links: () => undefined, log, limit };
  // Faults may refuse the connection for now.
  for (;;) {
    const gateway = await openGateway({ app, config: { SHARDS: undefined, SHARD_IDS: undefined }, bot, log });
    if (gateway.kind === 'opened') return reportHolding(() => gateway.gateway.state().state === 'connected');
    await setTimeout(500);
  }
}

/** Tells the test whether this process has the gateway. */
function reportHolding(isHolding: () => boolean): void {
  let told = false;
  setInterval(() => {
    if (isHolding() !== told) process.send?.((told = isHolding()));
  }, 50);
}
