/** How soon a database that failed is tried again, and the longest pause between two tries. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

/** Tries a database that has failed until it works again, so that its recovery is noticed even if nobody uses it. */
interface Probe {
  use(probed: { readonly ping: () => Promise<void>; readonly isOver: () => boolean }): void;
  start(): void;
  /** Stops, after the try in progress. */
  stop(): Promise<void>;
}

/** Creates a probe, which does nothing until it is started; a started one stops by itself. */
export function createProbe(): Probe {
  let probed: Parameters<Probe['use']>[0] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let trying: Promise<void> | undefined;
  let stopped = false;
  const later = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      trying = tryOnce(pause);
    }, pause).unref();
  };
  const tryOnce = async (pause: number): Promise<void> => {
    await probed?.ping().catch(() => {});
    if (!stopped && probed?.isOver() === false) later(Math.min(2 * pause, LONGEST_PAUSE_MS));
  };
  return {
    use: (given) => (probed = given),
    start() {
      if (!stopped) later(FIRST_PAUSE_MS);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await trying;
    },
  };
}
