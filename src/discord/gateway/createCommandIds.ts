import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

const commandsSchema = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/** Finds the ids of the registered commands by name; remembered once they are known. Empty while they cannot be read. */
export function createCommandIds({
  get,
  application,
  guild,
}: {
  readonly get: (path: `/${string}`) => Promise<unknown>;
  readonly application: () => string | undefined;
  /** The server in which they are registered. Default: everywhere. */
  readonly guild?: string | undefined;
}): () => Promise<ReadonlyMap<string, string>> {
  let known: ReadonlyMap<string, string> | undefined;
  return async () => {
    const id = application();
    if (known || id === undefined) return known ?? new Map();
    try {
      const path = guild === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guild);
      const found = new Map(commandsSchema.parse(await get(path)).map((command) => [command.name, command.id]));
      if (found.size > 0) known = found;
      return found;
    } catch {
      return new Map();
    }
  };
}
