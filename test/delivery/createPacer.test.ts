import { expect, test } from 'vitest';
import { createPacer, type Pacer } from '../../src/delivery/createPacer.ts';

function take(pacer: Pacer, wanted: number, now: number): number {
  const taken = Math.min(wanted, pacer.allowed(now));
  pacer.spend(taken);
  return taken;
}

test('createPacer allows a burst at once, then a steady rate per second', () => {
  const pacer = createPacer({ perSecond: 40, burst: 10 });
  expect([take(pacer, 100, 0), pacer.wait(0)]).toEqual([10, 25]);
  expect([take(pacer, 100, 24), take(pacer, 100, 25), take(pacer, 100, 25)]).toEqual([0, 1, 0]);
  let begun = 0;
  for (let now = 26; now <= 1025; now += 1) begun += take(pacer, 1, now);
  expect(begun).toBe(40);
  expect([take(pacer, 3, 60_000), take(pacer, 100, 60_000)]).toEqual([3, 7]);
});

test('createPacer does not stop when the clock is put back', () => {
  const pacer = createPacer({ perSecond: 40, burst: 1 });
  take(pacer, 1, 1_000_000);
  expect([take(pacer, 1, 0), take(pacer, 1, 25)]).toEqual([0, 1]);
});
