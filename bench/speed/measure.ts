import { setTimeout } from 'node:timers/promises';

/** Times of one thing done with many inputs, in milliseconds, ascending. */
export type Times = Float64Array;

interface RaceOptions {
  /** Rounds that count. Default 5. */
  readonly rounds?: number;
  /** Rounds before these, which do not count. Default 1. */
  readonly warmUps?: number;
}

/**
 * Times contestants over the same inputs in alternating rounds, each starting with a different one, so that other load
 * on the machine affects all alike. An input's time is its median over the rounds.
 */
export async function race<Input, Name extends string>(
  inputs: readonly Input[],
  contestants: Readonly<Record<Name, (input: Input) => unknown>>,
  { rounds = 5, warmUps = 1 }: RaceOptions = {},
): Promise<Readonly<Record<Name, Times>>> {
  const names = Object.keys(contestants) as Name[];
  const taken = new Map(names.map((name) => [name, inputs.map((): number[] => [])]));
  for (let round = -warmUps; round < rounds; round += 1) {
    const first = (round + warmUps) % names.length;
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const run = contestants[name];
      for (const [index, input] of inputs.entries()) {
        const start = performance.now();
        const result = run(input);
        if (result instanceof Promise) await result;
        if (round >= 0) taken.get(name)![index]!.push(performance.now() - start);
      }
    }
  }
  return Object.fromEntries(names.map((name) => [name, Float64Array.from(taken.get(name)!, median).sort()])) as Record<
    Name,
    Times
  >;
}

/** Returns the middle one of some values, the upper one where two are. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Returns the time below which a share of all times lies. */
export function percentile(times: Times, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
}

/**
 * Returns the memory that JavaScript values and their buffers take, in MB, after the garbage was collected. Needs
 * `--expose-gc`.
 */
export async function usedMb(): Promise<number> {
  // Buffers are freed some time after the values that held them.
  for (let time = 0; time < 4; time += 1) {
    globalThis.gc!();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** One row of a table: what was measured, against what, and the ratio of the two. */
export interface Row {
  readonly what: string;
  readonly against: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Makes the row that compares two series at the median and the 99th percentile. */
export function compare(what: string, against: string, [own, other]: readonly [Times, Times]): Row {
  const cell = (share: number): string => ratio(percentile(own, share), percentile(other, share), 'ms');
  return { what, against, values: { p50: cell(0.5), p99: cell(0.99) } };
}

/** Writes a ratio and what it was made of: `1.52× (3.04 / 2.00 ms)`. */
export function ratio(own: number, other: number, unit: string): string {
  return `${(own / other).toFixed(2)}× (${rounded(own)} / ${rounded(other)} ${unit})`;
}

/** Writes a number with the digits that say something. */
export function rounded(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
}

/** Writes rows as a Markdown table. */
export function table(title: string, rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const lines = rows.map(
    ({ what, against, values }) =>
      `| ${[what, against, ...columns.map((column) => values[column] ?? '')].join(' | ')} |`,
  );
  return [
    `### ${title}`,
    '',
    `| ${['what', 'against', ...columns].join(' | ')} |`,
    `|${' --- |'.repeat(columns.length + 2)}`,
    ...lines,
    '',
  ].join('\n');
}
