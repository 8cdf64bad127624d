import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { resumeSchedule } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';
import { NAME_OPTION } from './digestOptions.ts';
import { findDigest } from './findDigest.ts';
import { isOver } from './isOver.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'resume',
  description: 'Resume a digest',
  options: [NAME_OPTION],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  /** Resumes a digest that was paused, or that was stopped until a problem was fixed. */
  async run({ name }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    if (found.kind === 'invalid') return found;
    const { schedule } = found;
    const now = context.now.getTime();
    const isStopped = schedule.disabled !== null || (schedule.pausedUntil ?? now) > now;
    if (!isStopped) return answerDigests([schedule], context, { done: isOver(schedule, now) ? 'over' : 'not-paused' });
    const resumed = await resumeSchedule(await context.store(), schedule, { now });
    context.posting?.wake();
    return answerDigests([resumed], context, { done: isOver(resumed, now) ? 'over' : 'resumed' });
  },
} satisfies Subcommand<ServerContext>;
