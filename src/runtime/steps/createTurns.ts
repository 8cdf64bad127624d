/** Settles when it is the caller's turn of the event loop. */
export type Turns = () => Promise<void>;

/**
 * Creates a queue that gives one turn in each turn of the event loop, in the order in which they were asked for.
 * Interactions arrive many at once where much is going on; answered one after another in one turn, they would hold up
 * heartbeats and the sending of what is answered already.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  const give = (): void => {
    waiting.shift()?.();
    // An immediate that is set from an immediate comes in the next turn.
    if (waiting.length > 0) setImmediate(give);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(give);
    });
}

/**
 * The process's queue, for everything that takes more than a moment: interactions, and the slices of long computations.
 * However many of them are under way, a turn of the event loop takes as long as one of them.
 */
export const nextTurn: Turns = createTurns();
