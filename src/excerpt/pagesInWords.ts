import type { Pages } from '../article/pagesOf.ts';

/** Writes pages as citations do: "p. 4", "pp. 4–5". */
export function pagesInWords([from, to]: Pages): string {
  return from === to ? `p. ${from}` : `pp. ${from}–${to}`;
}
