/** A stretch of letters without a wide gap, in points from the left. */
export interface Stretch {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** Lines that a column has at least. */
const MIN_LINES = 8;
const SAME_POINTS = 3;
/** Where in the width of a page its second column begins. */
const [FROM, TO] = [0.35, 0.7];
/** Share of stretches that go across, as titles and wide figures do. */
const ACROSS_MAX = 0.25;
/** Running text fills its lines; the cells of a table do not. */
const PROSE_CHARS = 22;
const FILLED = 0.6;

/**
 * Finds where the second of two columns of running text begins on a page; undefined if there is one column, or a table.
 * On both sides most lines are long and fill their column, those on the right begin at the same place, and few go across.
 */
export function gutterOf(stretches: readonly Stretch[]): number | undefined {
  if (stretches.length < 2 * MIN_LINES) return undefined;
  const left = Math.min(...stretches.map(({ x }) => x));
  const width = Math.max(...stretches.map(({ right }) => right)) - left;
  const starts = new Map<number, number>();
  for (const { x } of stretches) {
    const place = Math.round(x);
    if (x > left + width * FROM && x < left + width * TO) starts.set(place, (starts.get(place) ?? 0) + 1);
  }
  const [at] = [...starts].reduce<readonly [number | undefined, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [undefined, 0],
  );
  return at !== undefined && isGutter(stretches, { at: at - SAME_POINTS, left, right: left + width })
    ? at - SAME_POINTS
    : undefined;
}

function isGutter(
  stretches: readonly Stretch[],
  { at, left, right }: { readonly at: number; readonly left: number; readonly right: number },
): boolean {
  const before = stretches.filter((each) => each.right <= at);
  const behind = stretches.filter(({ x }) => x >= at);
  return (
    stretches.length - before.length - behind.length <= stretches.length * ACROSS_MAX &&
    isProse(before, at - left) &&
    isProse(behind, right - at)
  );
}

function isProse(column: readonly Stretch[], width: number): boolean {
  const full = column.filter(({ text, x, right }) => text.length >= PROSE_CHARS && right - x >= width * FILLED);
  return column.length >= MIN_LINES && full.length * 2 > column.length;
}
