/** Times of one thing done many times, in milliseconds, ascending. */
export type Times = Float64Array;

/** Times `run` over all inputs, `rounds` times, after one round that is not counted. */
export function time<Input>(inputs: readonly Input[], run: (input: Input) => unknown, rounds = 3): Times {
  for (const input of inputs) run(input);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      const start = performance.now();
      run(input);
      times.push(performance.now() - start);
    }
  }
  return Float64Array.from(times).sort();
}

/** As `time`, for what is awaited, one after the other. */
export async function timeAsync<Input>(
  inputs: readonly Input[],
  run: (input: Input) => Promise<unknown>,
  rounds = 3,
): Promise<Times> {
  for (const input of inputs) await run(input);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const input of inputs) {
      const start = performance.now();
      await run(input);
      times.push(performance.now() - start);
    }
  }
  return Float64Array.from(times).sort();
}

/** Gives the time below which a share of all times lies. */
export function percentile(times: Times, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
}

/** One row of a table: what was measured, against what, and the ratio of the two. */
export interface Row {
  readonly what: string;
  readonly against: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Makes the row that compares two series at the median and the 99th percentile. */
export function compare(what: string, against: string, [own, other]: readonly [Times, Times]): Row {
  const cell = (share: number): string => {
    const [a, b] = [percentile(own, share), percentile(other, share)];
    return `${(a / b).toFixed(2)}× (${a.toFixed(3)} / ${b.toFixed(3)} ms)`;
  };
  return { what, against, values: { p50: cell(0.5), p99: cell(0.99) } };
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
