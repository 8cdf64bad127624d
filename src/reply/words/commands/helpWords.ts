import { entryAt } from '../../../runtime/entryAt.ts';

/** A command as shown in help. */
export interface HelpCommand {
  readonly name: string;
  /** Undefined for an entry of a message's menu. */
  readonly description?: string;
  /** The id under which Discord knows it, with its first subcommand if it has any; then its name can be clicked. */
  readonly id?: string | undefined;
  readonly subcommand?: string | undefined;
  /** The options of a use that has an answer. */
  readonly example?: string | undefined;
  readonly help: string;
  /** Its options, or its subcommands with theirs. */
  readonly entries: readonly HelpEntry[];
}

interface HelpEntry {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly HelpEntry[];
}

/** The commands by what they are for. */
const GROUPS: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['Asking', ['ask', 'summary', 'section', 'event']],
  ['Quoting', ['quote', 'cite', 'verify', 'Check quotes', 'Find in sources']],
  ['Digests', ['digest']],
  ['Set-up', ['sources', 'Add as source', 'settings', 'help']],
];
const OTHERS = 'Others';

/** Lists the commands in groups, one line each, with an example below it. */
export function helpOverview(commands: readonly HelpCommand[]): string {
  const grouped = GROUPS.map(
    ([title, names]) => [title, names.flatMap((each) => commands.filter(({ name }) => name === each))] as const,
  );
  const others = commands.filter(({ name }) => GROUPS.every(([, names]) => !names.includes(name)));
  return [
    'I quote the articles I was given, word for word, and say where each quote is from.',
    ...[...grouped, [OTHERS, others] as const].flatMap(([title, group]) =>
      group.length === 0 ? [] : [`**${title}**`, ...group.flatMap(overviewLines)],
    ),
  ].join('\n');
}

function overviewLines({ name, description, help, id, subcommand, example }: HelpCommand): readonly string[] {
  if (description === undefined) return [`- **${name}** (a message’s menu, under Apps): ${menuPurpose(help)}`];
  const whole = [name, ...(subcommand === undefined ? [] : [subcommand])].join(' ');
  const shown = id === undefined ? `\`/${name}\`` : `</${whole}:${id}>`;
  return [`- ${shown}: ${description}`, ...(example === undefined ? [] : [`  -# \`/${whole} ${example}\``])];
}

/** What a command in the menu of a message does: the first clause of its help, after where the command is found. */
export function menuPurpose(help: string): string {
  const [, ...said] = help.split(': ');
  const clause = entryAt(said.join(': ').split(', ', 1), 0);
  return entryAt(`${clause} `.split('. ', 1), 0).trim();
}

/** Explains a command: what it does, its help, and each option; one shared by several subcommands only once. */
export function helpOf({ name, description, help, entries }: HelpCommand): string {
  if (description === undefined) return `**${name}**\n${help}`;
  const explained = new Set<string>();
  const lines = entries.flatMap((entry) => {
    const isNew = (option: HelpEntry): boolean => !explained.has(rowOf(option));
    const [own, known] = [entry.options?.filter(isNew) ?? [], entry.options?.filter((option) => !isNew(option)) ?? []];
    own.forEach((option) => explained.add(rowOf(option)));
    const above = known.length === 0 ? '' : ` (${known.map((option) => `\`${option.name}\``).join(', ')} as above)`;
    return [`- ${rowOf(entry)}${above}`, ...own.map((option) => `  - ${rowOf(option)}`)];
  });
  return [`**/${name}**: ${description}`, help, ...lines].join('\n');
}

/** Names a command and what it does, as a choice in a list. */
export function helpChoice({ name, description }: HelpCommand): string {
  return description === undefined ? name : `/${name}: ${description}`;
}

function rowOf({ name, description }: HelpEntry): string {
  return `\`${name}\`: ${description}`;
}
