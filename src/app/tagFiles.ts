import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MODEL_VERSION } from 'rapporteur-reader';
import type { TagFiles } from '../answer/createTagger.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import { editionFile } from './editionFiles.ts';
import { readSnapshotFile, writeSnapshotFile } from './snapshotFile.ts';
import { decodeTags, encodeTags } from './tagFormat.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Besides the model, the code that determines tags and how they are written. */
const READER_SOURCES = join(ROOT, 'packages/reader/src');
const FORMAT_SOURCE = fileURLToPath(new URL('tagFormat.ts', import.meta.url));

/**
 * Keeps the tags of each edition in a file of a folder, which several processes may share. A file of another model, of
 * other code or of another edition counts as missing, as does a damaged one: a lost file only costs time.
 */
export function tagFiles(folder: string, clock: () => number = Date.now): TagFiles {
  let known: Promise<Buffer> | undefined;
  const version = (): Promise<Buffer> => (known ??= tagVersion());
  return {
    async read(article) {
      const reading = await version()
        .then((current) => readSnapshotFile(editionFile(folder, article), current, clock()))
        .catch(() => undefined);
      return reading?.kind === 'snapshot' ? inSlices(decodeTags(reading.contents, article)) : undefined;
    },
    async write(article, tags) {
      const parts = [await inSlices(encodeTags(article, tags))];
      await version()
        .then((current) => writeSnapshotFile(editionFile(folder, article), { version: current, parts, now: clock() }))
        .catch(() => {});
    },
  };
}

/** Computes a version of everything that an article's tags depend on besides its text, as 32 bytes. */
async function tagVersion(): Promise<Buffer> {
  const names = (await readdir(READER_SOURCES)).filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256').update(`${MODEL_VERSION}\0`);
  for (const file of [...names.map((name) => join(READER_SOURCES, name)), FORMAT_SOURCE])
    hash.update(await readFile(file)).update('\0');
  return hash.digest();
}
