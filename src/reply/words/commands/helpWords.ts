/** A command as shown in help. */
export interface HelpCommand {
  readonly name: string;
  /** Undefined for an entry of a message's menu. */
  readonly description?: string;
  readonly help: string;
  /** Its options, or its subcommands with theirs. */
  readonly entries: readonly HelpEntry[];
}

interface HelpEntry {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly HelpEntry[];
}

/** Lists the commands, one line each. */
export function helpOverview(commands: readonly HelpCommand[]): string {
  return [
    'I quote the articles I was given, word for word, and say where each quote is from.',
    ...commands.flatMap(({ name, description }) =>
      description === undefined ? [] : [`- \`/${name}\`: ${description}`],
    ),
    ...commands.flatMap(({ name, description }) =>
      description === undefined ? [`- in a message’s menu, under Apps, “${name}”`] : [],
    ),
  ].join('\n');
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
