import { compareWithOracle } from './compareWithOracle.ts';
import { frequentCases, oracleCases } from './oracleCases.ts';
import { changesOf, watch } from './wallClockOracle.ts';

const DAYS_AROUND = 8;
const QUARTER_HOURS = Array.from({ length: 96 }, (_, at) => at * 15);

/**
 * Compares the product with the oracle for every zone that changes its clock in 2026–2028, at each of its changes,
 * for all 96 quarter hours. Prints what was compared; returns whether there was no difference. Takes minutes.
 */
export function soakClockChanges(): boolean {
  const started = performance.now();
  const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1)];
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => changesOf(zone, from, to));
  const changing = zones.filter((changes) => changes.length > 0);
  const totals = { changes: 0, schedules: 0, runs: 0, differences: 0 };
  for (const changes of changing) {
    for (const change of changes) {
      const window = watch(change, DAYS_AROUND);
      totals.changes += 1;
      for (const each of [...QUARTER_HOURS.flatMap((time) => oracleCases(change, time)), ...frequentCases()]) {
        const { runs, difference } = compareWithOracle(window, each);
        totals.schedules += 1;
        totals.runs += runs;
        if (difference === undefined) continue;
        totals.differences += 1;
        if (totals.differences <= 20) console.log(difference);
      }
    }
    console.log(`${changes[0]!.zone}: ${changes.length} changes, ${totals.differences} differences so far`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `clock changes: ${changing.length} zones, ${totals.changes} changes, ${totals.schedules} schedules, ${totals.runs} runs compared in ${seconds} s: ${totals.differences} differences`,
  );
  return totals.differences === 0;
}
