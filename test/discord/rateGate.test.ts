import { describe, expect, test } from 'vitest';
import { createRateGate } from '../../src/discord/rateGate.ts';

describe('createRateGate', () => {
  test('lets the limit through and refuses the next, until the first has left the window', () => {
    const gate = createRateGate({ commands: 3, windowMs: 30_000 });
    expect([0, 1000, 2000].map((now) => gate.enter('ann', now))).toEqual([0, 0, 0]);
    expect(gate.enter('ann', 2500)).toBe(28);
    expect(gate.enter('ann', 29_999)).toBe(1);
    expect(gate.enter('ann', 30_000)).toBe(0);
    expect(gate.enter('ann', 30_001)).toBe(1);
  });

  test('counts each member alone', () => {
    const gate = createRateGate({ commands: 1, windowMs: 1000 });
    expect([gate.enter('ann', 0), gate.enter('bob', 0), gate.enter('ann', 1)]).toEqual([0, 0, 1]);
  });

  test('does not count refused uses', () => {
    const gate = createRateGate({ commands: 1, windowMs: 1000 });
    gate.enter('ann', 0);
    for (let now = 1; now < 1000; now += 100) expect(gate.enter('ann', now)).toBe(1);
    expect(gate.enter('ann', 1000)).toBe(0);
  });
});
