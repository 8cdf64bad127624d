import { createReader } from '../src/createReader.ts';
import type { ThreadEvents } from '../src/createThread.ts';
import type { Request } from '../src/protocol.ts';

export const READY = { kind: 'ready', runtime: 'native' } as const;

/** Readers' threads that the test speaks for: what each was sent, and its events. */
export function threads() {
  const started: { readonly sent: Request[]; readonly events: ThreadEvents }[] = [];
  const reader = createReader({
    startThread: (_, events) => {
      const sent: Request[] = [];
      started.push({ sent, events });
      return { send: (request) => void sent.push(request), hold: () => undefined, close: () => Promise.resolve() };
    },
  });
  return { reader, started };
}
