import type { Usage } from './command.ts';

/** A command read from a line, with what was typed for its options. */
export interface CommandLine {
  readonly usage: Usage;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a command that was typed or pasted as a line: `/quote text:some words scope:sentence`. Words before the first option's
 * name belong to the first option. Returns undefined unless the line begins with a command's name and a space.
 */
export function parseCommandLine(usages: readonly Usage[], line: string): CommandLine | undefined {
  const usage = usages
    .filter(({ name }) => line.startsWith(`/${name} `))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (!usage) return undefined;
  const rest = line.slice(usage.name.length + 2);
  const names = usage.options.map(({ name }) => name);
  const marks = [...rest.matchAll(/(?:^|\s)([^\s:]+):\s*/g)].filter(([, name]) => names.includes(name!));
  const values: Record<string, string> = {};
  const first = rest.slice(0, marks[0]?.index ?? rest.length).trim();
  if (first && names[0] !== undefined) values[names[0]] = first;
  marks.forEach((mark, index) => {
    values[mark[1]!] = rest.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? rest.length).trim();
  });
  return { usage, values };
}
