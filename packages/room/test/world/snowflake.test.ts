import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '../../src/world/clock.ts';
import { createSnowflakes, snowflake, snowflakeTimestamp } from '../../src/world/snowflake.ts';

test('createSnowflakes gives ids that rise though the clock stands or goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1_420_070_400_000, max: 4_000_000_000_000 }), { minLength: 1 }), (times) => {
      let now = 0;
      const next = createSnowflakes(() => now);
      const ids = times.flatMap((time) => {
        now = time;
        return [next(), next()];
      });
      expect(ids.every((id, index) => index === 0 || BigInt(id) > BigInt(ids[index - 1]!))).toBe(true);
      expect(snowflakeTimestamp(ids[0]!)).toBe(times[0]);
    }),
  );
});

test('snowflake agrees with the example in the documentation', () => {
  expect(snowflakeTimestamp('175928847299117063')).toBe(1_462_015_105_796);
  expect(BigInt(snowflake(1_462_015_105_796)) >> 22n).toBe(175_928_847_299_117_063n >> 22n);
});

test('advance puts the clock forward and runs what is due, in order', () => {
  const clock = createClock(() => 1000);
  const ran: string[] = [];
  clock.after(200, () => ran.push('b'));
  clock.after(100, () => ran.push('a'));
  clock.after(300, () => ran.push('c'));
  const cancel = clock.after(50, () => ran.push('cancelled'));
  cancel();
  clock.advance(200);
  expect(clock.now()).toBe(1200);
  expect(ran).toEqual(['a', 'b']);
  clock.stop();
  clock.advance(1000);
  expect(ran).toEqual(['a', 'b']);
});
