import type { Logger } from 'pino';
import type { Command } from '../../command/command.ts';
import { registerCommands, type CommandRest } from './registerCommands.ts';

/** Registers the commands at the start of a bot, and logs what that changed. */
export async function logRegistration(
  rest: CommandRest,
  {
    commands,
    application,
    guild,
    log,
  }: {
    readonly commands: ReadonlyMap<string, Command>;
    readonly application: string;
    readonly guild: string | undefined;
    readonly log: Logger;
  },
): Promise<void> {
  const registration = await registerCommands(rest, commands.values(), { application, guild });
  const { added, changed, removed } = registration;
  log.debug(registration, 'commands that were registered');
  log.info(
    { new: added.length, changed: changed.length, removed: removed.length },
    `${commands.size} commands are registered`,
  );
}
