import { createReader } from 'rapporteur-reader';
import { answerableOf, readArticles, type QuestionedArticle } from '../train/questions.ts';
import { loadHarness } from './evalData.ts';
import type { EvalArticle } from './evalArticle.ts';
import type { Measure } from './printMeasures.ts';
import { readQa } from './readQa.ts';

/** One question of so many is put; `EVAL_EVERY=1` puts all, which takes half an hour. */
const EVERY = Number(process.env['EVAL_EVERY'] ?? 4);

interface Found {
  readonly n: number;
  readonly hit1: number;
  readonly sent1: number;
}
interface Silence {
  readonly n: number;
  readonly answered: number;
  readonly silent: number;
  readonly silentAt95Answered: number;
}

/** The sets that the reader was not trained on, with what is wanted of paragraph and sentence. */
const SETS: readonly (readonly [set: string, paragraph: number, sentence: number])[] = [
  ['qa-fit', 92, 85],
  ['qa-news-fit', 92, 87],
  ['qa-long-fit', 75, 61],
];
const VARIANTS = { q: 'as asked', typo2: 'two typing errors' } as const;
const TYPO_TARGET = 88;

/**
 * Measures the answers that reading gives on articles that the reader has never seen: the order, questions with typing errors, and
 * silence on the hard kind of question (`harness/silence.mjs`) and on questions about other articles.
 */
export async function readMeasures(): Promise<readonly Measure[]> {
  const reader = createReader();
  const adapter = readQa(reader);
  const { evalQA } = await loadHarness<{
    readonly evalQA: (
      adapter: unknown,
      data: unknown,
      options: { readonly variants: readonly string[]; readonly offTopic: boolean },
    ) => Promise<{ readonly variants: Readonly<Record<string, Found>> }>;
  }>('qa');
  const { evalSilence } = await loadHarness<{
    readonly evalSilence: (adapter: unknown, data: unknown, options: { readonly every: number }) => Promise<Silence>;
  }>('silence');
  const measures: Measure[] = [];
  for (const [set, paragraph, sentence] of SETS) {
    const articles = readArticles(set);
    const some = articles.map((article) => ({ ...article, questions: everyOf(answerableOf(article)) }));
    const isFirst = set === SETS[0]![0];
    const { variants } = await evalQA(adapter, some, { variants: Object.keys(VARIANTS), offTopic: false });
    for (const [variant, name] of Object.entries(VARIANTS)) {
      const { n, hit1, sent1 } = variants[variant]!;
      const isAsked = variant === 'q';
      measures.push(
        {
          name: `${set}, ${name} (${n}), paragraph first`,
          value: 100 * hit1,
          target: isAsked ? paragraph : isFirst ? TYPO_TARGET : undefined,
        },
        { name: `${set}, ${name}, sentence first`, value: 100 * sent1, target: isAsked ? sentence : undefined },
      );
    }
    const { n, answered, silent, silentAt95Answered } = await evalSilence(adapter, articles, { every: EVERY });
    measures.push(
      { name: `${set}, answered (${n})`, value: 100 * answered, target: isFirst ? 95 : undefined },
      { name: `${set}, silent where the answer is taken out`, value: 100 * silent },
      {
        name: `${set}, the same where 95 of 100 are answered`,
        value: 100 * silentAt95Answered,
        target: isFirst ? 55 : undefined,
      },
    );
    const others = await silentOnOthers(adapter, some);
    measures.push({
      name: `${set}, silent on questions about another article`,
      value: others,
      target: isFirst ? 97 : undefined,
    });
  }
  await reader.close();
  return measures;
}

/** Puts the questions of each article to the next one. */
async function silentOnOthers(
  adapter: ReturnType<typeof readQa>,
  articles: readonly QuestionedArticle[],
): Promise<number> {
  let [silent, asked] = [0, 0];
  for (const [at, { questions }] of articles.entries()) {
    const index = adapter.build(plainOf(articles[(at + 1) % articles.length]!));
    for (const { q } of questions) {
      asked += 1;
      silent += Number(!(await index.answer(q)).answered);
    }
  }
  return (100 * silent) / asked;
}

function plainOf({ id, title, paragraphs }: QuestionedArticle): EvalArticle {
  return { id, title, paragraphs: paragraphs.map(({ text }) => text) };
}

function everyOf<One>(all: readonly One[]): readonly One[] {
  return all.filter((_, at) => at % EVERY === 0);
}
