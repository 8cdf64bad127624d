import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../../src/command/checkOptions.ts';
import type { OptionsOf } from '../../src/command/command.ts';
import type { ServerContext } from '../../src/command/requireManagedGuild.ts';
import type { Subcommand, SubcommandDefinition } from '../../src/command/subcommands.ts';
import { forgotten, notForgotten } from '../../src/reply/words/commands/settingsWords.ts';
import type { ForgottenArticles } from '../../src/intake/addedArticles.ts';
import { forget } from '../../src/settings/forget.ts';

const definition = {
  type: ApplicationCommandOptionType.Subcommand,
  name: 'forget',
  description: 'Delete the settings, digests, history and added articles of this server',
  options: [
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'sure',
      description: 'Digests, their history and added articles are deleted too; this cannot be undone',
      required: true,
    },
  ],
} as const satisfies SubcommandDefinition;

export default {
  definition,
  async run({ sure }: OptionsOf<typeof definition>, { guild, store, forgetAdded = nothingAdded }) {
    if (!sure) return invalid('sure', notForgotten());
    // First what may fail: settings of articles that are gone are of no use.
    const articles = await forgetAdded(guild);
    return { kind: 'notice', text: forgotten(await forget(await store(), guild), articles) };
  },
} satisfies Subcommand<ServerContext>;

async function nothingAdded(): Promise<ForgottenArticles> {
  return { articles: 0, left: 0 };
}
