import { nextOccurrences } from '../../src/schedule/times/nextOccurrences.ts';
import type { OracleCase } from './oracleCases.ts';
import { expectedRuns, type WatchedWindow } from './wallClockOracle.ts';

/** What cannot be judged at either end of a window, where the oracle does not see what the clock showed before. */
const MARGIN_MS = 26 * 3_600_000;

/** How many runs were compared, and the first difference, in words. */
export interface Comparison {
  readonly runs: number;
  readonly difference?: string;
}

/** Compares a rule's runs in a window with those that the oracle saw, and each run's own clock with the zone's. */
export function compareWithOracle(window: WatchedWindow, { name, rule, naive }: OracleCase): Comparison {
  const [from, to] = [window.from + MARGIN_MS, window.to - MARGIN_MS];
  const expected = expectedRuns(window, naive).filter((instant) => instant > from && instant < to);
  const found = nextOccurrences(rule, window.zone, { after: from, count: expected.length + 1 });
  const inside = found.filter(({ instant }) => instant < to);
  const shown = (instant: number) => new Date(window.shown[(instant - window.from) / 60_000]!).toISOString();
  const wrong =
    inside.map(({ instant }) => instant).join() !== expected.join() ||
    inside.some(({ instant, localDateTime }) => !shown(instant).startsWith(localDateTime));
  if (!wrong) return { runs: expected.length };
  const texts = (instants: readonly number[]) => instants.map((instant) => new Date(instant).toISOString()).join(' ');
  return {
    runs: expected.length,
    difference: `${window.zone}, ${name}, ${JSON.stringify(rule)}: expected ${texts(expected)}, found ${inside.map(({ instant, localDateTime }) => `${texts([instant])} (${localDateTime})`).join(' ')}`,
  };
}
