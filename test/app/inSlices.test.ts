import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inSlices } from '../../src/app/inSlices.ts';
import type { Steps } from '../../src/search/steps.ts';

test('gives the result, and lets others have their turn meanwhile', async () => {
  let turns = 0;
  let isDone = false;
  function* untilSomebodyCame(): Steps<string> {
    while (turns === 0) yield;
    return 'done';
  }
  const count = async (): Promise<void> => {
    for (; !isDone; turns += 1) await setImmediate();
  };
  const [result] = await Promise.all([inSlices(untilSomebodyCame()).finally(() => (isDone = true)), count()]);
  expect(result).toBe('done');
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
