import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hostile } from './hostile.ts';
import { percentile, rounded, type Row } from './measure.ts';
import type { BotReport } from './botReport.ts';
import { startBotProcess, type BotProcess } from './startBotProcess.ts';
import { makeArticles, makeQuestions } from './texts.ts';
import { writeCorpus } from './writeCorpus.ts';

const WARM_UP_SECONDS = 4;
const SECONDS = 8;
const LARGE_SENTENCES = 100_000;
const LARGE = '2,000 articles, 100,000 sentences';
/** Articles that change at once. */
const CHANGED = 100;

interface Load {
  readonly perSecond: number;
  readonly call: (bot: BotProcess, at: number) => Promise<void>;
}

/**
 * Measures how long the bot's event loop is held up while it loads, answers at a fixed rate, and takes changed articles up.
 * The bot, the room and who asks are three processes.
 */
export async function loop(): Promise<readonly Row[]> {
  const pong: Load = { perSecond: 200, call: (bot) => bot.call('ping') };
  const one: Load = {
    perSecond: 200,
    call: (bot) => bot.call('ask', { question: 'What threat do security agencies see?' }),
  };
  return [
    ...(await measure('"pong"', await startBotProcess('pong'), pong)),
    ...(await measure('one article', await startBotProcess('rapporteur'), one)),
    ...(await measureLarge()),
    ...(await hostile()),
  ];
}

async function measureLarge(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loop-'));
  try {
    const articles = makeArticles(LARGE_SENTENCES, { perArticle: 50 });
    const [corpus, snapshots] = [join(folder, 'corpus'), join(folder, 'snapshots')];
    await writeCorpus(corpus, articles);
    const questions = makeQuestions(articles, 100);
    const load: Load = {
      perSecond: 10,
      call: (bot, at) => bot.call('ask', { question: questions[at % questions.length]! }),
    };
    const indexing = await startBotProcess('rapporteur', { corpus, snapshots });
    await indexing.close();
    const bot = await startBotProcess('rapporteur', { corpus, snapshots });
    const other = makeArticles(CHANGED * 50, { perArticle: 50, seed: 7 });
    await writeCorpus(corpus, other.slice(0, 1));
    const reloadOne = await reloading(bot, load);
    await writeCorpus(corpus, other);
    const reloadMany = await reloading(bot, load);
    return [
      { what: `${LARGE}, loading without a snapshot`, against: '50 ms', values: delays(indexing.starting) },
      { what: `${LARGE}, loading from a snapshot`, against: '50 ms', values: delays(bot.starting) },
      { what: `${LARGE}, while one article is replaced`, against: '50 ms', values: reloadOne },
      { what: `${LARGE}, while ${CHANGED} articles are replaced`, against: '50 ms', values: reloadMany },
      ...(await measure(LARGE, bot, load)).slice(1),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(what: string, bot: BotProcess, load: Load): Promise<readonly Row[]> {
  await run(bot, load, WARM_UP_SECONDS);
  await bot.report();
  const times = await run(bot, load, SECONDS);
  const answering = await bot.report();
  await bot.close();
  return [
    { what: `${what}, loading`, against: '50 ms', values: delays(bot.starting) },
    {
      what: `${what}, ${load.perSecond} interactions a second`,
      against: '50 ms',
      values: { ...delays(answering), ...answers(times, answering) },
    },
  ];
}

/** Goes on asking while the corpus is read again. */
async function reloading(bot: BotProcess, load: Load): Promise<Readonly<Record<string, string>>> {
  await run(bot, load, WARM_UP_SECONDS);
  await bot.report();
  const [times] = await Promise.all([run(bot, load, SECONDS), bot.reload()]);
  const report = await bot.report();
  return { ...delays(report), ...answers(times, report) };
}

/** Calls at a fixed rate, however long the answers take; gives the times, infinite if none came in time. */
async function run(bot: BotProcess, { perSecond, call }: Load, seconds: number): Promise<Float64Array> {
  const began = performance.now();
  const calls = Array.from({ length: perSecond * seconds }, async (_, at) => {
    await setTimeout(Math.max(0, began + (at * 1000) / perSecond - performance.now()));
    const start = performance.now();
    const answered = await call(bot, at).then(
      () => true,
      () => false,
    );
    return answered ? performance.now() - start : Infinity;
  });
  return Float64Array.from(await Promise.all(calls)).sort();
}

function answers(times: Float64Array, { cpuMs }: BotReport): Readonly<Record<string, string>> {
  return {
    'answered after, p50, p99': [0.5, 0.99].map((share) => after(percentile(times, share))).join(', '),
    'processor time each': `${rounded(cpuMs / times.length)} ms`,
    'without an answer': String(times.filter((time) => time === Infinity).length),
  };
}

function after(ms: number): string {
  return ms === Infinity ? 'never' : `${rounded(ms)} ms`;
}

function delays({ p50, p99, max }: BotReport): Readonly<Record<string, string>> {
  return {
    'delay p50, p99': `${rounded(p50)}, ${rounded(p99)} ms`,
    'longest delay': `${(max / 50).toFixed(2)}× (${rounded(max)} ms)`,
  };
}
