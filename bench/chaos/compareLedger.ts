import { RUN_STATES, type Run, type RunState } from '../../src/schedule/runs/run.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

/** A digest as it is in a channel. */
export interface PostedDigest {
  readonly run: string;
  readonly section: number;
  /** When the room accepted it; milliseconds since 1970. */
  readonly at: number;
}

/** What the ledger says, and what the channels show. */
export interface ChaosEnd {
  readonly schedules: readonly Schedule[];
  readonly runs: readonly Run[];
  /** Ids of runs that were to be, whatever the ledger says. */
  readonly due: readonly string[];
  readonly posted: readonly PostedDigest[];
  /** Ids of the runs that somebody was told of. */
  readonly told: ReadonlySet<string>;
}

/** Lists every way in which ledger and channels differ, or either from what was to be; and counts the runs by state. */
export function compareLedger({ schedules, runs, due, posted, told }: ChaosEnd): {
  readonly problems: readonly string[];
  readonly states: Readonly<Record<RunState, number>>;
} {
  const problems: string[] = [];
  const messages = Map.groupBy(posted, ({ run }) => run);
  const known = new Map(runs.map((run) => [run.id, run]));
  for (const id of due) if (!known.has(id)) problems.push(`${id}: due, and not in the ledger`);
  for (const id of messages.keys()) if (!known.has(id)) problems.push(`${id}: posted, and not in the ledger`);
  for (const run of runs) {
    const count = messages.get(run.id)?.length ?? 0;
    const allowed: Readonly<Record<RunState, readonly number[]>> = {
      posted: [1],
      uncertain: [0, 1],
      failed: [0],
      skipped: [0],
      pending: [],
      claimed: [],
    };
    if (!allowed[run.state].includes(count)) problems.push(`${run.id}: ${run.state}, with ${count} messages`);
    if ((run.state === 'uncertain' || run.state === 'failed') && !told.has(run.id)) {
      problems.push(`${run.id}: ${run.state}, and nobody was told`);
    }
  }
  for (const schedule of schedules) problems.push(...comparePlan(schedule, { runs, messages }));
  const states = RUN_STATES.map((state) => [state, runs.filter((run) => run.state === state).length] as const);
  return { problems, states: Object.fromEntries(states) as Record<RunState, number> };
}

/**
 * A reading plan has posted its sections in order, each once, but for a run that is uncertain. In order is as the channel
 * shows them: a run that was asked for just after another fell due may be posted before it.
 */
function comparePlan(
  { id, name, position }: Schedule,
  {
    runs,
    messages,
  }: { readonly runs: readonly Run[]; readonly messages: ReadonlyMap<string, readonly PostedDigest[]> },
): readonly string[] {
  const own = runs.filter(({ schedule, state }) => schedule === id && state === 'posted');
  const sections = own
    .flatMap((run) => messages.get(run.id) ?? [])
    .toSorted((a, b) => a.at - b.at)
    .map(({ section }) => section);
  const wanted = own.map((_, at) => at);
  const problems = sections.join() === wanted.join() ? [] : [`${name}: posted the sections ${sections.join()}`];
  return position === own.length ? problems : [...problems, `${name}: position ${position} after ${own.length} runs`];
}
