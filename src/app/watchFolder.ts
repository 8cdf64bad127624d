import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';

/** How long files must be unchanged before they are read. */
const SETTLE_MS = 400;
/** How often to check whether the watched folder was replaced by another. */
const IDENTITY_EVERY_MS = 1000;

/** Something that can be closed. */
interface Watching {
  close(): void;
}

/**
 * Calls `changed` when files in a folder have changed and then been left alone, or when the folder was replaced, for
 * example by `mv` or a changed symlink: the system watches a folder, not its name. Does not keep the process alive.
 */
export function watchFolder(directory: string, changed: () => void): Watching {
  let settle: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  let watched: string | undefined;
  let closed = false;
  const soon = (): void => {
    clearTimeout(settle);
    settle = setTimeout(changed, SETTLE_MS).unref();
  };
  const follow = (): void => {
    watcher?.close();
    try {
      watcher = watch(directory, { recursive: true, persistent: false }, soon);
      // Watching can fail if the system has no watches left; SIGHUP and `/sources reload` work without.
      watcher.on('error', () => watcher?.close());
    } catch {
      watcher = undefined;
    }
  };
  const look = async (): Promise<void> => {
    const now = await identityOf(directory);
    // Gone for now: its replacement may be about to appear.
    if (closed || now === undefined || now === watched) return;
    const first = watched === undefined;
    watched = now;
    if (first) return;
    follow();
    soon();
  };
  follow();
  void look();
  const timer = setInterval(() => void look(), IDENTITY_EVERY_MS).unref();
  return {
    close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(settle);
      watcher?.close();
    },
  };
}

/** Identifies a folder apart from its name; undefined while there is none. */
async function identityOf(directory: string): Promise<string | undefined> {
  try {
    const { dev, ino, birthtimeNs } = await stat(directory, { bigint: true });
    return `${dev} ${ino} ${birthtimeNs}`;
  } catch {
    return undefined;
  }
}
