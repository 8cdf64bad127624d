import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createReader } from 'rapporteur-reader';
import { createMeaning } from '../../src/answer/reading/createMeaning.ts';
import { READ_BUDGET_MS } from '../../src/answer/reading/readingLimits.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { askSteps } from '../../src/answer/ask.ts';
import type { Library } from '../../src/answer/library.ts';
import { readAnswer } from '../../src/answer/readAnswer.ts';
import { queue } from '../../src/runtime/steps/createQueue.ts';
import { inSlices } from '../../src/runtime/steps/inSlices.ts';
import { askedArticles } from './evalTexts.ts';
import { libraryOf } from './libraryOf.ts';
import { percentile, usedMb, type Times } from './measure.ts';
import { makeArticles, makeQuestions, readerWords } from './texts.ts';
import { madeVectors } from './madeVectors.ts';

/** What answering by reading costs; times in milliseconds. */
export interface ReadingCosts {
  readonly texts: string;
  readonly words: readonly [p50: number, p99: number];
  readonly read: readonly [p50: number, p99: number];
  /** Of those asked one after the other, how many were read. */
  readonly readShare: number;
  readonly holdMs: number;
  /** Twenty at once: until the last was answered, and how many were read. */
  readonly atOnce: readonly [ms: number, read: number];
  readonly loadMs: number;
  readonly readerMb: number;
  readonly vectorsMb: number;
}

const SENTENCES = 100_000;
const SENTENCES_EACH = 50;
const QUESTIONS = 150;
const AT_ONCE = 20;
const AT_ONCE_ROUNDS = 3;

interface Asked {
  readonly library: Library;
  readonly question: string;
}

const before = process.memoryUsage.rss();
const reader = createReader();
const status = await reader.warm();
if (status.state !== 'ready') throw new Error(`Cannot measure reading: ${JSON.stringify(status)}`);
const readerMb = (process.memoryUsage.rss() - before) / 2 ** 20;
const { texts, asked } = process.argv[2] === 'many' ? ofMany() : ofOne();
const files = process.argv[2] === 'many' ? await madeVectors(reader) : undefined;
const meaning = createMeaning(reader, files);
const without = await usedMb();
for (const { library } of asked) await meaning.place(library.articles.values());
const vectorsMb = (await usedMb()) - without;

const [warmUps, timed] = [asked.slice(0, 5), asked.slice(5, QUESTIONS)];
const atOnce = asked.slice(QUESTIONS);
for (const one of warmUps) await ask(one);
const words = await times(timed, ({ library, question }) => inSlices(askSteps(question, library)));
let [answered, wereRead] = [0, 0];
const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();
const read = await times(timed, async (one) => {
  const answer = await ask(one);
  answered++;
  if ('read' in answer && answer.read === true) wereRead++;
});
const rounds: (readonly [ms: number, read: number])[] = [];
for (let round = 0; round < AT_ONCE_ROUNDS; round++) {
  const own = atOnce.slice(round * AT_ONCE, (round + 1) * AT_ONCE);
  const start = performance.now();
  const answers = await Promise.all(own.map((one, member) => queue.run(`member ${member}`, () => ask(one))));
  rounds.push([
    performance.now() - start,
    answers.filter((answer) => 'read' in answer && answer.read === true).length,
  ] as const);
}
loop.disable();
const costs: ReadingCosts = {
  texts,
  words: [percentile(words, 0.5), percentile(words, 0.99)],
  read: [percentile(read, 0.5), percentile(read, 0.99)],
  readShare: wereRead / answered,
  holdMs: loop.max / 1e6,
  atOnce: rounds.toSorted(([a], [b]) => b - a)[0]!,
  loadMs: status.loadMs,
  readerMb,
  vectorsMb,
};
process.stdout.write(JSON.stringify(costs));
await reader.close();

/** Answers as a bot does. */
function ask({ library, question }: Asked): Promise<Answer> {
  return readAnswer(question, library, { reader, meaning, budgetMs: READ_BUDGET_MS });
}

async function times(all: readonly Asked[], use: (one: Asked) => Promise<unknown>): Promise<Times> {
  const taken: number[] = [];
  for (const one of all) {
    const start = performance.now();
    await use(one);
    taken.push(performance.now() - start);
  }
  return Float64Array.from(taken).sort();
}

function ofOne(): { readonly texts: string; readonly asked: readonly Asked[] } {
  const { texts, asked } = askedArticles(Math.ceil((QUESTIONS + AT_ONCE * AT_ONCE_ROUNDS) / 30));
  return {
    texts: `one article (${asked.length} ${texts}, one at a time)`,
    asked: asked.flatMap(({ article, questions }) => {
      const library = libraryOf([article]);
      return questions.map((question) => ({ library, question }));
    }),
  };
}

function ofMany(): { readonly texts: string; readonly asked: readonly Asked[] } {
  const articles = makeArticles(SENTENCES, { perArticle: SENTENCES_EACH, words: readerWords() });
  const library = libraryOf(articles);
  const questions = makeQuestions(articles, QUESTIONS + AT_ONCE * AT_ONCE_ROUNDS);
  return {
    texts: `${SENTENCES.toLocaleString('en')} sentences in ${articles.length.toLocaleString('en')} made-up articles`,
    asked: questions.map((question) => ({ library, question })),
  };
}
