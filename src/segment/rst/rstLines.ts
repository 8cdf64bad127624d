/** Lines of reStructuredText from one on, of which each reader takes those that it can read. */
export interface RstLines {
  readonly lines: readonly string[];
  readonly at: number;
}

/** Lines that are indented, with the indent that they share taken off, and the index behind them. */
export interface Indented {
  readonly lines: readonly string[];
  readonly end: number;
}

/** How far a line is indented; that of an empty one is infinite. */
export function indentOf(line: string): number {
  const start = line.search(/\S/u);
  return start === -1 ? Infinity : start;
}

/** Takes the lines from `at` on that are indented, and the empty ones between them. No more than `most` characters of indent are taken off. */
export function indentedLines({ lines, at }: RstLines, most = Infinity): Indented {
  let end = at;
  let shared = most;
  let last = at;
  while (end < lines.length && indentOf(lines[end] ?? '') > 0) {
    const indent = indentOf(lines[end] ?? '');
    end += 1;
    if (indent === Infinity) continue;
    shared = Math.min(shared, indent);
    last = end;
  }
  return { lines: lines.slice(at, last).map((line) => line.slice(shared === Infinity ? 0 : shared)), end: last };
}

/** Whether there is nothing on a line, or no line. */
export function isEmptyLine(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
