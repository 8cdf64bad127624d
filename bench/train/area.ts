/** Returns the chance that one of `yes` is higher than one of `no`: the area under the curve of their scores. */
export function area(yes: readonly number[], no: readonly number[]): number {
  const sorted = no.toSorted((a, b) => a - b);
  const below = (score: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < score) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return yes.reduce((sum, score) => sum + below(score), 0) / (yes.length * no.length || 1);
}
