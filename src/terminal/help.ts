import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { isSlash, type Command, type OptionDefinition } from '../command/command.ts';
import { terminalName } from '../command/runCommand.ts';
import { subcommandsOf } from '../command/subcommands.ts';
import { fileOptionsOf, type FileOption } from './fileOptions.ts';
import type { OwnCommand } from './ownCommands.ts';
import { menuPurpose } from '../reply/words/commands/helpWords.ts';
import { UPLOAD_MENU } from '../reply/words/uploads/uploadWords.ts';

const COMMON =
  'Commands take --corpus DIR (another corpus) and --help; those that answer also take --json (the answer as one JSON object).';

const EXIT_CODES =
  'Exit code: 0 for an answer, 1 if nothing was found or a quotation does not hold, 2 for wrong usage or bad input.';
/** What a command's exit code means, if it has more to say than that of the others. */
const OWN_EXIT_CODES: Readonly<Record<string, string>> = {
  verify:
    'Exit code: 0 for exact, for other typography, and for parts spliced together where every omission is marked; 1 for altered or not found, in another place or article than the one that was named, with a negation left out, or too short to judge.',
};

/** Options that only make sense on Discord. */
const DISCORD_ONLY = new Set(['hide', 'mention']);

/** Explains one command: its usage, its options, and what its help says. */
export function usage({ definition, help }: Command): string {
  const name = terminalName(definition.name);
  if (!isSlash(definition)) return `rapporteur ${name} "message text"\n\n${withoutMarkdown(help)}\n\n${COMMON}\n`;
  const subcommands = subcommandsOf(definition);
  const forms =
    subcommands.size === 0
      ? [['', (definition.options ?? []) as readonly OptionDefinition[]] as const]
      : [...subcommands];
  const blocks = forms.map(([subcommand, options]) => {
    const shown = options.filter((option) => !DISCORD_ONLY.has(option.name));
    const files = fileOptionsOf(definition.name);
    const placeholders = [...shown.map(placeholder), ...files.map((option) => `[--${option.name} FILE]`)];
    const head = ['rapporteur', name, subcommand, ...placeholders].filter((part) => part !== '').join(' ');
    const explained = [...shown, ...files];
    const width = Math.max(0, ...explained.map((option) => option.name.length));
    return [head, ...explained.map((option) => explain(option, width))].join('\n');
  });
  const server =
    subcommands.size > 0 ? 'Name the server with --guild ID, and where it matters a channel with --channel ID.\n' : '';
  const codes = Object.hasOwn(OWN_EXIT_CODES, name) ? `${OWN_EXIT_CODES[name] ?? ''}\n` : '';
  return `${definition.description}.\n\n${blocks.join('\n\n')}\n\n${withoutMarkdown(help)}\n\n${codes}${server}${COMMON}\n`;
}

/** Explains a command that only the terminal has. */
export function ownUsage(name: string, { description, usage, help = [] }: OwnCommand): string {
  return [`${description}.`, '', `rapporteur ${name} ${usage}`, ...help, '', COMMON, ''].join('\n');
}

/** Lists everything that the terminal can do. */
export function overview(commands: Iterable<Command>, own: Readonly<Record<string, OwnCommand>>): string {
  // What takes a file of a message has no use here; `import` does that.
  const usable = [...commands].filter(({ definition }) => definition.name !== UPLOAD_MENU);
  const answering = usable.map(({ definition, help }): readonly [string, string] => [
    terminalName(definition.name),
    isSlash(definition) ? definition.description : `For the text of a message: ${menuPurpose(withoutMarkdown(help))}`,
  ]);
  const rows = [
    ...answering.filter(([name]) => !Object.hasOwn(own, name)),
    ...Object.entries(own).map(([name, { description }]): readonly [string, string] => [name, description]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const list = rows.map(([name, description]) => `  ${name.padEnd(width)}  ${description}`).join('\n');
  return [
    'rapporteur <command> [options]',
    '',
    list,
    '',
    `${COMMON} \`rapporteur <command> --help\` explains one.`,
    '`rapporteur --version` prints the version. A single - in the place of a text reads it from standard input.',
    EXIT_CODES,
    '',
  ].join('\n');
}

/** Help is written in Markdown, which a terminal does not render. */
function withoutMarkdown(help: string): string {
  return help.replaceAll(/\*\*|`/gu, '');
}

function placeholder({ name, required, type }: OptionDefinition, index: number): string {
  const value = type === ApplicationCommandOptionType.Boolean ? `--${name}` : `--${name} …`;
  if (index === 0 && type === ApplicationCommandOptionType.String)
    return required === true ? `"${name}"` : `["${name}"]`;
  return required === true ? value : `[${value}]`;
}

function explain(option: OptionDefinition | FileOption, width: number): string {
  const choices =
    'choices' in option && option.choices && option.choices.length > 0
      ? ` (${option.choices.map(({ value }) => value).join(', ')})`
      : '';
  return `  --${option.name.padEnd(width)}  ${option.description}${choices}`;
}
