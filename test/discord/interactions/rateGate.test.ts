import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateGate } from '../../../src/discord/interactions/rateGate.ts';

const admitted = { admitted: true };
const refused = (waitSeconds: number, notified: boolean) => ({ admitted: false, waitSeconds, notified });

describe('createRateGate', () => {
  test('allows the limit and refuses the next, until the first has left the window', () => {
    const gate = createRateGate({ commands: 3, windowMs: 30_000 });
    expect([0, 1000, 2000].map((now) => gate.enter('ann', now))).toEqual([admitted, admitted, admitted]);
    expect(gate.enter('ann', 2500)).toEqual(refused(28, false));
    expect(gate.enter('ann', 29_999)).toEqual(refused(1, true));
    expect(gate.enter('ann', 30_000)).toEqual(admitted);
    expect(gate.enter('ann', 30_001)).toEqual(refused(1, false));
  });

  test('counts each member alone', () => {
    const gate = createRateGate({ commands: 1, windowMs: 1000 });
    expect([gate.enter('ann', 0), gate.enter('bob', 0)]).toEqual([admitted, admitted]);
    expect(gate.enter('ann', 1)).toEqual(refused(1, false));
  });

  test('does not count refused uses', () => {
    const gate = createRateGate({ commands: 1, windowMs: 1000 });
    gate.enter('ann', 0);
    for (let now = 1; now < 1000; now += 100) expect(gate.enter('ann', now).admitted).toBe(false);
    expect(gate.enter('ann', 1000)).toEqual(admitted);
  });

  test('counts ten lists of suggestions as one command, and never marks a member as notified by them', () => {
    const gate = createRateGate({ commands: 2, windowMs: 1000 });
    for (let at = 0; at < 10; at += 1) expect(gate.enter('ann', at, 'suggestion')).toEqual(admitted);
    expect(gate.enter('ann', 10)).toEqual(admitted);
    expect(gate.enter('ann', 11, 'suggestion')).toEqual(refused(1, false));
    expect(gate.enter('ann', 12)).toEqual(refused(1, false));
    expect(gate.enter('ann', 13, 'suggestion')).toEqual(refused(1, true));
  });

  test('names a wait after which the same use is let through, and not a second sooner', () => {
    const uses = fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 4000 }), use: fc.constantFrom('command', 'suggestion') }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 3 }), (drawn, commands) => {
        const play = (extraMs: number) => {
          const gate = createRateGate({ commands, windowMs: 5000 });
          let now = 0;
          for (const { after, use } of drawn) gate.enter('ann', (now += after), use);
          return gate.enter('ann', now + extraMs);
        };
        const last = play(0);
        if (last.admitted) return;
        expect(play(last.waitSeconds * 1000).admitted).toBe(true);
        expect(play((last.waitSeconds - 1) * 1000).admitted).toBe(false);
      }),
    );
  });
});
