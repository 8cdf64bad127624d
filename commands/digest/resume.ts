import { resumeSchedule } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';
import { digestSubcommand } from './digestSubcommand.ts';
import { isOver } from './isOver.ts';

export default digestSubcommand({
  name: 'resume',
  description: 'Resume a digest',
  /** Resumes a digest that was paused, or that was stopped until a problem was fixed. */
  async run(schedule, _options, context) {
    const now = context.now.getTime();
    const isStopped = schedule.disabled !== null || (schedule.pausedUntil ?? now) > now;
    if (!isStopped) return answerDigests([schedule], context, { done: isOver(schedule, now) ? 'over' : 'not-paused' });
    const resumed = await resumeSchedule(await context.store(), schedule, { now });
    context.posting?.wake();
    return answerDigests([resumed], context, { done: isOver(resumed, now) ? 'over' : 'resumed' });
  },
});
