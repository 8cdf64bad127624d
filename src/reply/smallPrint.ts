const SMALL = /^-# /u;
const ADDRESS = /\]\([^()\s]*\)/gu;
const MARKS = /^(?:-# |> )|\*\*|\\(?=[^\p{L}\p{N}\s])/gu;

/** Measures which share of the characters that a reader sees of our Markdown is in small print, from 0 to 1. */
export function smallPrintShare(markdown: string): number {
  let [all, small] = [0, 0];
  for (const line of markdown.split('\n')) {
    const { length } = line.replaceAll(ADDRESS, ']').replaceAll(MARKS, '');
    all += length;
    if (SMALL.test(line)) small += length;
  }
  return all === 0 ? 0 : small / all;
}
