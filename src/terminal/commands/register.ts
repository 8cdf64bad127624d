import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../../command/command.ts';
import type { Config } from '../../runtime/config.ts';
import { createRest } from '../../discord/gateway/createRest.ts';
import { registerCommands, type Registration } from '../../discord/gateway/registerCommands.ts';
import type { TypedOptions } from '../parseArguments.ts';
import { fail, type ExitCode, type Terminal } from '../terminal.ts';
import { firstLineOf } from '../../runtime/messageOf.ts';

interface RegisterCall {
  readonly options: TypedOptions;
  readonly config: Config;
  readonly terminal: Terminal;
}

/** Registers the commands with Discord if they changed, or with `--dry-run` says what would change. */
export async function register(
  commands: ReadonlyMap<string, Command>,
  { options, config, terminal }: RegisterCall,
): Promise<ExitCode> {
  const { DISCORD_TOKEN: token, DISCORD_API: api } = config;
  if (token === undefined)
    return fail(terminal, 'Set DISCORD_TOKEN to the token of your application; .env.example says where to find it.');
  const guild = typeof options['guild'] === 'string' ? options['guild'] : config.DISCORD_GUILD;
  if (guild !== undefined && !/^\d{15,20}$/u.test(guild))
    return fail(terminal, `--guild must be an id of 15 to 20 digits, not "${guild.slice(0, 40)}".`);
  const dryRun = options['dry-run'] === true;
  const rest = createRest({ token, api });
  try {
    const { id } = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const registration = await registerCommands(rest, commands.values(), { application: id, guild, dryRun });
    terminal.out(
      options['json'] === true ? `${JSON.stringify({ ...registration, dryRun })}\n` : report(registration, dryRun),
    );
    return 0;
  } catch (error) {
    return fail(terminal, reasonOf(error, { guild, api }));
  }
}

function report({ added, changed, removed }: Registration, dryRun: boolean): string {
  const lines = Object.entries({ new: added, changed, removed }).flatMap(([word, names]) =>
    names.length === 0 ? [] : [`${word}: ${names.join(', ')}`],
  );
  if (lines.length === 0) return 'Discord has every command as it is here; nothing was sent.\n';
  return `${lines.join('\n')}\n${dryRun ? 'Nothing was sent (--dry-run).' : 'Registered.'}\n`;
}

function reasonOf(
  error: unknown,
  { guild, api = 'Discord' }: { readonly guild: string | undefined; readonly api: string | undefined },
): string {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined;
  if (field('status') === 401)
    return 'Discord refused the token (401); copy it again from the developer portal into DISCORD_TOKEN.';
  if (guild !== undefined && (field('status') === 403 || field('status') === 404))
    return `Discord does not let this application register commands in the server ${guild}; invite it there first.`;
  const code = field('code');
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT')
    return `Cannot reach ${api} (${code}).`;
  return `Cannot register the commands: ${firstLineOf(error)}.`;
}
