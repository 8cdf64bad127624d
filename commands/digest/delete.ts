import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { said } from '../../src/answer/said.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
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
    const { text, pieces } = isDeleted
      ? said`Digest “${schedule.name}” deleted, with its history.`
      : said`The digest “${schedule.name}” had been deleted already.`;
    return { kind: 'notice', text, pieces };
  },
} satisfies Subcommand<ServerContext>;
