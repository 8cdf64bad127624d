import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
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
  test('goes before computing, and no more than 128 are unconfirmed', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const confirm: (() => void)[] = [];
    const sending = Array.from({ length: 500 }, () =>
      queue.acknowledge(() => new Promise<void>((resolve) => confirm.push(resolve))),
    );
    const computing = work(queue, taken, { owner: 'a' });
    while (confirm.length < 128) {
      expect(taken).toEqual([]);
      await setImmediate();
    }
    await computing;
    expect(confirm).toHaveLength(128);
    for (let at = 0; at < 500; at += 1) {
      while (confirm.length <= at) await setImmediate();
      expect(confirm.length - at).toBeLessThanOrEqual(128);
      confirm[at]!();
      await setImmediate();
    }
    await Promise.all(sending);
  });

  test('of a crowd is sent once, in order, before any of it is computed, whenever it is confirmed or fails', async () => {
    // The wait for confirmations never ends.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const crowd = fc.array(fc.record({ turnsToConfirm: fc.nat(6), fails: fc.boolean() }), {
      minLength: 1,
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(crowd, async (members) => {
        const queue = createQueue();
        const [sent, begun]: [number[], number[]] = [[], []];
        const respond = async (at: number): Promise<void> => {
          const { turnsToConfirm, fails } = members[at]!;
          const acknowledged = queue.acknowledge(async () => {
            sent.push(at);
            for (let turn = 0; turn < turnsToConfirm; turn += 1) await setImmediate();
            if (fails) throw new Error('refused');
          });
          acknowledged.catch(() => {});
          await queue.turn();
          await acknowledged;
          expect(sent).toHaveLength(members.length);
          begun.push(at);
        };
        const outcomes = await Promise.allSettled(members.map((_, at) => queue.run(`m${at}`, () => respond(at))));
        expect(sent).toEqual([...members.keys()]);
        expect(begun.toSorted((a, b) => a - b)).toEqual([...members.keys()].filter((at) => !members[at]!.fails));
        expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(members.map(({ fails }) => fails));
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  test('that cannot be sent for want of confirmations does not stop computing for good', async () => {
    const queue = createQueue();
    const taken: string[] = [];
    const confirm: (() => void)[] = [];
    const sending = Array.from({ length: 129 }, () =>
      queue.acknowledge(() => new Promise<void>((resolve) => confirm.push(resolve))),
    );
    await work(queue, taken, { owner: 'a', turns: 5 });
    expect(taken.join('')).toBe('aaaaa');
    expect(confirm).toHaveLength(128);
    confirm.forEach((one) => one());
    while (confirm.length < 129) await setImmediate();
    confirm[128]!();
    await Promise.all(sending);
  });

  test('makes room when one fails', async () => {
    const queue = createQueue();
    const sent = Array.from({ length: 129 }, (_, at) =>
      queue.acknowledge(async () => {
        if (at < 128) throw new Error('refused');
        return at;
      }),
    );
    const outcomes = await Promise.allSettled(sent);
    expect(outcomes.at(-1)).toEqual({ status: 'fulfilled', value: 128 });
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
