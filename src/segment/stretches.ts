/** Lines that are nearly as wide as the widest one around them belong to one stretch. */
const LONG_SHARE = 0.75;
/** Fewer lines say too little about how wide a stretch is set. */
const LINES_MIN = 3;

/**
 * Parts lines that are set at several widths, such as a table among prose without an empty line, where wide lines begin and behind
 * the shorter line with which they end. Every line is in one stretch, in order. Linear time.
 */
export function stretchesOf<Line extends { readonly width: number }>(
  lines: readonly Line[],
): readonly (readonly Line[])[] {
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0);
  const stretches: Line[][] = [];
  let open: Line[] = [];
  let isLong = false;
  const close = (): void => {
    if (open.length > 0) stretches.push(open);
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const next = lines.slice(index, index + LINES_MIN);
    const begins = next.length === LINES_MIN && next.every(({ width }) => width >= widest * LONG_SHARE);
    if (!isLong && begins) {
      close();
      isLong = true;
    }
    open.push(line);
    if (isLong && line.width < widest * LONG_SHARE) {
      close();
      isLong = false;
    }
  }
  close();
  return stretches;
}
