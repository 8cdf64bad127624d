import { READ_BUDGET_MS, READING_MAX_MS, TURN_LEAST_MS } from './readingLimits.ts';

/** A question's turn: until it is over, nothing is read, placed or tagged for another question. */
export interface ReadingTurn {
  /** Starts the budget, once it is known what to read. Returns false if too little time is left to read. */
  readonly begin: () => boolean;
  /** How much longer it may be read, in milliseconds. */
  readonly left: () => number;
  /** Aborted once the question is answered without reading. */
  readonly signal: AbortSignal;
}

interface ReadingLineOptions {
  /** How long it may be read in the turn. */
  readonly budgetMs: number;
  /** How long to wait for the turn at most. Default: as long as leaves time to read. */
  readonly waitMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Questions that are to be read for: one at a time, in the order they came. */
export interface ReadingLine {
  /**
   * Runs a task in a turn of its own. Settles within `READING_MAX_MS`, whatever the task does: with undefined if it is not done then, or
   * at once if the line is so long that its turn would come too late. Rejects as the task does, and once the signal is aborted.
   */
  readonly run: <Result>(
    task: (turn: ReadingTurn) => Promise<Result | undefined>,
    options: ReadingLineOptions,
  ) => Promise<Result | undefined>;
}

/** How much the last turn counts in how long a turn takes. */
const LAST_WEIGHT = 0.2;

export function createReadingLine(): ReadingLine {
  /** The first has its turn. */
  const line: (() => void)[] = [];
  let typicalMs = READ_BUDGET_MS;

  const leave = (start: () => void): void => {
    const place = line.indexOf(start);
    line.splice(place, 1);
    if (place === 0) line[0]?.();
  };

  return {
    async run(task, { budgetMs, waitMs = READING_MAX_MS - TURN_LEAST_MS, signal }) {
      signal?.throwIfAborted();
      if (line.length * typicalMs > waitMs) return undefined;
      const came = performance.now();
      const leaving = new AbortController();
      const turnOver = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => turnOver.resolve(undefined), READING_MAX_MS);
      const abort = (): void => turnOver.reject(signal?.reason);
      signal?.addEventListener('abort', abort);
      const { promise: isTurn, resolve: start } = Promise.withResolvers<void>();
      let turnBegan: number | undefined;
      let readingBegan: number | undefined;
      const timeLeft = (): number => READING_MAX_MS - (performance.now() - came);
      const turn: ReadingTurn = {
        begin() {
          readingBegan = performance.now();
          return turn.left() >= Math.min(TURN_LEAST_MS, budgetMs);
        },
        left: () => Math.min(timeLeft(), budgetMs - (performance.now() - (readingBegan ?? performance.now()))),
        signal: signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal,
      };
      const inTurn = async () => {
        await isTurn;
        if (leaving.signal.aborted || timeLeft() < TURN_LEAST_MS) return undefined;
        turnBegan = performance.now();
        return task(turn);
      };
      line.push(start);
      if (line.length === 1) start();
      try {
        return await Promise.race([inTurn(), turnOver.promise]);
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        leaving.abort();
        if (turnBegan !== undefined) typicalMs += LAST_WEIGHT * (performance.now() - turnBegan - typicalMs);
        leave(start);
      }
    },
  };
}

const lines = new WeakMap<object, ReadingLine>();

/** Returns the line of a reader's: whoever asks waits in the same one. */
export function readingLineOf(reader: object): ReadingLine {
  let line = lines.get(reader);
  if (!line) {
    line = createReadingLine();
    lines.set(reader, line);
  }
  return line;
}
