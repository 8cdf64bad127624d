import { MODEL_FOLDER } from './checkModel.ts';
import { createJobQueue, type Batch, type Job } from './jobQueue.ts';
import { createReadingCache } from './readingCache.ts';
import { createThread, type Thread } from './createThread.ts';
import type { Request, Response, Work, WorkKind } from './protocol.ts';
import type {
  OffReason,
  PassageReading,
  Priority,
  Reader,
  ReaderStatus,
  ReadOptions,
  RuntimeKind,
  Unavailable,
  WorkOptions,
} from './reader.ts';

export { MODEL_VERSION } from './checkModel.ts';
export type * from './reader.ts';

export interface ReaderOptions {
  /** The folder with the model's files. Default: the package's own. */
  readonly folder?: string | undefined;
  /** Threads that one computation may use. Default: 1. */
  readonly threads?: number | undefined;
  /** The runtimes to try, in order. Default: native, then WebAssembly. */
  readonly runtimes?: readonly RuntimeKind[] | undefined;
  /** How many readings are remembered. Default: 2000, about 2 MB. */
  readonly cacheSize?: number | undefined;
  /** Starts the thread. Default: a worker thread with the model. */
  readonly startThread?: typeof createThread | undefined;
}

/** The thread has one batch more than it works on, so that it never waits for this one. */
const BATCHES_UNDER_WAY = 2;
/** How often a crashed thread is started again. */
const RESTARTS = 1;

