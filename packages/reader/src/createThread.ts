import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createGate, shut, shutAndWait } from './gate.ts';
import type { Request, Response, WorkerSettings } from './protocol.ts';

/** How long the thread may take to end by itself. */
const CLOSE_DEADLINE_MS = 2000;

/** The longest that an ending process waits for the thread to come out of native code; reading one passage takes 20 ms. */
const EXIT_WAIT_MS = 3000;

/** The thread with the model, and what it is listened to with. */
export interface Thread {
  readonly send: (request: Request) => void;
  /** Whether the process is kept from ending while the thread is there; it is not by default. */
  readonly hold: (held: boolean) => void;
  /** Ends the thread, after the one passage or sentence that it is at. */
  readonly close: () => Promise<void>;
}

export interface ThreadEvents {
  readonly onResponse: (response: Response) => void;
  /** The thread ended without being asked to. */
  readonly onCrash: (detail: string) => void;
}

/** Starts the thread, which loads the model at once. */
export function createThread(settings: Omit<WorkerSettings, 'gate'>, { onResponse, onCrash }: ThreadEvents): Thread {
  const gate = createGate();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...settings, gate } satisfies WorkerSettings,
    // The process's own, such as a module loaded before everything, are not for the thread.
    execArgv: [],
    name: 'reader',
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that of a window takes one, that of a thread does not
  const post = (request: Request): void => worker.postMessage(request);
  let ended = false;
  let asked = false;
  const crashed = (detail: string): void => {
    if (ended) return;
    ended = true;
    process.off('exit', leaveNative);
    if (!asked) onCrash(detail);
  };
  const leaveNative = (): void => shutAndWait(gate, EXIT_WAIT_MS);
  process.on('exit', leaveNative);
  worker.unref();
  worker.on('message', onResponse);
  worker.on('error', (error) => crashed(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => crashed(`exit code ${code}`));
  return {
    send: (request) => post(request),
    hold: (held) => (held ? worker.ref() : worker.unref()),
    async close() {
      if (ended) return;
      asked = true;
      worker.ref();
      shut(gate);
      const exit = once(worker, 'exit');
      post({ kind: 'close' });
      const timer = setTimeout(() => void worker.terminate(), CLOSE_DEADLINE_MS);
      await exit;
      clearTimeout(timer);
    },
  };
}
