import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMeter, STEP_WORK } from '../../../src/runtime/steps/createMeter.ts';

test('says when a step’s worth is done, so that no step does more than that and one more amount', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: STEP_WORK }), { maxLength: 60 });
  fc.assert(
    fc.property(amounts, (all) => {
      const meter = createMeter();
      let step = 0;
      for (const amount of all) {
        step += amount;
        const isDone = meter.spend(amount);
        expect(isDone).toBe(step >= STEP_WORK);
        if (isDone) step = 0;
      }
    }),
  );
});
