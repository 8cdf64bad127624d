import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Code and data that decide what an index holds, beside the articles. */
const SHAPING = ['src/language', 'src/search'];

/**
 * Computes what an index depends on beside the articles, as 32 bytes: the sources and lists that it is made by as they lie
 * on the disk, the versions of the packages, Unicode and ICU, and the order of bytes. Nobody has to think of
 * raising a number when they change a rule. Takes some ten milliseconds.
 */
export async function indexVersion(): Promise<Buffer> {
  const folders = await Promise.all(
    SHAPING.map((folder) => readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })),
  );
  const files = folders.flat().flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  const { icu, unicode } = process.versions;
  const hash = createHash('sha256').update(`${icu} ${unicode} ${endianness()}\0`);
  for (const file of [join(ROOT, 'package.json'), ...files.sort()]) hash.update(await readFile(file)).update('\0');
  return hash.digest();
}
