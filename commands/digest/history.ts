import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { answerDigests } from './answerDigests.ts';
import { NAME_OPTION } from './digestOptions.ts';
import { findDigest } from './findDigest.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'history',
  description: 'Past runs of a digest',
  options: [NAME_OPTION],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ name }: OptionsOf<typeof definition>, context) {
    const found = await findDigest(name, context);
    return found.kind === 'invalid' ? found : answerDigests([found.schedule], context, { withHistory: true });
  },
} satisfies Subcommand<ServerContext>;
