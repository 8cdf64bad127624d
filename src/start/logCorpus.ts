import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { Reload } from '../app/corpus.ts';
import type { Unserved } from '../command/readiness.ts';

/** Logs the result of reading the corpus again. */
export function logReload(reload: Reload, log: Logger): void {
  if (reload.kind === 'refused') return log.error(reload, 'the corpus cannot be read; the articles stay as they were');
  log.info({ kind: reload.kind, changed: reload.changed }, 'the corpus was read again');
  logBroken(reload.broken, log);
}

/** Logs which articles are broken. */
export function logBroken(broken: readonly Unserved[], log: Logger): void {
  for (const { name, problem, lastGood } of broken) {
    const served = lastGood ? 'its last good version goes on answering' : 'it is not served';
    log.error({ article: name, problem }, `an article is broken; ${served}`);
  }
}

/** Logs when the articles can be searched. */
export async function logReady({ ready, library }: App, log: Logger): Promise<void> {
  await ready;
  log.info({ articles: library().articles.size }, 'the articles can be searched');
}
