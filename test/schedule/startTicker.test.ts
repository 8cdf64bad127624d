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
