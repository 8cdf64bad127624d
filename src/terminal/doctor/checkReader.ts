import type { Reader } from 'rapporteur-reader';
import { readerOff } from '../../reply/words/messages/readerOff.ts';
import type { Finding } from './finding.ts';

/** Loads the reader and says which runtime it has; without one, answers come from word search alone. */
export async function checkReader(reader: Reader | undefined): Promise<Finding> {
  const name = 'reader';
  if (!reader) return { name, state: 'ok', detail: 'off (READER=off): answers come from word search alone' };
  const status = await reader.warm();
  await reader.close();
  switch (status.state) {
    case 'ready':
      return status.runtime === 'native'
        ? { name, state: 'ok', detail: 'native runtime' }
        : {
            name,
            state: 'warn',
            detail: 'WebAssembly runtime, about four times slower: no native one fits this machine',
          };
    case 'off':
      return {
        name,
        state: 'warn',
        detail: `${readerOff(status.reason, status.detail)}; until then, answers come from word search alone`,
      };
    case 'idle':
    case 'loading':
      throw new Error(`Cannot check the reader: it is ${status.state} after loading`);
    default:
      return status satisfies never;
  }
}
