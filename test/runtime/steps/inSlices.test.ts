import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { inSlices } from '../../../src/runtime/steps/inSlices.ts';
import type { Steps } from '../../../src/runtime/steps/steps.ts';

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
