import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createQueue, type Queue } from '../../../src/runtime/steps/createQueue.ts';

/** Lets a member's task have turns, each of which is noted in `taken`. */
async function work(queue: Queue, taken: string[], { owner, name = owner, turns = 1 }: Work): Promise<void> {
  await queue.run(owner, async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      await queue.turn();
      taken.push(name);
    }
  });
}

interface Work {
  readonly owner: string;
  readonly name?: string;
  readonly turns?: number;
}

describe('turn', () => {
  test('comes once in each turn of the loop, in the order of asking', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const all = Promise.all(['a', 'b', 'c'].map((owner) => work(queue, taken, { owner })));
    expect(taken).toEqual([]);
    for (const expected of ['a', 'ab', 'abc']) {
      await setImmediate();
      expect(taken.join('')).toBe(expected);
    }
    await all;
    const later = work(queue, taken, { owner: 'd' });
    await setImmediate();
    expect(taken.join('')).toBe('abcd');
    await later;
  });

  test('of another member comes after one quantum, however many tasks a member has', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const many = Array.from({ length: 1199 }, () => work(queue, taken, { owner: 'a', turns: 5 }));
    const other = work(queue, taken, { owner: 'b', turns: 3 });
    await other;
    expect(taken.join('')).toBe('aaaaabbb');
    await Promise.all(many);
  });

  test('of a task within its first quantum comes before that of its owner’s next', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    await Promise.all(['1', '2', '3'].map((name) => work(queue, taken, { owner: 'a', name, turns: 4 })));
    expect(taken.join('')).toBe('111122223333');
  });

  test('of a long task comes after three quanta of short ones', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const long = work(queue, taken, { owner: 'long', name: 'L', turns: 24 });
    const short = Array.from({ length: 8 }, (_, at) => work(queue, taken, { owner: `m${at}`, name: 's', turns: 2 }));
    await Promise.all([long, ...short]);
    const quantum = 'L'.repeat(8);
    expect(taken.join('')).toBe(`${quantum}${'ss'.repeat(2)}${quantum}${'ss'.repeat(3)}${quantum}${'ss'.repeat(3)}`);
  });
});

describe('acknowledge', () => {
  test('goes before computing, and no more than 200 are unconfirmed', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const confirm: (() => void)[] = [];
    const sending = Array.from({ length: 500 }, () =>
      queue.acknowledge(() => new Promise<void>((resolve) => confirm.push(resolve))),
    );
    const computing = work(queue, taken, { owner: 'a' });
    while (confirm.length < 200) {
      expect(taken).toEqual([]);
      await setImmediate();
    }
    await computing;
    expect(confirm).toHaveLength(200);
    for (let at = 0; at < 500; at += 1) {
      while (confirm.length <= at) await setImmediate();
      expect(confirm.length - at).toBeLessThanOrEqual(200);
      confirm[at]!();
      await setImmediate();
    }
    await Promise.all(sending);
  });

  test('makes room when one fails', async () => {
    const queue = createQueue();
    const sent = Array.from({ length: 201 }, (_, at) =>
      queue.acknowledge(async () => {
        if (at < 200) throw new Error('refused');
        return at;
      }),
    );
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.at(-1)).toEqual({ status: 'fulfilled', value: 200 });
  });
});

test('isCrowded counts tasks that have had no turn', async () => {
  const queue = createQueue();
  const some = Array.from({ length: 100 }, (_, at) => work(queue, [], { owner: `m${at}` }));
  expect(queue.isCrowded()).toBe(false);
  const one = work(queue, [], { owner: 'another' });
  expect(queue.isCrowded()).toBe(true);
  await Promise.all([...some, one]);
  expect(queue.isCrowded()).toBe(false);
});
