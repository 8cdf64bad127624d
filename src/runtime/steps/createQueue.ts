import { AsyncLocalStorage } from 'node:async_hooks';

/** Settles when it is the caller's turn of the event loop. */
type Turn = () => Promise<void>;

/** Gives out turns of the event loop, so that one of them takes as long as one slice, however many tasks are under way. */
export interface Queue {
  /** Settles when the running task may compute its next slice. */
  readonly turn: Turn;
  /** Sends an acknowledgement, before anything more is computed; so many at once that connections to Discord stay few. */
  acknowledge<Result>(send: () => Promise<Result>): Promise<Result>;
  /** Runs a task for an owner, such as a member; every turn that it asks for counts as the owner's. */
  run<Result>(owner: string, task: () => Result): Result;
  /** Whether so many tasks wait for their first turn that a new one would wait for a second or so. */
  readonly isCrowded: () => boolean;
}

/** Turns that a task gets one after another, before others of its owner and other owners get theirs. */
const QUANTUM = 8;
/** Of so many quanta one goes to tasks that have used up their first. */
const LONG_EVERY = 4;
/** Acknowledgements sent in one turn of the event loop: a few milliseconds' worth. */
const ACKNOWLEDGEMENTS_EACH = 16;
/** Acknowledgements that Discord has not confirmed yet. Each has a connection of its own, which costs more than what it carries. */
const UNCONFIRMED_MAX = 200;
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
 * Creates a queue that lets one task compute in each turn of the event loop. Acknowledgements go first, since Discord waits
 * three seconds for them. Owners take turns by quantum: within its first, a task goes on before its owner's others, in the
 * order of arrival; after that it is a long one, and waits behind those that are not. What is run for nobody is
 * long from the start.
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

  const mayAcknowledge = (): boolean => acknowledgements.length > 0 && unconfirmed < UNCONFIRMED_MAX;
  const choose = (): Waiting | undefined => {
    const going = next;
    next = undefined;
    if (going) return going;
    const [first, second] = quanta % LONG_EVERY === LONG_EVERY - 1 ? [long, short] : [short, long];
    quanta += 1;
    return first.take() ?? second.take();
  };
  const give = (): void => {
    isScheduled = false;
    if (mayAcknowledge()) {
      for (let sent = 0; sent < ACKNOWLEDGEMENTS_EACH && mayAcknowledge(); sent += 1) {
        unconfirmed += 1;
        acknowledgements.shift()?.();
      }
    } else {
      const chosen = choose();
      current = chosen?.task;
      if (chosen) {
        if (chosen.task.turns === 0) unbegun -= 1;
        chosen.task.turns += 1;
        chosen.resolve();
      }
    }
    if (mayAcknowledge() || next || !short.isEmpty() || !long.isEmpty()) schedule();
  };
  // An immediate that is set from an immediate comes in the next turn.
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(give);
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
        if (mayAcknowledge()) schedule();
      }
    },
    run: (owner, task) => tasks.run({ owner, turns: 0 }, task),
    isCrowded: () => unbegun > CROWD,
  };
}

/** Tasks that wait, by owner; owners take turns. */
function createRing() {
  const owners = new Map<string, Waiting[]>();
  return {
    isEmpty: () => owners.size === 0,
    /** Adds a task behind its owner's others; one that has begun goes before those that have not. */
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

/** The process's queue, for everything that takes more than a moment: interactions, and the slices of long computations. */
export const queue: Queue = createQueue();
