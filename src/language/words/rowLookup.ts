/**
 * Finds rows in one long string of lines that are sorted by their first word, without splitting it: `rows` begins and
 * ends with a line break. Returns what follows the word on its line. Costs the logarithm of the length.
 */
export function lookUpRow(rows: string, word: string): string | undefined {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = rows.lastIndexOf('\n', middle - (rows[middle] === '\n' && middle > low ? 1 : 0)) + 1;
    const end = rows.indexOf('\n', start);
    const order = compareHead(rows, start, end, word);
    if (order === 0) return rows.slice(start + word.length + 1, end);
    if (order < 0) low = end;
    else high = start - 1;
  }
  return undefined;
}

/** Orders the first word of the line `[start, end)` against `word`, in code units. */
function compareHead(rows: string, start: number, end: number, word: string): number {
  for (let at = 0; ; at += 1) {
    const ended = start + at >= end || rows.charCodeAt(start + at) === 32;
    if (at === word.length) return ended ? 0 : 1;
    if (ended) return -1;
    const difference = rows.charCodeAt(start + at) - word.charCodeAt(at);
    if (difference !== 0) return difference;
  }
}
