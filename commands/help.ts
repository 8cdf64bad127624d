import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../src/command/checkOptions.ts';
import { isSlash, type Command, type OptionsOf, type SlashDefinition } from '../src/command/command.ts';
import { EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { helpExamples } from '../src/command/helpExamples.ts';
import { terminalName } from '../src/command/runCommand.ts';
import { nearest } from '../src/language/nearest.ts';
import { helpChoice, helpOf, helpOverview, type HelpCommand } from '../src/reply/words/commands/helpWords.ts';
import { optionProblem } from '../src/reply/words/commands/optionWords.ts';
import { valueOf } from '../src/runtime/entryAt.ts';

const definition = {
  name: 'help',
  description: 'What the commands do',
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'command',
      description: 'The command to explain',
      autocomplete: true,
    },
    HIDE_OPTION,
  ],
} as const satisfies SlashDefinition;

export default {
  definition,
  help: 'Lists the commands, or explains one of them.',
  async run({ command }: OptionsOf<typeof definition>, context) {
    const { commands, commandIds } = context;
    if (command === undefined) {
      const [ids, examples] = [await commandIds?.(), await helpExamples(context)];
      const shown = [...commands.values()].map(helpCommand);
      const text = helpOverview(
        shown.map((each) => ({ ...each, id: ids?.get(each.name), example: examples.get(each.name) })),
      );
      return { kind: 'notice', text };
    }
    const wanted = command.replace(/^\//u, '');
    const found = [...commands.values()].find(
      ({ definition: { name } }) => terminalName(name) === terminalName(wanted),
    );
    if (found) return { kind: 'notice', text: helpOf(helpCommand(found)) };
    const names = [...commands.keys()];
    return invalid('command', optionProblem({ kind: 'no-command', typed: command, names }), nearest(command, names));
  },
  complete: ({ value }, _options, { commands }) =>
    nearest(value, [...commands.keys()], 25).map((name) => ({
      name: helpChoice(helpCommand(valueOf(commands, name))),
      value: name,
    })),
} satisfies Command;

function helpCommand({ definition, help }: Command): HelpCommand {
  if (!isSlash(definition)) return { name: definition.name, help, entries: [] };
  const { name, description, options = [] } = definition;
  const subcommand = options.find(({ type }) => type === ApplicationCommandOptionType.Subcommand)?.name;
  return { name, description, help, entries: options, ...(subcommand === undefined ? {} : { subcommand }) };
}
