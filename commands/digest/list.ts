import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { CommandOptions } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand } from '../../src/command/subcommands.ts';
import { listSchedules } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';

export default {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'list',
    description: 'The digests of this server',
  },
  async run(_options: CommandOptions, context) {
    return answerDigests(await listSchedules(await context.store(), context.guild), context);
  },
} satisfies Subcommand<ServerContext>;
