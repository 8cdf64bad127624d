import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../command/command.ts';
import type { Config } from '../config.ts';
import { registerCommands } from '../discord/registerCommands.ts';
import { fail, type ExitCode, type Terminal } from './terminal.ts';

interface RegisterCall {
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly config: Config;
  readonly terminal: Terminal;
}

/** Registers the commands with Discord where they changed, or with `--dry-run` says what would change. */
export async function register(
  commands: ReadonlyMap<string, Command>,
  { options, config, terminal }: RegisterCall,
): Promise<ExitCode> {
  const { DISCORD_TOKEN: token, DISCORD_API: api } = config;
  if (token === undefined)
    return fail(terminal, 'Set DISCORD_TOKEN to the token of your application; .env.example says where to find it.');
  const guild = typeof options['guild'] === 'string' ? options['guild'] : config.DISCORD_GUILD;
  const { createRest } = await import('../discord/createRest.ts');
  const rest = createRest({ token, api });
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const dryRun = options['dry-run'] !== undefined;
    const { added, changed, removed } = await registerCommands(rest, commands.values(), {
      application: id,
      guild,
      dryRun,
    });
    const lines = [list('new', added), list('changed', changed), list('removed', removed)].filter(
      (line) => line !== '',
    );
    const done =
      lines.length === 0
        ? 'Discord has every command as it is here; nothing was sent.\n'
        : `${lines.join('\n')}\n${dryRun ? 'Nothing was sent (--dry-run).' : 'Registered.'}\n`;
    terminal.out(done);
    return 0;
  } catch (error) {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : undefined;
    if (status === 401)
      return fail(
        terminal,
        'Discord refused the token (401); copy it again from the developer portal into DISCORD_TOKEN.',
      );
    return fail(
      terminal,
      `Cannot register the commands: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)}.`,
    );
  }
}

function list(word: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${word}: ${names.join(', ')}`;
}
