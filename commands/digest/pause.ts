import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { untilProblem } from '../../src/reply/words/digests/whenWords.ts';
import { PAUSED_FOR_GOOD } from '../../src/schedule/schedule.ts';
import { pauseSchedule } from '../../src/schedule/schedules.ts';
import { parseMoment } from '../../src/schedule/when/parseMoment.ts';
import { answerDigests } from './answerDigests.ts';
import { NAME_OPTION } from './digestOptions.ts';
import { findDigest } from './findDigest.ts';
import { isOver } from './isOver.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'pause',
  description: 'Pause a digest',
  options: [
    NAME_OPTION,
    {
      type: ApplicationCommandOptionType.String,
      name: 'until',
      description: 'A date, a weekday or a time span, such as Monday or 2 weeks (default: until it is resumed)',
      max_length: 40,
    },
  ],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ name, until: typed }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    if (found.kind === 'invalid') return found;
    const { schedule } = found;
    const now = context.now.getTime();
    const until = typed === undefined ? PAUSED_FOR_GOOD : parseMoment(typed, { zone: schedule.zone, now });
    if (until === undefined) return invalid('until', untilProblem(typed ?? ''));
    if (schedule.pausedUntil === until) return answerDigests([schedule], context, { done: 'already-paused' });
    if (isOver(schedule, now)) return answerDigests([schedule], context, { done: 'over' });
    const paused = await pauseSchedule(await context.store(), schedule, { now, until });
    return answerDigests([paused], context, { done: 'paused' });
  },
} satisfies Subcommand<ServerContext>;
