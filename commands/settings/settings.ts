import { articleChoices, zoneChoices } from '../../src/command/choices.ts';
import type { Command, SlashDefinition } from '../../src/command/command.ts';
import { FOR_MANAGERS } from '../../src/command/definitions.ts';
import { requireManagedGuild, type ServerContext } from '../../src/command/requireManagedGuild.ts';
import { runSubcommand, type Subcommand } from '../../src/command/subcommands.ts';
import forget from './forget.ts';
import set from './set.ts';
import show from './show.ts';

const SUBCOMMANDS: readonly Subcommand<ServerContext>[] = [show, set, forget];

const definition = {
  name: 'settings',
  description: 'How the bot behaves in this server and its channels',
  ...FOR_MANAGERS,
  options: SUBCOMMANDS.map((subcommand) => subcommand.definition),
} satisfies SlashDefinition;

export default {
  definition,
  help: 'For members with Manage Server. Channel settings override server settings and apply in the channel’s threads, too; but a channel can only hide articles, not add any. In the channel for questions (text or forum), each question is answered in a thread of its own without a mention, if the articles have an answer. `forget` deletes what is stored about the server: settings, digests and their history, questions without an answer, votes, which articles were announced, and the articles that its members have added. Members with the role set with `upload-role` may add articles, too.',
  run(options, context) {
    const server = requireManagedGuild('settings', context);
    return 'kind' in server ? server : runSubcommand(SUBCOMMANDS, options, server);
  },
  complete({ value }, { setting }, context) {
    if (setting === 'zone') return zoneChoices(value);
    if (setting === 'articles' || setting === 'default-article')
      return articleChoices(value, { ...context, library: context.granted });
    return setting === 'hide' || setting === 'keep-questions' || setting === 'feedback'
      ? [
          { name: 'Yes', value: 'yes' },
          { name: 'No', value: 'no' },
        ]
      : [];
  },
} satisfies Command;
