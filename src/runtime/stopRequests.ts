import { performance } from 'node:perf_hooks';

/**
 * How long further signals count as copies of the first. npm passes on a signal that the process group has already
 * received, so one Ctrl+C, or one stop by a supervisor, arrives twice within milliseconds.
 */
export const COPY_MS = 1000;

/** The source of signals: `process`. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: (signal: NodeJS.Signals) => void): unknown;
}

export interface StopRequestsOptions {
  /** Called for a signal more than `COPY_MS` after the first: the user does not want to wait. */
  readonly onImpatience: () => void;
  /** Milliseconds on a monotonic clock. */
  readonly now?: () => number;
}

/** Resolves at the first SIGINT or SIGTERM, with its name. */
export function stopRequests(
  source: SignalSource,
  { onImpatience, now = () => performance.now() }: StopRequestsOptions,
): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let first: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    source.on(signal, () => {
      if (first !== undefined && now() - first > COPY_MS) onImpatience();
      first ??= now();
      resolve(signal);
    });
  }
  return promise;
}
