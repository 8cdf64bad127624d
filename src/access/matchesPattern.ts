/**
 * Returns true if a pattern matches a whole id: `*` is any number of characters, `?` exactly one. Takes at most length
 * times length steps.
 */
export function matchesPattern(pattern: string, id: string): boolean {
  let [at, star, mark] = [0, -1, 0];
  let index = 0;
  while (index < id.length) {
    if (pattern[at] === '*') {
      [star, mark] = [at, index];
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === id[index])) {
      at += 1;
      index += 1;
    } else if (star !== -1) {
      mark += 1;
      [at, index] = [star + 1, mark];
    } else {
      return false;
    }
  }
  return /^\**$/u.test(pattern.slice(at));
}
