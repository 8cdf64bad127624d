import { invalidDocument, type DocumentFile, type DocumentReading } from '../document.ts';
import { hasKnownEnding, KNOWN_ENDINGS } from '../documentKind.ts';
import { isForReaders } from '../isForReaders.ts';
import type { ZipEntry } from './unzip.ts';

/** Unpacks the files of an archive that can be read, by their paths; archives in an archive are left alone. */
export async function filesOf(entries: readonly ZipEntry[]): Promise<DocumentReading> {
  const paths = entries.map(({ path }) => path);
  const wanted = entries.filter(
    ({ path }) => hasKnownEnding(path) && !/\.zip$/iu.test(path) && isForReaders(path, paths),
  );
  if (wanted.length === 0) return invalidDocument(`it holds no file that can be read (${KNOWN_ENDINGS})`);
  const files: DocumentFile[] = [];
  for (const entry of wanted.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    files.push({ name: entry.path, bytes: await entry.read() });
  return { kind: 'files', files };
}
