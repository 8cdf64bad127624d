import { buildEngine, type Engine } from './engines.ts';
import { percentile, race } from './measure.ts';
import type { ScaleResult } from './scale.ts';
import { makeArticles, makeQuestions } from './texts.ts';

const [engine, size, count] = process.argv.slice(2) as [Engine, string, string];
const articles = makeArticles(Number(size), { perArticle: 50 });
const questions = makeQuestions(articles, 200).slice(0, Number(count));
const index = await buildEngine(engine, articles);
const memoryMb = await index.memoryMb();
const few = questions.length < 200;
const { search } = await race(questions, { search: index.search }, few ? { rounds: 1, warmUps: 0 } : { rounds: 3 });
const [another] = makeArticles(200, { seed: 7 });
const start = performance.now();
index.add?.({ ...another!, id: 'another' as never });
const addMs = performance.now() - start;
const result: ScaleResult = {
  buildMs: index.buildMs,
  p50: percentile(search, 0.5),
  p99: percentile(search, 0.99),
  memoryMb,
  addMs,
};
process.send!(result, () => process.exit());
