import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { digestDeleted } from '../../src/reply/words/digests/digestWords.ts';
import { deleteSchedule } from '../../src/schedule/schedules.ts';
import { NAME_OPTION } from './digestOptions.ts';
import { findDigest } from './findDigest.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'delete',
  description: 'Delete a digest and its history',
  options: [NAME_OPTION],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ name }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    if (found.kind === 'invalid') return found;
    const { schedule } = found;
    const isDeleted = await deleteSchedule(await context.store(), schedule.id);
    return { kind: 'notice', ...digestDeleted(schedule.name, { isGone: !isDeleted }) };
  },
} satisfies Subcommand<ServerContext>;
