import { expect, test } from 'vitest';
import { startTicker, type TickerOptions } from '../../src/schedule/startTicker.ts';
import { createFakeClock } from '../fixtures/fakeClock.ts';

const START = 1_000_000_000_000;

function started(options: Partial<TickerOptions>) {
  const clock = createFakeClock(START);
  const ticks: number[] = [];
  const errors: unknown[] = [];
  const ticker = startTicker({
    clock,
    tick: async (now) => {
      ticks.push(now - START);
      return options.tick?.(now);
    },
    onError: (error) => errors.push(error),
    ...(options.clockWentBack && { clockWentBack: options.clockWentBack }),
  });
  return { clock, ticks, errors, ticker };
}

test('startTicker ticks at once, then when the next thing is due, to the millisecond', async () => {
  const due = START + 12_345;
  const { clock, ticks } = started({ tick: async (now) => (now < due ? due : undefined) });
  await clock.advance(42_000);
  expect(ticks).toEqual([0, 12_345]);
  await clock.advance(345);
  expect(ticks).toEqual([0, 12_345, 42_345]);
});

test('startTicker looks at the clock every 30 s, so a suspended machine is noticed', async () => {
  const { clock, ticks } = started({ tick: async () => START + 86_400_000 });
  await clock.advance(10_000);
  clock.set(START + 90_000_000);
  await clock.advance(19_999);
  expect(ticks).toEqual([0]);
  await clock.advance(1);
  expect(ticks).toEqual([0, 90_020_000]);
});

test('startTicker says when the clock was put back by more than two seconds', async () => {
  const back: number[] = [];
  const { clock } = started({ clockWentBack: async (now) => void back.push(now - START) });
  await clock.advance(31_000);
  clock.set(START + 29_000);
  await clock.advance(29_000);
  expect(back).toEqual([]);
  clock.set(START - 100_000);
  await clock.advance(30_000);
  expect(back).toHaveLength(1);
});

test('startTicker says again that the clock was put back until that was heard', async () => {
  const back: number[] = [];
  const clockWentBack = async (now: number): Promise<void> => {
    back.push(now - START);
    if (back.length < 3) throw new Error('locked');
  };
  const { clock, ticks, errors } = started({ clockWentBack });
  await clock.advance(0);
  clock.set(START - 100_000);
  await clock.advance(150_000);
  expect(back).toEqual([-70_000, -40_000, -10_000]);
  expect(errors).toHaveLength(2);
  expect(ticks).toEqual([0, -10_000, 20_000, 50_000]);
});

test('startTicker does not notice a clock put back by two seconds, but does by a millisecond more', async () => {
  for (const [backMs, expected] of [
    [2000, 0],
    [2001, 1],
  ] as const) {
    let heard = 0;
    const { clock, ticker } = started({ clockWentBack: async () => void (heard += 1) });
    await clock.advance(0);
    clock.set(START - backMs);
    ticker.wake();
    await clock.advance(0);
    expect(heard).toBe(expected);
    await ticker.close();
  }
});

test('startTicker ticks once more, and not at the same time, if it is woken while it ticks', async () => {
  let finish = (): void => {};
  const { clock, ticks, ticker } = started({
    tick: () =>
      new Promise((resolve) => {
        finish = () => resolve(undefined);
      }),
  });
  ticker.wake();
  ticker.wake();
  await clock.advance(10);
  expect(ticks).toEqual([0]);
  finish();
  await clock.advance(0);
  expect(ticks).toEqual([0, 10]);
  finish();
  await clock.advance(29_999);
  expect(ticks).toEqual([0, 10]);
  await clock.advance(1);
  expect(ticks).toEqual([0, 10, 30_010]);
  let closed = false;
  ticker.wake();
  const close = async (): Promise<void> => {
    await ticker.close();
    closed = true;
  };
  const closing = close();
  await clock.advance(0);
  expect(closed).toBe(false);
  finish();
  await closing;
  ticker.wake();
  await clock.advance(60_000);
  expect(ticks).toHaveLength(3);
});

test('startTicker goes on after a failed tick, and reports it', async () => {
  const { clock, ticks, errors } = started({ tick: () => Promise.reject(new Error('locked')) });
  await clock.advance(30_000);
  expect(ticks).toEqual([0, 30_000]);
  expect(errors).toHaveLength(2);
});

test('startTicker never sleeps less than 20 ms, and wakes at once when asked', async () => {
  const { clock, ticks, ticker } = started({ tick: async (now) => now - 1 });
  await clock.advance(40);
  expect(ticks).toEqual([0, 20, 40]);
  ticker.wake();
  await clock.advance(0);
  expect(ticks).toEqual([0, 20, 40, 40]);
  await ticker.close();
  await clock.advance(1000);
  expect(ticks).toHaveLength(4);
});
