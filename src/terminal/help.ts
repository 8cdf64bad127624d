import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { isSlash, type Command, type OptionDefinition } from '../command/command.ts';
import { terminalName } from '../command/runCommand.ts';
import { subcommandsOf } from '../command/subcommands.ts';

/** Options that belong to Discord alone. */
const DISCORD_ONLY = new Set(['hide', 'mention']);

/** A command that the terminal has beside those of Discord. */
export interface TerminalCommand {
  readonly usage: string;
  readonly description: string;
}

/** Explains one command: its usage, its options, and what its help says. */
export function usage({ definition, help }: Command): string {
  const name = terminalName(definition.name);
  if (!isSlash(definition)) return `rapporteur ${name} "message text" [--json]\n\n${help}\n`;
  const subcommands = subcommandsOf(definition);
  const forms =
    subcommands.size === 0
      ? [['', basicOptions(definition.options as readonly OptionDefinition[] | undefined)] as const]
      : [...subcommands];
  const blocks = forms.map(([subcommand, options]) => {
    const shown = options.filter((option) => !DISCORD_ONLY.has(option.name));
    const head = ['rapporteur', name, subcommand, ...shown.map(placeholder), '[--json]']
      .filter((part) => part !== '')
      .join(' ');
    return [head, ...shown.map(explain)].join('\n');
  });
  return `${definition.description}.\n\n${blocks.join('\n\n')}\n\n${help}\n`;
}

/** Lists everything that the terminal can do. */
export function overview(commands: Iterable<Command>, own: Readonly<Record<string, TerminalCommand>>): string {
  const answering = Array.from(commands, ({ definition }): readonly [string, string] => [
    terminalName(definition.name),
    isSlash(definition) ? definition.description : 'The passages nearest to a message, or what its menu entry does',
  ]);
  const rows = [
    ...answering,
    ...Object.entries(own).map(([name, { description }]): readonly [string, string] => [name, description]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const list = rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`).join('\n');
  return [
    'rapporteur <command> [options]',
    '',
    list,
    '',
    'Every command takes --json (the answer as one JSON object), --corpus DIR (another corpus) and --help.',
    'Exit code: 0 for an answer, 1 where the source has none, 2 for wrong usage or bad input.',
    '',
  ].join('\n');
}

function basicOptions(options: readonly OptionDefinition[] | undefined): readonly OptionDefinition[] {
  return options ?? [];
}

function placeholder({ name, required, type }: OptionDefinition, index: number): string {
  const value = type === ApplicationCommandOptionType.Boolean ? `--${name}` : `--${name} …`;
  if (index === 0 && type === ApplicationCommandOptionType.String)
    return required === true ? `"${name}"` : `["${name}"]`;
  return required === true ? value : `[${value}]`;
}

function explain(option: OptionDefinition): string {
  const choices =
    'choices' in option && option.choices && option.choices.length > 0
      ? ` (${option.choices.map(({ value }) => value).join(', ')})`
      : '';
  return `  --${option.name.padEnd(10)} ${option.description}${choices}`;
}
