import type { App } from '../app/app.ts';
import type { Reload } from '../app/corpus.ts';
import { say } from '../store/postgres/say.ts';

/** What replicas say to each other after they have read a changed corpus. */
const WORD = 'corpus';

/** Passes on what became of each reading of the corpus, to whoever listens. */
interface Reloads {
  happened(reload: Reload): void;
  onReload: (reload: Reload) => void;
}

/** Creates it with nobody listening. */
export function createReloads(): Reloads {
  const reloads: Reloads = { onReload: () => {}, happened: (reload) => reloads.onReload(reload) };
  return reloads;
}

/**
 * Reads the corpus again when another replica has found it changed, and tells the others when this one has. A folder on a
 * network does not tell every machine of changes. Reading it again without a change is told to nobody, so that this ends.
 */
export async function followReloads({
  app,
  url,
  reloads,
}: {
  readonly app: App;
  readonly url: string;
  readonly reloads: Reloads;
}): Promise<{ readonly close: () => Promise<void> }> {
  const store = await app.store();
  reloads.onReload = (reload) => {
    // Whoever misses the word reads the corpus again when its connection is back.
    if (reload.kind === 'taken-up' && reload.changed.length > 0) say(store, WORD).catch(() => {});
  };
  const { startListening } = await import('../store/postgres/listen.ts');
  const read = (): void => void app.reload();
  const listening = startListening(url, { heard: (word) => word === WORD && read(), missed: read });
  return {
    async close() {
      reloads.onReload = () => {};
      await listening.close();
    },
  };
}
