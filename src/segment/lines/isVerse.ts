const LINES_MIN = 2;
/** No verse is longer, and few of its lines begin small, as those of wrapped text do. */
const LINE_MAX_CHARS = 80;
const LARGE_SHARE = 0.75;
/** Share of lines that a mark ends: verse has one at most line ends, and lists of addresses at few. */
const MARKED_SHARE = 0.4;
/** Share of words that begin small: names and addresses have few. */
const SMALL_SHARE = 0.5;

/**
 * Returns true if the lines of a block are those of a poem: they begin large and are made of words that begin small, marks end
 * many of them, some in the midst of a sentence, and few have figures.
 */
export function isVerse(lines: readonly string[]): boolean {
  if (lines.length < LINES_MIN) return false;
  const words = lines.flatMap((line) => line.match(/[\p{L}\p{M}'’-]+/gu) ?? []);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  const marked = lines.filter((line) => /[,;:.!?—–]["'”’)]{0,2}$/u.test(line)).length;
  return (
    lines.every((line) => line.length <= LINE_MAX_CHARS) &&
    lines.filter((line) => /^[^\p{L}]*\p{Lu}/u.test(line)).length >= lines.length * LARGE_SHARE &&
    small >= words.length * SMALL_SHARE &&
    marked >= lines.length * MARKED_SHARE &&
    lines.slice(0, -1).some((line) => /[,;—–]["'”’)]{0,2}$/u.test(line)) &&
    lines.filter((line) => /\d/u.test(line)).length * 4 <= lines.length
  );
}
