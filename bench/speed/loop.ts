import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeEdition } from '../../src/article/writeArticle.ts';
import { percentile, rounded, type Row } from './measure.ts';
import { startBotProcess, type BotProcess, type BotReport } from './startBotProcess.ts';
import { makeArticles, makeQuestions } from './texts.ts';

const SECONDS = 8;
const LARGE_SENTENCES = 100_000;

interface Load {
  readonly perSecond: number;
  readonly call: (bot: BotProcess, at: number) => Promise<void>;
}

/** Measures how long the bot's event loop is held up while it loads and answers at a fixed rate, in a process of its own. */
export async function loop(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loop-'));
  try {
    const articles = makeArticles(LARGE_SENTENCES, { perArticle: 50 });
    for (const article of articles) {
      await writeEdition(join(folder, article.id), article);
      await writeFile(join(folder, article.id, article.original), article.source);
    }
    const questions = makeQuestions(articles, 100);
    const ping = (bot: BotProcess): Promise<void> => bot.call('ping');
    const ask = (bot: BotProcess): Promise<void> =>
      bot.call('ask', { question: 'What threat do security agencies see?' });
    const askLarge = (bot: BotProcess, at: number): Promise<void> =>
      bot.call('ask', { question: questions[at % questions.length]! });
    return [
      ...(await measure('"pong"', await startBotProcess('pong'), { perSecond: 200, call: ping })),
      ...(await measure('one article', await startBotProcess('rapporteur'), { perSecond: 200, call: ask })),
      ...(await measure('2,000 articles, 100,000 sentences', await startBotProcess('rapporteur', folder), {
        perSecond: 10,
        call: askLarge,
      })),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measure(what: string, bot: BotProcess, { perSecond, call }: Load): Promise<readonly Row[]> {
  await run(bot, { perSecond, call }, 2);
  await bot.report();
  const times = await run(bot, { perSecond, call }, SECONDS);
  const answering = await bot.report();
  await bot.close();
  return [
    { what: `${what}, loading`, against: '50 ms', values: delays(bot.starting) },
    {
      what: `${what}, ${perSecond} interactions a second`,
      against: '50 ms',
      values: {
        ...delays(answering),
        'answered after, p50, p99': [0.5, 0.99].map((share) => after(percentile(times, share))).join(', '),
        'processor time each': `${rounded(answering.cpuMs / times.length)} ms`,
        'without an answer': String(times.filter((time) => time === Infinity).length),
      },
    },
  ];
}

/** Calls at a fixed rate, however long the answers take; gives the times, infinite where none came in time. */
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

function after(ms: number): string {
  return ms === Infinity ? 'never' : `${rounded(ms)} ms`;
}

function delays({ p50, p99, max }: BotReport): Readonly<Record<string, string>> {
  return {
    'delay p50, p99': `${rounded(p50)}, ${rounded(p99)} ms`,
    'longest delay': `${(max / 50).toFixed(2)}× (${rounded(max)} ms)`,
  };
}
