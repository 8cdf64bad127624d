import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COPY_MS, stopRequests } from '../../src/runtime/stopRequests.ts';

describe('stopRequests', () => {
  test('is impatient exactly when a signal comes more than a second after the first', async () => {
    const signal = fc.constantFrom('SIGINT', 'SIGTERM');
    const signals = fc.array(fc.tuple(signal, fc.integer({ min: 0, max: 2 * COPY_MS })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(signals, async (sent) => {
        const source = new EventEmitter();
        let clock = 0;
        let impatient = 0;
        const first = stopRequests(source, {
          onImpatience: () => (impatient += 1),
          now: () => clock,
        });
        for (const [name, pause] of sent) {
          clock += pause;
          source.emit(name);
        }
        expect(await first).toBe(sent[0]![0]);
        const start = sent[0]![1];
        let at = 0;
        const late = sent.filter(([, pause]) => (at += pause) - start > COPY_MS);
        expect(impatient).toBe(late.length);
      }),
    );
  });

  test.each([
    [COPY_MS, 0],
    [COPY_MS + 1, 1],
  ])('counts a second signal after %i ms as impatience %i times', async (pause, times) => {
    const source = new EventEmitter();
    let clock = 5;
    let impatient = 0;
    const first = stopRequests(source, { onImpatience: () => (impatient += 1), now: () => clock });
    source.emit('SIGTERM');
    clock += pause;
    source.emit('SIGINT');
    expect([await first, impatient]).toEqual(['SIGTERM', times]);
  });
});
