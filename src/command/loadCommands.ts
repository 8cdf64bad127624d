import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command } from './command.ts';
import { entryAt } from '../runtime/entryAt.ts';

const commandSchema = z.object({
  definition: z.looseObject({ name: z.string().min(1), type: z.union([z.literal(1), z.literal(3)]).optional() }),
  help: z.string().min(1),
  run: z.custom<Command['run']>((value) => typeof value === 'function', 'run is not a function'),
  needs: z.enum(['search', 'events']).optional(),
  asksInForm: z.array(z.string()).readonly().optional(),
  complete: z
    .custom<Command['complete']>(
      (value) => value === undefined || typeof value === 'function',
      'complete is not a function',
    )
    .optional(),
});

/**
 * Loads every command of a folder, by the name in its definition: each file `foo.ts`, and `foo/foo.ts` for each folder
 * `foo/`; other files in such a folder are the command's own. Throws if a default export is not a command, a folder has
 * no such file, or two commands have the same name: that is a bug in the program, not bad input.
 */
export async function loadCommands(folder: string): Promise<ReadonlyMap<string, Command>> {
  const commands = new Map<string, Command>();
  for (const file of await commandFiles(folder)) {
    const module: unknown = await import(pathToFileURL(join(folder, file)).href);
    const parsed = z.object({ default: commandSchema }).safeParse(module);
    if (!parsed.success)
      throw new TypeError(`Cannot load command "${file}": ${entryAt(parsed.error.issues, 0).message}`);
    const command = parsed.data.default as unknown as Command;
    if (commands.has(command.definition.name))
      throw new TypeError(`Cannot load command "${file}": "${command.definition.name}" is taken`);
    commands.set(command.definition.name, command);
  }
  return commands;
}

async function commandFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.flatMap((entry) => (entry.isDirectory() || !entry.name.endsWith('.ts') ? [] : [entry.name]));
  const folders = entries.flatMap((entry) => (entry.isDirectory() && !entry.name.startsWith('.') ? [entry.name] : []));
  for (const name of folders) {
    const own = await readdir(join(folder, name));
    if (!own.includes(`${name}.ts`)) throw new TypeError(`Cannot load command "${name}": it has no file "${name}.ts"`);
    files.push(join(name, `${name}.ts`));
  }
  return files.sort();
}
