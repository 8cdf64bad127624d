import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { invalid } from '../src/command/checkOptions.ts';
import { isSlash, type Command, type OptionsOf, type SlashDefinition } from '../src/command/command.ts';
import { EVERYWHERE, HIDE_OPTION } from '../src/command/definitions.ts';
import { subcommandsOf } from '../src/command/subcommands.ts';
import { terminalName } from '../src/command/runCommand.ts';
import { nearest } from '../src/language/nearest.ts';

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
  run({ command }: OptionsOf<typeof definition>, { commands }) {
    if (command === undefined) return { kind: 'notice', text: overview([...commands.values()]) };
    const wanted = command.replace(/^\//u, '');
    const found = [...commands.values()].find(
      ({ definition: { name } }) => terminalName(name) === terminalName(wanted),
    );
    if (found) return { kind: 'notice', text: explain(found) };
    const names = [...commands.keys()];
    return invalid('command', `There is no command "${command.slice(0, 40)}".`, nearest(command, names));
  },
  complete: ({ value }, _options, { commands }) =>
    nearest(value, [...commands.keys()], 25).map((name) => ({ name: titleOf(commands.get(name)!), value: name })),
} satisfies Command;

function overview(commands: readonly Command[]): string {
  const slash = commands.filter(({ definition }) => isSlash(definition));
  const menus = commands.filter(({ definition }) => !isSlash(definition));
  const rows = slash.map(
    ({ definition }) => `- \`/${definition.name}\`: ${isSlash(definition) ? definition.description : ''}`,
  );
  const entries = menus.map(({ definition }) => `- in a message’s menu, under Apps, “${definition.name}”`);
  return [
    'I quote the articles I was given, word for word, and say where each quote is from.',
    ...rows,
    ...entries,
  ].join('\n');
}

function explain(command: Command): string {
  const { definition, help } = command;
  if (!isSlash(definition)) return `**${definition.name}**\n${help}`;
  const subcommands = [...subcommandsOf(definition)].map(
    ([name, options]) =>
      `- \`${name}\`${options.length > 0 ? `: ${options.map((option) => option.name).join(', ')}` : ''}`,
  );
  const options =
    subcommands.length > 0
      ? subcommands
      : (definition.options ?? []).map(({ name, description }) => `- \`${name}\`: ${description}`);
  return [`**/${definition.name}**: ${definition.description}`, help, ...options].join('\n');
}

function titleOf({ definition }: Command): string {
  return isSlash(definition) ? `/${definition.name}: ${definition.description}` : definition.name;
}
