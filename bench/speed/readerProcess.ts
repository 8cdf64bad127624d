import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createReader, type RuntimeKind } from 'rapporteur-reader';
import { readLibrary } from '../../src/app/readLibrary.ts';
import { isTextBlock } from '../../src/article/article.ts';
import { windowsOf } from '../../src/article/windowsOf.ts';
import { median } from './measure.ts';

/** What one runtime of the reader's costs; speeds are medians. */
export interface ReaderCosts {
  readonly loadMs: number;
  readonly readMs: number;
  readonly tagsASecond: number;
  readonly vectorsASecond: number;
  readonly memoryMb: number;
  readonly holdMs: number;
}

const ROUNDS = 12;
const WINDOWS = 8;

const reading = await readLibrary('corpus');
if (reading.kind === 'unreadable') throw new Error('Cannot measure the reader: the corpus cannot be read');
const article = reading.articles[0]!;
const slice = ([start, end]: readonly [number, number]): string => article.source.slice(start, end);
const windows = windowsOf(article)
  .map(({ span, sentences }) => ({
    text: slice(span),
    sentences: sentences.map(({ span: [start, end] }) => [start - span[0], end - span[0]] as const),
  }))
  .toSorted((a, b) => b.text.length - a.text.length)
  .slice(0, WINDOWS);
const sentences = article.blocks.flatMap((block) => (isTextBlock(block) ? block.sentences.map(slice) : []));

const before = process.memoryUsage.rss();
const reader = createReader({ runtimes: [process.argv[2] as RuntimeKind] });
const status = await reader.warm();
if (status.state !== 'ready') throw new Error(`Cannot measure the reader: ${JSON.stringify(status)}`);
const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();
const [reads, tags, places]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < ROUNDS; round++) {
  reads.push(await timed(() => reader.read(`Who was named in round ${round}?`, windows)));
  tags.push(await timed(() => reader.tag(sentences)));
  places.push(await timed(() => reader.place(sentences)));
}
loop.disable();
globalThis.gc?.();
const costs: ReaderCosts = {
  loadMs: status.loadMs,
  readMs: median(reads),
  tagsASecond: (sentences.length / median(tags)) * 1000,
  vectorsASecond: (sentences.length / median(places)) * 1000,
  memoryMb: (process.memoryUsage.rss() - before) / 2 ** 20,
  holdMs: loop.max / 1e6,
};
process.stdout.write(JSON.stringify(costs));
await reader.close();

async function timed(use: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await use();
  return performance.now() - start;
}
