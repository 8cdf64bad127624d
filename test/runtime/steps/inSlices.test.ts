import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inSlices } from '../../../src/runtime/steps/inSlices.ts';
import type { Steps } from '../../../src/runtime/steps/steps.ts';

const SLICE_MS = 4;

test('returns the result, and yields to other tasks meanwhile', async () => {
  const state = { turns: 0, isDone: false };
  function* untilSomebodyCame(): Steps<string> {
    while (state.turns === 0) yield;
    return 'done';
  }
  const count = async (): Promise<void> => {
    for (; !state.isDone; state.turns += 1) await setImmediate();
  };
  const finished = inSlices(untilSomebodyCame()).finally(() => (state.isDone = true));
  await count();
  expect(await finished).toBe('done');
});

test('yields between computations that are each shorter than a slice', async () => {
  // The slice of this turn began by the real clock.
  await setImmediate();
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const state = { turns: 0, isDone: false };
  function* oneMillisecond(): Steps<void> {
    now += 1;
    yield;
  }
  const count = async (): Promise<void> => {
    for (; !state.isDone; state.turns += 1) await setImmediate();
  };
  const counted = count();
  for (let computation = 0; computation < 48; computation += 1) await inSlices(oneMillisecond());
  const { turns } = state;
  state.isDone = true;
  await counted;
  expect(turns).toBeGreaterThanOrEqual(48 / 4);
});

test('computations started at once hold no turn for longer than a slice and a step', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }), { maxLength: 30 }),
      async (all) => {
        // The slice of this turn began by the real clock.
        await setImmediate();
        let now = 0;
        const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
        function* taking(times: readonly number[]): Steps<number> {
          for (const time of times) {
            now += time;
            yield;
          }
          return times.length;
        }
        const held: number[] = [];
        const state = { isDone: false };
        const watch = async (): Promise<void> => {
          for (let before = now; !state.isDone; before = now) {
            await setImmediate();
            held.push(now - before);
          }
        };
        const watched = watch();
        const results = await Promise.all(all.map((times) => inSlices(taking(times))));
        state.isDone = true;
        await watched;
        clock.mockRestore();
        expect(results).toEqual(all.map((times) => times.length));
        expect(Math.max(0, ...held)).toBeLessThanOrEqual(SLICE_MS + Math.max(0, ...all.flat()));
      },
    ),
    { seed: 13, numRuns: 60 },
  );
});

test('goes no further once it is aborted', async () => {
  const closing = new AbortController();
  let steps = 0;
  function* endless(): Steps<void> {
    for (;;) {
      steps += 1;
      yield;
    }
  }
  void inSlices(endless(), closing.signal);
  closing.abort();
  await setImmediate();
  const before = steps;
  await setImmediate();
  expect(steps).toBe(before);
});
