import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Article } from '../../../src/article/article.ts';
import { hostileArticles } from '../hostileTexts.ts';
import { percentile, rounded, type Row } from '../measure.ts';
import { startBotProcess, type BotProcess } from '../startBotProcess.ts';
import { makeArticles } from '../texts.ts';
import { writeCorpus } from '../writeCorpus.ts';
import { STAGES, stageTimes, type Acknowledgement } from './acknowledgement.ts';

/** Interactions that arrive at once. */
const INTERACTIONS = 1200;
const MEMBERS = 2;
const SENTENCES = 100_000;
const DEADLINE_MS = 3000;
/** Long enough for all of them to wait in the bot's socket, so that they are read at once. */
const STANDSTILL_MS = 1500;
/** Processes that each keep one core busy meanwhile. */
const LOADS = [0, 1, 2];
/** A bot that has just started runs code that is not compiled yet. */
const WARM_UP = 60;

/**
 * Measures what becomes of 1,200 uses of `/ask` at once: how long each stage of an acknowledgement takes, in the bot and
 * in the room, on a machine that is quiet or has other work on one or both cores. Times include the wait for a core;
 * processor time does not.
 */
export async function burst(): Promise<readonly Row[]> {
  const hard = hostileArticles();
  return [
    ...(await measure(`${hard.length} hard articles`, hard)),
    ...(await measure('2,000 articles, 100,000 sentences', makeArticles(SENTENCES, { perArticle: 50 }))),
  ];
}

async function measure(corpusName: string, articles: readonly Article[]): Promise<readonly Row[]> {
  const corpus = await mkdtemp(join(tmpdir(), 'burst-'));
  await writeCorpus(corpus, articles);
  const bot = await startBotProcess('rapporteur', { corpus });
  const rows: Row[] = [];
  try {
    for (let use = 0; use < WARM_UP; use += 1) await bot.call('ask', { question: `What came of it ${use}?` });
    for (const load of LOADS) {
      const burners = Array.from({ length: load }, () =>
        fork(fileURLToPath(new URL('burnerProcess.ts', import.meta.url))),
      );
      try {
        rows.push(await once(`${corpusName}, ${load} busy processes`, bot));
      } finally {
        for (const burner of burners) burner.kill();
      }
      await setTimeout(1000);
    }
    rows.push(
      await once(`${corpusName}, after the bot stood still for ${STANDSTILL_MS} ms`, bot, {
        standstillMs: STANDSTILL_MS,
      }),
    );
  } finally {
    await bot.close();
    await rm(corpus, { recursive: true });
  }
  return rows;
}

async function once(
  what: string,
  bot: BotProcess,
  { standstillMs = 0 }: { readonly standstillMs?: number } = {},
): Promise<Row> {
  await bot.report();
  await bot.acknowledgements();
  const began = performance.now();
  if (standstillMs > 0) void bot.freeze(standstillMs);
  const outcomes = await Promise.allSettled(
    Array.from({ length: INTERACTIONS }, (_, at) =>
      bot.call('ask', { question: `What came of number ${at}?` }, { member: at % MEMBERS }),
    ),
  );
  const ms = performance.now() - began;
  const { max, turnCpuMs, cpuMs } = await bot.report();
  const acknowledgements = await bot.acknowledgements();
  return {
    what: `${INTERACTIONS} uses of /ask at once: ${what}`,
    against: `${DEADLINE_MS} ms`,
    values: {
      'not acknowledged': String(INTERACTIONS - acknowledgements.filter(isInTime).length),
      'not answered': String(outcomes.filter(({ status }) => status === 'rejected').length),
      'late in the bot': String(acknowledgements.filter(isLateInBot).length),
      ...Object.fromEntries(STAGES.map(({ name, from, to }) => [name, spread(stageTimes(acknowledgements, from, to))])),
      'longest hold': `${rounded(max)} ms`,
      'of it processor time': `${rounded(turnCpuMs)} ms`,
      'processor time until all are written': `${rounded(spentUntilWritten(acknowledgements))} ms`,
      'processor time in all': `${rounded(cpuMs / 1000)} s`,
      'all answered': `${rounded(ms / 1000)} s`,
    },
  };
}

/** Whether the room had the request within three seconds. */
function isInTime({ sent, arrived }: Acknowledgement): boolean {
  return sent !== undefined && arrived !== undefined && arrived - sent <= DEADLINE_MS;
}

/** Whether the bot alone, from receipt to the request written, took longer than Discord waits. */
function isLateInBot({ received, written }: Acknowledgement): boolean {
  return received === undefined || written === undefined || written - received > DEADLINE_MS;
}

function spentUntilWritten(all: readonly Acknowledgement[]): number {
  const spent = all.flatMap((times) => times.spent ?? []);
  return Math.max(...spent) - Math.min(...spent);
}

function spread(times: Float64Array): string {
  return `${[0.5, 0.99, 1].map((share) => rounded(percentile(times, share))).join(' / ')} ms`;
}
