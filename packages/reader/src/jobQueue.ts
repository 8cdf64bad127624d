import type { Priority } from './reader.ts';
import type { Work, WorkKind } from './protocol.ts';

/** One call of the reader's: its items are served in order, a few at a time, and may be under way in several batches. */
export interface Job<Kind extends WorkKind = WorkKind> {
  readonly kind: Kind;
  readonly priority: Priority;
  readonly question: string;
  readonly items: readonly Work[Kind]['item'][];
  /** Indexes of the items that nobody serves yet. */
  readonly open: number[];
  /** Called with the result of each item, in any order. */
  readonly onResult: (index: number, result: Work[Kind]['result']) => void;
}

/** A few items of one job, to be served together. */
export interface Batch {
  readonly job: Job;
  readonly indexes: readonly number[];
}

/** How many items of each kind are served together: about 40 ms of work, which a question may have to wait for. */
const BATCH_ITEMS: Readonly<Record<WorkKind, number>> = { read: 2, tag: 12, place: 12 };

/** Jobs waiting for the thread: questions before background work, each in the order they came. */
export interface JobQueue {
  readonly add: (job: Job) => void;
  readonly remove: (job: Job) => void;
  /** Takes the next items, of questions alone if so wished. */
  readonly take: (wanted: { readonly questionsOnly: boolean }) => Batch | undefined;
  /** Puts a batch back at the head of its job. */
  readonly putBack: (batch: Batch) => void;
  /** How many items nobody serves yet, of one priority or of both. */
  readonly size: (priority?: Priority) => number;
}

export function createJobQueue(): JobQueue {
  const jobs: Readonly<Record<Priority, Set<Job>>> = { question: new Set(), background: new Set() };
  return {
    add(job) {
      if (job.open.length > 0) jobs[job.priority].add(job);
    },
    remove: (job) => void jobs[job.priority].delete(job),
    take({ questionsOnly }) {
      const [job] = jobs.question.size > 0 || questionsOnly ? jobs.question : jobs.background;
      if (!job) return undefined;
      const indexes = job.open.splice(0, BATCH_ITEMS[job.kind]);
      if (job.open.length === 0) jobs[job.priority].delete(job);
      return { job, indexes };
    },
    putBack({ job, indexes }) {
      job.open.unshift(...indexes);
      const waiting = [...jobs[job.priority]].filter((other) => other !== job);
      jobs[job.priority].clear();
      for (const each of [job, ...waiting]) jobs[job.priority].add(each);
    },
    size: (priority) =>
      (priority === undefined ? Object.values(jobs) : [jobs[priority]])
        .flatMap((each) => [...each])
        .reduce((sum, { open }) => sum + open.length, 0),
  };
}
