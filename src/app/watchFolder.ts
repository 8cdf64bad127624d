import { watch, type FSWatcher } from 'node:fs';

/** How long files must be left alone before they are worth reading. */
const SETTLE_MS = 400;

/** Calls `changed` when files in a folder have changed and been left alone since. Does not keep the process alive. */
export function watchFolder(directory: string, changed: () => void): FSWatcher {
  let settle: NodeJS.Timeout | undefined;
  const watcher = watch(directory, { recursive: true, persistent: false }, () => {
    clearTimeout(settle);
    settle = setTimeout(changed, SETTLE_MS).unref();
  });
  watcher.on('close', () => clearTimeout(settle));
  // Watching can fail where the system has no watches left; SIGHUP and `/sources reload` work without.
  watcher.on('error', () => watcher.close());
  return watcher;
}
