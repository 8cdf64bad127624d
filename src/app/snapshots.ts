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
  /** The articles' folder, which has one snapshot. */
  readonly corpus: string;
  /** Called with a sentence if something is wrong with a snapshot; the index is then built without it. */
  readonly onProblem: (sentence: string) => void;
}

/**
 * Builds an index from the corpus's snapshot, if there is a complete one of this version, and from the articles that
 * have changed since; otherwise from the articles only. `isUpToDate`: whether the snapshot has exactly these articles.
 * Never fails because of a snapshot.
 */
export async function indexFromSnapshot(
  articles: readonly Article[],
  { signal, ...options }: SnapshotOptions & { readonly signal?: AbortSignal },
): Promise<{ readonly index: SearchIndex; readonly isUpToDate: boolean }> {
  const file = await fileOf(options);
  const { onProblem } = options;
  try {
    const reading = await readSnapshotFile(file, await indexVersion(), Date.now());
    if (reading.kind === 'snapshot') {
      const index = await inSlices(indexArticles(articles, reading.contents), signal);
      return { index, isUpToDate: isSnapshotOf(reading.contents, articles) };
    }
    if (reading.kind === 'damaged') onProblem(`The index snapshot ${file} is damaged; the articles are indexed anew.`);
  } catch (error) {
    onProblem(`Cannot use the index snapshot ${file}: ${messageOf(error)}; the articles are indexed anew.`);
  }
  return { index: await inSlices(indexArticles(articles), signal), isUpToDate: false };
}

/** Writes snapshots of a corpus's index, for the next start. */
export interface SnapshotWriter {
  readonly options: SnapshotOptions;
  /** Writes a snapshot soon, in slices; does nothing if one is already queued. */
  keep(index: SearchIndex): void;
  /** Resolves when nothing is left to write. */
  settled(): Promise<void>;
}

/** Creates a snapshot writer. It never fails: a lost snapshot only slows the next start. */
export function createSnapshotWriter(options: SnapshotOptions): SnapshotWriter {
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
