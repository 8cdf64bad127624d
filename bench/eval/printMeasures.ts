/** One measure, in per cent unless its name says otherwise. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  /** Reached from here on; undefined if none is set. */
  readonly target?: number | undefined;
}

/** Prints measures as a Markdown table, each beside its target. A sentence replaces what cannot be measured. */
export function printMeasures(title: string, measures: readonly Measure[] | string): void {
  console.log(`### ${title}\n`);
  if (typeof measures === 'string') return console.log(`${measures}\n`);
  console.log('| measure | value | target | |\n| --- | --- | --- | --- |');
  for (const { name, value, target } of measures)
    console.log(`| ${name} | ${value.toFixed(1)} | ${target ?? ''} | ${verdict(value, target)} |`);
  console.log('');
}

/** Compares as printed, with one digit, so that table and verdict agree. */
function verdict(value: number, target: number | undefined): string {
  if (target === undefined) return '';
  return Number(value.toFixed(1)) >= target ? 'ok' : 'MISSED';
}
