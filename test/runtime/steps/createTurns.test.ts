import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from '../../../src/runtime/steps/createTurns.ts';

test('gives one turn in each turn of the loop, in the order in which they were asked for', async () => {
  const turn = createTurns();
  const taken: string[] = [];
  const take = async (name: string): Promise<void> => {
    await turn();
    taken.push(name);
  };
  const all = Promise.all(['a', 'b', 'c'].map(take));
  expect(taken).toEqual([]);
  for (const expected of ['a', 'ab', 'abc']) {
    await setImmediate();
    expect(taken.join('')).toBe(expected);
  }
  await all;
  const later = take('d');
  await setImmediate();
  expect(taken).toEqual(['a', 'b', 'c', 'd']);
  await later;
});
