/** One stage of a Dockerfile: its name, if it has one, and what follows its FROM line, in order. */
export interface Stage {
  readonly base: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  readonly name: string;
  readonly value: string;
}

/** Reads a Dockerfile that has no arguments and no here-documents. */
export function parseDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/^\s*#.*\n/gmu, '')
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { base: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^(\w+)\s+(.*)$/u.exec(line) ?? [];
    const from = name === 'FROM' ? /^(\S+)(?: AS (\S+))?$/u.exec(value) : undefined;
    if (from) stages.push({ base: from[1]!, name: from[2], instructions: [] });
    else stages.at(-1)!.instructions.push({ name, value });
  }
  return stages;
}

/** Reads the words of an instruction in its JSON form. */
export function wordsOf(value: string): readonly string[] {
  return JSON.parse(value) as readonly string[];
}

/**
 * Whether a file may be copied from the build context. Reads a .dockerignore that leaves out everything (`*`) and takes
 * names at the top back in (`!name`).
 */
export function isInContext(ignore: string, path: string): boolean {
  const rules = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  if (rules[0] !== '*' || rules.slice(1).some((rule) => !/^![\w.-]+$/u.test(rule)))
    throw new Error('Cannot read .dockerignore: it must leave out everything and take names back in');
  return rules.includes(`!${path.split('/')[0]!}`);
}
