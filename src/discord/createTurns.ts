/** Gives out turns of the event loop, one a turn, in the order in which they were asked for. */
export type Turns = () => Promise<void>;

/**
 * Creates what gives out turns. Interactions come many in one piece where much is going on; answered one after another
 * in one turn, they would hold up heartbeats and the sending of what is answered already.
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
