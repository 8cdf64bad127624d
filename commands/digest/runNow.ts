import { invalid } from '../../src/command/checkOptions.ts';
import { describeRun } from './describeSchedule.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import { addRun } from '../../src/schedule/runs/addRun.ts';
import { readSchedule } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';
import { digestSubcommand } from './digestSubcommand.ts';
import { postingRefusal } from './draft/postingRefusal.ts';

export default digestSubcommand({
  name: 'run',
  description: 'Post a digest now, in addition to its schedule',
  /** Checks that the channel accepts the digest, adds a due run to the ledger, and waits for its outcome. */
  async run(schedule, _options, context) {
    if (schedule.disabled !== null)
      return invalid('name', digestProblem({ kind: 'stopped', name: schedule.name, reason: schedule.disabled }));
    const refusal = await postingRefusal(schedule, context);
    if (refusal) return invalid('name', digestProblem({ kind: 'not-posted', refusal }));
    const store = await context.store();
    const id = await addRun(store, schedule, context.now.getTime());
    const { posting } = context;
    if (!posting) return answerDigests([schedule], context, { done: 'queued' });
    posting.wake();
    const run = await posting.follow(id);
    const now = await readSchedule(store, schedule.id);
    if (!run || !now) return invalid('name', digestProblem({ kind: 'deleted', name: schedule.name }));
    return { ...(await answerDigests([now], context, { done: 'ran' })), ran: describeRun(run, now) };
  },
});
