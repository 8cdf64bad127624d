import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { MODEL_VERSION } from 'rapporteur-reader';
import type { VectorFiles } from '../answer/reading/createMeaning.ts';
import { editionFile } from './editionFiles.ts';
import { readSnapshotFile, writeSnapshotFile } from './snapshotFile.ts';

const VERSION = createHash('sha256').update(MODEL_VERSION).digest();

/**
 * Keeps the vectors of each edition in a file of a folder, so that a start does not place articles again. What cannot be read
 * or written is placed anew: a lost file only costs time.
 */
export function vectorFiles(folder: string, clock: () => number = Date.now): VectorFiles {
  return {
    async read(article) {
      const reading = await readSnapshotFile(editionFile(folder, article), VERSION, clock()).catch(() => undefined);
      if (reading?.kind !== 'snapshot') return undefined;
      const { contents } = reading;
      return new Int8Array(contents.buffer, contents.byteOffset, contents.length);
    },
    async write(article, vectors) {
      const parts = [new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.length)];
      await mkdir(folder, { recursive: true })
        .then(() => writeSnapshotFile(editionFile(folder, article), { version: VERSION, parts, now: clock() }))
        .catch(() => {});
    },
  };
}
