import { AsyncLocalStorage } from 'node:async_hooks';

/** Resolves when it is the caller's turn of the event loop. */
type Turn = () => Promise<void>;

/** Hands out event-loop turns, so that each takes as long as one slice, however many tasks are in progress. */
export interface Queue {
  /** Resolves when the running task may compute its next slice. */
  readonly turn: Turn;
  /**
   * Sends an acknowledgement before anything else is computed. The number of those that are not confirmed yet is limited,
   * so that connections to Discord stay few.
   */
  acknowledge<Result>(send: () => Promise<Result>): Promise<Result>;
  /** Runs a task for an owner, such as a member; every turn it requests counts as the owner's. */
  run<Result>(owner: string, task: () => Result): Result;
  /** Whether so many tasks wait for their first turn that a new one would wait for about a second. */
  readonly isCrowded: () => boolean;
}

/** Consecutive turns of a task before others of its owner and other owners get theirs. */
const QUANTUM = 8;
/** One of this many quanta goes to tasks that have used up their first. */
const LONG_EVERY = 4;
/** Acknowledgements sent in one turn of the event loop: a few milliseconds' worth. */
const ACKNOWLEDGEMENTS_EACH = 16;
/** Acknowledgements that Discord has not confirmed yet. Each takes a connection of its own. */
const UNCONFIRMED_MAX = 128;
/** How long computing waits for a confirmation while acknowledgements cannot be sent for want of one. */
const CONFIRMATION_WAIT_MS = 20;
const CROWD = 100;

interface Task {
  readonly owner: string;
  turns: number;
}

interface Waiting {
  readonly task: Task;
  readonly resolve: () => void;
}

/**
 * Creates a queue that lets one task compute in each event-loop turn. Acknowledgements go first, since Discord waits
 * three seconds for them: while some wait, computing only goes on if no confirmation has come for a moment. Owners take turns by quantum: within its first quantum, a task runs before its owner's
 * others, in order of arrival; after that it counts as long, and waits behind those that do not. Tasks without an owner
 * are long from the start.
 */
export function createQueue(): Queue {
  const tasks = new AsyncLocalStorage<Task>();
  const background: Task = { owner: '', turns: QUANTUM };
  const [short, long] = [createRing(), createRing()];
  const acknowledgements: (() => void)[] = [];
  let unconfirmed = 0;
  let quanta = 0;
  let unbegun = 0;
  let [current, next]: [Task | undefined, Waiting | undefined] = [undefined, undefined];
  let isScheduled = false;
  let blocked: NodeJS.Timeout | undefined;

  const mayAcknowledge = (): boolean => acknowledgements.length > 0 && unconfirmed < UNCONFIRMED_MAX;
  const isWaiting = (): boolean => mayAcknowledge() || next !== undefined || !short.isEmpty() || !long.isEmpty();
  const choose = (): Waiting | undefined => {
    const going = next;
    next = undefined;
    if (going) return going;
    const [first, second] = quanta % LONG_EVERY === LONG_EVERY - 1 ? [long, short] : [short, long];
    quanta += 1;
    return first.take() ?? second.take();
  };
  const compute = (): void => {
    const chosen = choose();
    current = chosen?.task;
    if (!chosen) return;
    if (chosen.task.turns === 0) unbegun -= 1;
    chosen.task.turns += 1;
    chosen.resolve();
  };
  const give = (): void => {
    isScheduled = false;
    if (mayAcknowledge()) {
      for (let sent = 0; sent < ACKNOWLEDGEMENTS_EACH && mayAcknowledge(); sent += 1) {
        unconfirmed += 1;
        acknowledgements.shift()?.();
      }
    } else {
      compute();
    }
    if (isWaiting()) schedule();
  };
  // An immediate set within an immediate runs in the next turn.
  const schedule = (): void => {
    if (isScheduled) return;
    if (acknowledgements.length === 0 || mayAcknowledge()) {
      clearTimeout(blocked);
      blocked = undefined;
      isScheduled = true;
      setImmediate(give);
      return;
    }
    blocked ??= setTimeout(() => {
      blocked = undefined;
      give();
    }, CONFIRMATION_WAIT_MS);
  };
  const add = (waiting: Waiting): void => {
    const { task } = waiting;
    if (task.turns === 0) unbegun += 1;
    if (task === current && !next && task.turns % QUANTUM !== 0) next = waiting;
    else (task.turns < QUANTUM ? short : long).add(waiting);
    schedule();
  };
  return {
    turn: () => new Promise((resolve) => add({ task: tasks.getStore() ?? background, resolve })),
    async acknowledge(send) {
      await new Promise<void>((resolve) => {
        acknowledgements.push(resolve);
        schedule();
      });
      try {
        return await send();
      } finally {
        unconfirmed -= 1;
        if (isWaiting()) schedule();
      }
    },
    run: (owner, task) => tasks.run({ owner, turns: 0 }, task),
    isCrowded: () => unbegun > CROWD,
  };
}

/** Waiting tasks by owner; owners take turns. */
function createRing() {
  const owners = new Map<string, Waiting[]>();
  return {
    isEmpty: () => owners.size === 0,
    /** Adds a task behind its owner's others; one that has started goes before those that have not. */
    add(waiting: Waiting): void {
      const { owner, turns } = waiting.task;
      const own = owners.get(owner);
      if (!own) owners.set(owner, [waiting]);
      else if (turns > 0 && turns < QUANTUM) own.unshift(waiting);
      else own.push(waiting);
    },
    take(): Waiting | undefined {
      for (const [owner, own] of owners) {
        owners.delete(owner);
        const taken = own.shift();
        if (own.length > 0) owners.set(owner, own);
        return taken;
      }
      return undefined;
    },
  };
}

/**
 * The process's queue, for everything that takes longer than a moment: interactions, and the slices of long
 * computations.
 */
export const queue: Queue = createQueue();
