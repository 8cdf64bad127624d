/** A sentence that was read, as far as it shows which ones are beside it. */
export interface Beside {
  readonly text: string;
  readonly from?: string | undefined;
  readonly block: number;
  readonly follows?: boolean | undefined;
}

/** Returns the indexes of the sentences right after and right before one in its article, of those that were read. */
export function besideOf(read: readonly Beside[], at: number): readonly number[] {
  return [at + 1, at - 1].filter((other) => {
    const [before, after] = [read[Math.min(at, other)], read[Math.max(at, other)]];
    if (!before || !after || before.from !== after.from) return false;
    return after.follows ?? Math.abs(after.block - before.block) <= 1;
  });
}
