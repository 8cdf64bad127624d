import { openCorpus } from '../../src/app/corpus.ts';
import type { StartReport } from './startFromSnapshot.ts';

/** Starts once as a bot does: reads and checks the articles, and makes them searchable; keeps a snapshot where it had none. */
const [corpus, snapshots] = process.argv.slice(2) as [string, string];
const start = performance.now();
const opened = await openCorpus(corpus, { snapshots, onProblem: (sentence) => console.error(sentence) });
if (opened.kind === 'refused') throw new Error(opened.reason);
const openMs = performance.now() - start;
await opened.corpus.ready;
const readyMs = performance.now() - start;
await opened.corpus.close();
process.send!({ openMs, readyMs } satisfies StartReport, () => process.exit());
