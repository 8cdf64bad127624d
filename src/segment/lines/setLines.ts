/** The shortest run of lines that stay apart. */
const LINES_MIN = 3;
/** Share of lines that begin small, above which they are one text that was broken for its looks. */
const SMALL_SHARE = 0.2;

/** No text is wrapped as narrow as this. */
const NARROW = 45;

/** Keeps the lines of a text that were ended on purpose, as those of addresses and lists are: the next word would have fitted. None if they were only wrapped. */
export function setLines(lines: readonly string[]): readonly string[] {
  if (lines.length < LINES_MIN) return [];
  const width = Math.max(...lines.map((line) => line.length));
  const later = lines.slice(1);
  const ended = later.filter(
    (line, index) => (lines[index]?.length ?? 0) + 1 + (/^\S+/u.exec(line)?.[0].length ?? 0) <= width,
  ).length;
  const small = later.filter((line) => /^\p{Ll}/u.test(line)).length;
  return (isNarrow(lines) || ended * 2 > later.length) && small <= later.length * SMALL_SHARE ? lines : [];
}

/** Returns true if no text would be wrapped as narrow as these lines are. */
export function isNarrow(lines: readonly string[]): boolean {
  return lines.every((line) => line.length < NARROW);
}
