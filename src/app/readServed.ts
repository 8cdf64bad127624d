import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { ACCESS_FILE, type Access } from '../access/access.ts';
import { readAccess } from '../access/readAccess.ts';
import { readLibrary, type LibraryReading } from './readLibrary.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** A corpus and its access rules, or why it cannot be read. */
export type ServedReading =
  | (Extract<LibraryReading, { kind: 'library' }> & { readonly access: Access })
  | Extract<LibraryReading, { kind: 'unreadable' }>;

/**
 * Reads and checks a whole corpus, with `access.json` both before and after the articles, so that both are from the
 * same moment even if files are replaced meanwhile. `access.json` may not vanish while the bot runs (`previous`),
 * because a file that an editor is saving would open everything to everybody.
 */
export async function readServed(directory: string, previous?: Access): Promise<ServedReading> {
  let before = await readAccess(directory);
  for (;;) {
    if (before.kind === 'broken') return { kind: 'unreadable', problem: entryAt(before.problems, 0) };
    const { access } = before;
    if (previous?.kind === 'granted' && access.kind === 'open') return vanished(directory);
    const library = await readLibrary(directory);
    const after = await readAccess(directory);
    if (isDeepStrictEqual(before, after)) return library.kind === 'unreadable' ? library : { ...library, access };
    before = after;
  }
}

function vanished(directory: string): ServedReading {
  const message = 'the file is gone, so nothing is read again; restart the bot to open all articles to everyone';
  return { kind: 'unreadable', problem: { file: join(directory, ACCESS_FILE), message } };
}
