import { createSearchIndex } from '../../src/search/searchIndex.ts';
import { plainIndex } from './answering.ts';
import { percentile, time } from './measure.ts';
import type { ScaleResult } from './scale.ts';
import { makeArticles, makeQuestions } from './texts.ts';

const QUESTIONS = 100;

const [engine, size] = process.argv.slice(2) as [string, string];
const articles = makeArticles(Number(size));
const questions = makeQuestions(articles, QUESTIONS);
const heapBefore = heapMb();
const start = performance.now();
const index = engine === 'minisearch' ? plainIndex(articles) : createSearchIndex(articles);
const buildMs = performance.now() - start;
const heap = heapMb() - heapBefore;
const times = time(questions, (question) => index.search(question), 1);
const result: ScaleResult = { buildMs, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99), heapMb: heap };
process.send!(result);

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}
