import { fileURLToPath } from 'node:url';
import type { App } from '../app/app.ts';
import type { Command, CommandContext } from '../command/command.ts';
import { loadCommands } from '../command/loadCommands.ts';
import { dates } from './commands/dates.ts';
import type { TypedOptions } from './parseArguments.ts';

const COMMANDS_FOLDER = fileURLToPath(new URL('../../commands', import.meta.url));

/** Loads the commands of Discord. */
export function loadDiscordCommands(): Promise<ReadonlyMap<string, Command>> {
  return loadCommands(COMMANDS_FOLDER);
}

/** Loads the commands that answer in a terminal: those of Discord, and those for editors. */
export async function loadTerminalCommands(): Promise<ReadonlyMap<string, Command>> {
  return new Map<string, Command>([...(await loadDiscordCommands()), [dates.definition.name, dates]]);
}

/** Returns the context of the operator at the terminal, who manages the server given by `--guild`. */
export async function terminalContext(app: App, { guild, channel }: TypedOptions): Promise<CommandContext> {
  const context = await app.contextFor({
    ...(typeof guild === 'string' ? { guild } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    manages: true,
    operator: true,
  });
  return { ...context, commands: new Map([...app.commands, [dates.definition.name, dates]]) };
}
