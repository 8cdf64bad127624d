import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACCESS_FILE, type AccessFile } from './access.ts';

/**
 * Writes a corpus's `access.json`, one entry per line. A bot that reads it at the same time gets the old file or the
 * new one.
 */
export async function writeAccess(corpus: string, grants: AccessFile): Promise<void> {
  const entries = Object.entries(grants).map(
    ([pattern, to]) => `  ${JSON.stringify(pattern)}: [${to.map((grantee) => JSON.stringify(grantee)).join(', ')}]`,
  );
  const file = join(corpus, ACCESS_FILE);
  const next = join(corpus, `.${ACCESS_FILE}.${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(next, entries.length === 0 ? '{}\n' : `{\n${entries.join(',\n')}\n}\n`, { flush: true });
    await rename(next, file);
  } finally {
    await rm(next, { force: true });
  }
}
