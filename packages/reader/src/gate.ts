/**
 * Memory that both threads see: whether native code may still be entered, and whether the thread is in it. A process that
 * ends while its thread is in native code is aborted, so that it first waits for the thread to come out.
 */
export type Gate = Int32Array<SharedArrayBuffer>;

const SHUT = 0;
const INSIDE = 1;

export function createGate(): Gate {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** Runs native code, in the thread; undefined if the gate was shut. */
export async function pass<T>(gate: Gate, native: () => Promise<T>): Promise<T | undefined> {
  Atomics.store(gate, INSIDE, 1);
  try {
    return Atomics.load(gate, SHUT) === 1 ? undefined : await native();
  } finally {
    Atomics.store(gate, INSIDE, 0);
    Atomics.notify(gate, INSIDE);
  }
}

/** Shuts the gate; what is inside may come out. */
export function shut(gate: Gate): void {
  Atomics.store(gate, SHUT, 1);
}

/** Shuts the gate and blocks until the thread is outside, or for as long as given. */
export function shutAndWait(gate: Gate, ms: number): void {
  shut(gate);
  Atomics.wait(gate, INSIDE, 1, ms);
}