/** Makes a reader. Nothing is loaded before the first call of `warm`, `read`, `tag` or `place`. */
export function createReader({
  folder = MODEL_FOLDER,
  threads = 1,
  runtimes: kinds = ['native', 'wasm'],
  cacheSize = 2000,
  startThread = createThread,
}: ReaderOptions = {}): Reader {
  const queue = createJobQueue();
  const cache = createReadingCache(cacheSize);
  const underWay = new Map<number, Batch>();
  /** What ends each call that waits, if nothing can be read. */
  const calls = new Set<(reason: OffReason) => void>();
  const loads = new Set<(status: ReaderStatus) => void>();
  let status: ReaderStatus = { state: 'idle' };
  let thread: Thread | undefined;
  let startedAt = 0;
  let crashes = 0;
  let nextId = 0;
  let closing: Promise<void> | undefined;

  const load = (): void => {
    if (status.state !== 'idle') return;
    status = { state: 'loading' };
    startedAt = performance.now();
    thread = startThread({ folder, threads, kinds }, { onResponse, onCrash });
  };

  const onResponse = (response: Response): void => {
    if (status.state === 'off') return;
    switch (response.kind) {
      case 'ready':
        status = { state: 'ready', runtime: response.runtime, loadMs: performance.now() - startedAt };
        settleLoads();
        return fill();
      case 'failed':
        return turnOff(response.reason, response.detail);
      case 'done': {
        const { job, indexes } = underWay.get(response.id)!;
        underWay.delete(response.id);
        for (const [at, index] of indexes.entries()) job.onResult(index, response.results[at]!);
        return fill();
      }
      default:
        response satisfies never;
    }
  };

  const onCrash = (detail: string): void => {
    if (status.state === 'off') return;
    crashes++;
    if (crashes > RESTARTS) return turnOff('crashed', detail);
    for (const batch of [...underWay.values()].reverse()) queue.putBack(batch);
    underWay.clear();
    status = { state: 'idle' };
    load();
    holdWhileBusy();
  };

  const turnOff = (reason: OffReason, detail: string): void => {
    status = { state: 'off', reason, detail };
    underWay.clear();
    for (const end of calls) end(reason);
    calls.clear();
    settleLoads();
    holdWhileBusy();
  };

  const settleLoads = (): void => {
    for (const settle of loads) settle(status);
    loads.clear();
    holdWhileBusy();
  };

  /** Gives the thread what waits: questions as far as it takes more, background work one batch at a time. */
  const fill = (): void => {
    while (status.state === 'ready' && underWay.size < BATCHES_UNDER_WAY) {
      const batch = queue.take({ questionsOnly: underWay.size > 0 });
      if (!batch) break;
      const id = nextId++;
      underWay.set(id, batch);
      const { kind, question, items } = batch.job;
      thread?.send({ kind, id, question, items: batch.indexes.map((index) => items[index]!) } as Request);
    }
    holdWhileBusy();
  };

  const holdWhileBusy = (): void => thread?.hold(calls.size > 0 || loads.size > 0);

  /** Serves the open items of one call; settles with whether all were served, or why nothing can be. */
  const work = <Kind extends WorkKind>(
    kind: Kind,
    { items, open, question = '', priority, onResult, signal, budgetMs }: Call<Kind>,
  ): Promise<Unavailable | undefined> => {
    if (status.state === 'off') return Promise.resolve({ ready: false, reason: status.reason });
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Unavailable | undefined>();
    let left = open.length;
    const job: Job<Kind> = {
      kind,
      priority,
      question,
      items,
      open,
      onResult(index, result) {
        onResult(index, result);
        if (--left === 0) end();
      },
    };
    const end = (): void => {
      forget();
      resolve(undefined);
    };
    const off = (reason: OffReason): void => {
      forget();
      resolve({ ready: false, reason });
    };
    const abort = (): void => {
      forget();
      reject(signal?.reason as Error);
    };
    // What came in while this thread was busy still counts: it is delivered before an immediate runs.
    const timer = budgetMs === undefined ? undefined : setTimeout(() => setImmediate(end), Math.max(0, budgetMs));
    const forget = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      queue.remove(job as unknown as Job);
      calls.delete(off);
      holdWhileBusy();
    };
    signal?.addEventListener('abort', abort);
    calls.add(off);
    queue.add(job as unknown as Job);
    load();
    fill();
    return promise;
  };

  /** Serves all items of a call. */
  const workOnAll = async <Kind extends 'tag' | 'place'>(
    kind: Kind,
    items: readonly string[],
    { priority = 'background', signal }: WorkOptions,
  ): Promise<Unavailable | readonly Work[Kind]['result'][]> => {
    const results: Work[Kind]['result'][] = [];
    if (items.length === 0) return results;
    const onResult = (index: number, result: Work[Kind]['result']): void => void (results[index] = result);
    return (await work(kind, { items, open: [...items.keys()], priority, onResult, signal })) ?? results;
  };

  return {
    status: () => status,
    waiting: (priority) =>
      [...underWay.values()]
        .filter(({ job }) => priority === undefined || job.priority === priority)
        .reduce((sum, { indexes }) => sum + indexes.length, queue.size(priority)),

    async warm() {
      load();
      if (status.state !== 'loading') return status;
      const { promise, resolve } = Promise.withResolvers<ReaderStatus>();
      loads.add(resolve);
      holdWhileBusy();
      return promise;
    },
    async read(question, passages, { priority = 'question', signal, budgetMs }: ReadOptions = {}) {
      const keys = passages.map((passage) => cache.keyOf(question, passage));
      const readings: (PassageReading | undefined)[] = keys.map((key) => cache.get(key));
      const missing = (): number[] => [...readings.keys()].filter((index) => readings[index] === undefined);
      const open = missing();
      if (open.length > 0) {
        const onResult = (index: number, reading: PassageReading): void => {
          readings[index] = reading;
          cache.set(keys[index]!, reading);
        };
        const off = await work('read', { items: passages, open, question, priority, onResult, signal, budgetMs });
        if (off) return off;
      }
      return { ready: true, passages: [...readings], unread: missing() };
    },
    async tag(sentences, options = {}) {
      const result = await workOnAll('tag', sentences, options);
      return 'ready' in result ? result : { ready: true, sentences: result };
    },
    async place(texts, options = {}) {
      const result = await workOnAll('place', texts, options);
      return 'ready' in result ? result : { ready: true, vectors: result };
    },
    close() {
      closing ??= (async () => {
        const running = thread;
        turnOff('closed', 'the reader was closed');
        await running?.close();
      })();
      return closing;
    },
  };
}

interface Call<Kind extends WorkKind> {
  readonly items: readonly Work[Kind]['item'][];
  /** Indexes of the items to serve. */
  readonly open: number[];
  readonly question?: string;
  readonly priority: Priority;
  readonly onResult: (index: number, result: Work[Kind]['result']) => void;
  readonly signal?: AbortSignal | undefined;
  readonly budgetMs?: number | undefined;
}
