import type { Logger } from 'pino';
import { createReader, type Reader } from 'rapporteur-reader';
import { readerOff } from '../reply/words/messages/readerOff.ts';
import type { Config } from '../runtime/config.ts';

/** How long after the start the model is loaded, if no question came first. */
const WARM_AFTER_MS = 5000;

/** The reader, to be closed. */
interface StartedReader {
  readonly reader: Reader | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Creates the reader, unless it is switched off. It is loaded a while after the start; the log says if it cannot be.
 */
export function startReader({ READER }: Pick<Config, 'READER'>, log: Logger): StartedReader {
  if (READER === 'off') return { reader: undefined, close: () => Promise.resolve() };
  const reader = createReader();
  const timer = setTimeout(() => void warm(reader, log), WARM_AFTER_MS).unref();
  return {
    reader,
    async close() {
      clearTimeout(timer);
      await reader.close();
    },
  };
}

async function warm(reader: Reader, log: Logger): Promise<void> {
  const status = await reader.warm();
  if (status.state === 'ready')
    return log.info({ runtime: status.runtime, ms: Math.round(status.loadMs) }, 'the reader is loaded');
  const why = status.state === 'off' ? readerOff(status.reason, status.detail) : undefined;
  if (why !== undefined) log.error(`answers come from word search alone: ${why}`);
}
