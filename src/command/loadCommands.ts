import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Command } from './command.ts';

const commandSchema = z.object({
  definition: z.looseObject({ name: z.string().min(1), type: z.union([z.literal(1), z.literal(3)]).optional() }),
  help: z.string().min(1),
  run: z.custom<Command['run']>((value) => typeof value === 'function', 'run is not a function'),
  needs: z.enum(['search', 'events']).optional(),
  complete: z
    .custom<Command['complete']>(
      (value) => value === undefined || typeof value === 'function',
      'complete is not a function',
    )
    .optional(),
});

/**
 * Loads every command from a folder, one file each, by the name in its definition. Throws where a file's default
 * export is not a command or two have one name: the program is broken then, not its input.
 */
export async function loadCommands(folder: string): Promise<ReadonlyMap<string, Command>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const commands = new Map<string, Command>();
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(join(folder, file)).href);
    const parsed = z.object({ default: commandSchema }).safeParse(module);
    if (!parsed.success) throw new TypeError(`Cannot load command "${file}": ${parsed.error.issues[0]!.message}`);
    const command = parsed.data.default as unknown as Command;
    if (commands.has(command.definition.name))
      throw new TypeError(`Cannot load command "${file}": "${command.definition.name}" is taken`);
    commands.set(command.definition.name, command);
  }
  return commands;
}
