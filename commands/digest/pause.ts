import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import { untilProblem } from '../../src/reply/words/digests/whenWords.ts';
import { PAUSED_FOR_GOOD } from '../../src/schedule/schedule.ts';
import { pauseSchedule } from '../../src/schedule/schedules.ts';
import { parseMoment } from '../../src/schedule/when/parseMoment.ts';
import { answerDigests } from './answerDigests.ts';
import { digestSubcommand } from './digestSubcommand.ts';
import { isOver } from './isOver.ts';

export default digestSubcommand({
  name: 'pause',
  description: 'Pause a digest',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'until',
      description: 'A date, a weekday or a time span, such as Monday or 2 weeks (default: until it is resumed)',
      max_length: 40,
      autocomplete: true,
    },
  ],
  async run(schedule, { until: typed }, context) {
    const now = context.now.getTime();
    const until = typed === undefined ? PAUSED_FOR_GOOD : parseMoment(typed, { zone: schedule.zone, now });
    if (until === undefined) return invalid('until', untilProblem(typed ?? ''));
    if (schedule.pausedUntil === until) return answerDigests([schedule], context, { done: 'already-paused' });
    if (isOver(schedule, now)) return answerDigests([schedule], context, { done: 'over' });
    const paused = await pauseSchedule(await context.store(), schedule, { now, until });
    return answerDigests([paused], context, { done: 'paused' });
  },
});
