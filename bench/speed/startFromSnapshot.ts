import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio, rounded, type Row } from './measure.ts';
import { makeArticles } from './texts.ts';
import { writeCorpus } from './writeCorpus.ts';

const STARTS = 3;

/** How long a process took until the articles were read, and until they could be searched. */
export interface StartReport {
  readonly openMs: number;
  readonly readyMs: number;
}

/** Measures starts from a snapshot against starts without one, by turns, each in a process of its own. */
export async function startFromSnapshot(size: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'snapshots-'));
  try {
    const [corpus, snapshots] = [join(folder, 'corpus'), join(folder, 'snapshots')];
    await writeCorpus(corpus, makeArticles(size, { perArticle: 50 }));
    const [without, from]: [StartReport[], StartReport[]] = [[], []];
    for (let run = 0; run < STARTS; run += 1) {
      await rm(snapshots, { recursive: true, force: true });
      without.push(await startOnce(corpus, snapshots));
      from.push(await startOnce(corpus, snapshots));
    }
    const [file] = await readdir(snapshots);
    const { size: bytes } = await stat(join(snapshots, file!));
    const times = (starts: readonly StartReport[], part: (start: StartReport) => number) =>
      median(starts.map(part)) / 1000;
    const compared = (part: (start: StartReport) => number) => ratio(times(from, part), times(without, part), 's');
    return {
      what: `start from a snapshot of ${rounded(bytes / 2 ** 20)} MB, ${size.toLocaleString('en')} sentences`,
      against: 'indexing',
      values: {
        build: compared(({ openMs, readyMs }) => readyMs - openMs),
        'with reading the files': compared(({ readyMs }) => readyMs),
      },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function startOnce(corpus: string, snapshots: string): Promise<StartReport> {
  const child = fork(fileURLToPath(new URL('snapshotProcess.ts', import.meta.url)), [corpus, snapshots]);
  const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [StartReport | number];
  if (typeof message !== 'object') throw new Error(`Cannot measure: the process ended with ${message}`);
  return message;
}
