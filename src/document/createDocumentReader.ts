import { Worker } from 'node:worker_threads';
import { codeOf } from '../runtime/codeOf.ts';
import {
  DOCUMENT_LIMITS,
  invalidDocument,
  NO_PARSER,
  type DocumentFile,
  type DocumentLimits,
  type DocumentOptions,
  type DocumentReading,
  type ParseRequest,
} from './document.ts';

/** Reads documents one after the other, in a thread of its own. */
export interface DocumentReader {
  /** Never rejects: what cannot be read is `invalid`. */
  readonly read: (file: DocumentFile, options?: DocumentOptions) => Promise<DocumentReading>;
  /** Ends the thread; what is being read is `invalid`. */
  readonly close: () => Promise<void>;
}

/** What the thread is sent: one document. */
export type DocumentRequest = DocumentFile & ParseRequest;

/** How often the thread's memory is measured. */
const MEASURE_MS = 100;
const STACK_MB = 4;
const MEGABYTE = 1_000_000;

/**
 * Makes a reader of documents. Its thread starts with the first one and serves all, until one takes more time or memory
 * than it may: that thread is ended, and the next document gets a new one.
 */
export function createDocumentReader(limits: DocumentLimits = DOCUMENT_LIMITS): DocumentReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = (): Worker => {
    const started = new Worker(new URL('./documentWorker.ts', import.meta.url), {
      execArgv: [],
      name: 'documents',
      // The libraries write to standard output what they find odd in a file.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryBytes / MEGABYTE, stackSizeMb: STACK_MB },
    });
    started.stdout.resume();
    started.stderr.resume();
    return started;
  };

  const readNow = async (file: DocumentFile, options: DocumentOptions): Promise<DocumentReading> => {
    if (closed) return invalidDocument('reading was stopped');
    if (file.bytes.length > limits.fileBytes)
      return invalidDocument(`it has more than ${limits.fileBytes / MEGABYTE} MB`);
    worker ??= start();
    const reading = await readIn(worker, { ...file, ...options, limits });
    if (reading.isOver) {
      const ended = worker;
      worker = undefined;
      await ended?.terminate();
    }
    return reading.reading;
  };

  return {
    read(file, options = {}) {
      const next = last.then(() => readNow(file, options));
      last = next;
      return next;
    },
    async close() {
      closed = true;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** Reads one document, as an upload or a file of which nothing else is known. */
export async function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Promise<DocumentReading> {
  const reader = createDocumentReader(limits);
  try {
    return await reader.read({ name, bytes });
  } finally {
    await reader.close();
  }
}

/** `isOver`: the thread is of no more use. */
interface Outcome {
  readonly reading: DocumentReading;
  readonly isOver?: true;
}

async function readIn(worker: Worker, request: DocumentRequest): Promise<Outcome> {
  const { timeMs, memoryBytes } = request.limits;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const giveUp = (message: string): void => resolve({ reading: invalidDocument(message), isOver: true });
  const onMessage = (reading: DocumentReading): void => resolve({ reading });
  const onError = (error: unknown): void =>
    giveUp(
      codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
        ? TOO_LARGE
        : /MODULE_NOT_FOUND/u.test(codeOf(error) ?? '')
          ? NO_PARSER
          : 'it is damaged or made in a way that cannot be read',
    );
  const onExit = (): void => giveUp('reading was stopped');
  const deadline = setTimeout(() => giveUp(`reading it takes more than ${timeMs / 1000} seconds`), timeMs);
  const measure = setInterval(() => {
    void memoryOf(worker).then((bytes) => (bytes > memoryBytes ? giveUp(TOO_LARGE) : undefined));
  }, MEASURE_MS);
  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that of a window takes one, that of a thread does not
  worker.postMessage(request);
  try {
    return await promise;
  } finally {
    clearTimeout(deadline);
    clearInterval(measure);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
  }
}

/** The heap and the buffers of a thread; none if it has ended, which is told otherwise. */
async function memoryOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics();
    return heap + buffers;
  } catch {
    return 0;
  }
}

const TOO_LARGE = 'reading it takes more memory than a document may';
