import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { forgotten, notForgotten } from '../../src/reply/words/commands/settingsWords.ts';
import { forget } from '../../src/settings/forget.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'forget',
  description: 'Delete the settings, digests and history of this server',
  options: [
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'sure',
      description: 'Digests and their history are deleted too; this cannot be undone',
      required: true,
    },
  ],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ sure }: OptionsOf<typeof definition>, { guild, store }) {
    if (!sure) return invalid('sure', notForgotten());
    return { kind: 'notice', text: forgotten(await forget(await store(), guild)) };
  },
} satisfies Subcommand<ServerContext>;
