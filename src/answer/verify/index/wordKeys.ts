/** Blocks that an article can have; a key stays below 2 to the 53rd. */
export const BLOCK_KEYS = 2 ** 20;

/** Whether the sorted keys hold a word, by its hash. */
export function hasWord(words: Float64Array, hash: number): boolean {
  return words[keyIndex(words, hash * BLOCK_KEYS)]! < (hash + 1) * BLOCK_KEYS;
}

/** Finds the first key that is not smaller, from a place on where none before is; nearer ones are found sooner. */
export function keyIndex(keys: Float64Array, key: number, from = 0): number {
  let low = from;
  let step = 1;
  while (low + step < keys.length && keys[low + step]! < key) {
    low += step;
    step *= 2;
  }
  let high = Math.min(keys.length, low + step);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
