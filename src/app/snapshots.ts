import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Article } from '../article/article.ts';
import { indexArticles, type SearchIndex } from '../search/searchIndex.ts';
import { isSnapshotOf } from '../search/index/snapshot.ts';
import { indexVersion } from './indexVersion.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import { readSnapshotFile, writeSnapshotFile } from './snapshotFile.ts';
import { messageOf } from '../runtime/messageOf.ts';

export interface SnapshotOptions {
  /** The folder of the snapshots; several processes may share it. */
  readonly folder: string;
  /** The articles' folder, of which there is one snapshot. */
  readonly corpus: string;
  /** Told in one sentence what is wrong with a snapshot; the index is then made without. */
  readonly onProblem: (sentence: string) => void;
}

/**
 * Makes an index from the corpus's snapshot, where there is one that is whole and of this version, and from the articles that
 * have changed since; otherwise from the articles alone. `isKept` tells whether the snapshot is still of these articles.
 * Never fails for what is wrong with a snapshot.
 */
export async function indexFromSnapshot(
  articles: readonly Article[],
  { signal, ...options }: SnapshotOptions & { readonly signal?: AbortSignal },
): Promise<{ readonly index: SearchIndex; readonly isKept: boolean }> {
  const file = await fileOf(options);
  const { onProblem } = options;
  try {
    const reading = await readSnapshotFile(file, await indexVersion(), Date.now());
    if (reading.kind === 'snapshot') {
      const index = await inSlices(indexArticles(articles, reading.contents), signal);
      return { index, isKept: isSnapshotOf(reading.contents, articles) };
    }
    if (reading.kind === 'damaged') onProblem(`The index snapshot ${file} is damaged; the articles are indexed anew.`);
  } catch (error) {
    onProblem(`Cannot use the index snapshot ${file}: ${messageOf(error)}; the articles are indexed anew.`);
  }
  return { index: await inSlices(indexArticles(articles), signal), isKept: false };
}

/** Keeps a snapshot of a corpus's index for the next start. */
export interface Keeper {
  readonly options: SnapshotOptions;
  /** Writes a snapshot soon, in slices; one that is still to be begun serves for both. */
  keep(index: SearchIndex): void;
  /** Settles when nothing is left to write. */
  settled(): Promise<void>;
}

/** Creates what keeps snapshots. It never fails: a snapshot that cannot be written is missed by nobody but the clock. */
export function createKeeper(options: SnapshotOptions): Keeper {
  let last: Promise<void> = Promise.resolve();
  let isWaiting = false;
  return {
    options,
    keep(index) {
      if (isWaiting) return;
      isWaiting = true;
      last = last.then(() => {
        isWaiting = false;
        return write(index, options);
      });
    },
    settled: () => last,
  };
}

async function write(index: SearchIndex, options: SnapshotOptions): Promise<void> {
  const file = await fileOf(options);
  try {
    const parts = await inSlices(index.snapshot());
    await writeSnapshotFile(file, { version: await indexVersion(), parts, now: Date.now() });
  } catch (error) {
    options.onProblem(`Cannot write the index snapshot ${file}: ${messageOf(error)}.`);
  }
}

async function fileOf({ folder, corpus }: SnapshotOptions): Promise<string> {
  const path = await realpath(corpus).catch(() => resolve(corpus));
  return join(folder, `index-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.bin`);
}
