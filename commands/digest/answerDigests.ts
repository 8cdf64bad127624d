import type { AnswerOf } from '../../src/answer/answer.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { describeSchedule } from './describeSchedule.ts';
import { failedFollowUps } from '../../src/schedule/runs/followUps.ts';
import { history } from '../../src/schedule/runs/history.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';

const HISTORY_RUNS = 20;

/** What to say besides: what was done to the digests, and how their past runs went. */
interface AnswerOptions {
  readonly done?: AnswerOf<'schedules'>['done'];
  /** Default: no. */
  readonly withHistory?: boolean;
}

/** Answers with the current state of digests. */
export async function answerDigests(
  schedules: readonly Schedule[],
  context: CommandContext,
  { done, withHistory = false }: AnswerOptions = {},
): Promise<AnswerOf<'schedules'>> {
  const store = await context.store();
  const described = [];
  for (const schedule of schedules) {
    const runs = await history(store, schedule.id, { limit: HISTORY_RUNS });
    const undone = await failedFollowUps(
      store,
      runs.map(({ id }) => id),
    );
    const { articles } = context.library;
    described.push(describeSchedule(schedule, { articles, now: context.now.getTime(), runs, undone, withHistory }));
  }
  return { kind: 'schedules', schedules: described, ...(done === undefined ? {} : { done }) };
}
