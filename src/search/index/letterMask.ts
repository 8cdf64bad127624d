/** Returns a word's letters as a 32-bit set; letters beyond a to z share the remaining bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

/** Counts the letters that are in only one of two sets. Each typing error changes at most two. */
export function maskDistance(a: number, b: number): number {
  let differing = a ^ b;
  differing -= (differing >>> 1) & 0x55555555;
  differing = (differing & 0x33333333) + ((differing >>> 2) & 0x33333333);
  return Math.imul((differing + (differing >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
