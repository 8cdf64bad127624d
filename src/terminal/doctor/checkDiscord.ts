import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../../command/command.ts';
import { inviteLink } from '../../discord/gateway/inviteLink.ts';
import { registerCommands } from '../../discord/gateway/registerCommands.ts';
import type { Config } from '../../runtime/config.ts';
import { firstLineOf } from '../../runtime/messageOf.ts';
import { openStore } from '../../store/store.ts';
import { databaseOf } from '../databaseOf.ts';
import { checkChannels } from './checkChannels.ts';
import { checkClock } from './checkClock.ts';
import { checkInteractions } from './checkInteractions.ts';
import type { Finding } from './finding.ts';
import { DISCORD_API, requestDiscord } from './requestDiscord.ts';

type Get = (path: string) => Promise<unknown>;

/** Checks the token, and with it the gateway, the registered commands, the clock and the digests' channels. */
export async function checkDiscord({
  commands,
  config,
}: {
  readonly commands: ReadonlyMap<string, Command>;
  readonly config: Config;
}): Promise<readonly Finding[]> {
  const { DISCORD_TOKEN: token, DISCORD_API: api, DISCORD_GUILD: guild } = config;
  if (token === undefined) {
    const detail = 'not set, so `npm start` opens the local room; for Discord, set DISCORD_TOKEN (see .env.example)';
    return [{ name: 'token', state: 'warn', detail }];
  }
  const ask = (path: string): Promise<Response> => requestDiscord(path, { token, api });
  const get = async (path: string): Promise<unknown> => {
    const response = await ask(path);
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return response.json();
  };
  try {
    const response = await ask(Routes.user());
    const clock = checkClock(response.headers.get('date'), Date.now());
    if (response.status === 401) {
      const detail = 'Discord refuses it (401); copy it again from the developer portal into DISCORD_TOKEN';
      return [{ name: 'token', state: 'fail', detail }, clock];
    }
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    const { id, username } = z.object({ id: z.string(), username: z.string() }).parse(await response.json());
    const token = { name: 'token', state: 'ok', detail: `Discord knows it as ${username}` } as const;
    const invite = { name: 'invite', state: 'ok', detail: inviteLink(await applicationId(get)) } as const;
    const channels = await checkDigests(config, { get: (path) => getIfThere(ask, path), bot: id });
    return [
      token,
      ...(config.INTERACTIONS === 'gateway' ? [await checkGateway(get)] : []),
      ...(await checkIntent(config, get)),
      ...(await checkInteractions(config, get)),
      await checkCommands(commands, { get, guild }),
      clock,
      invite,
      ...channels,
    ];
  } catch (error) {
    const detail = `${api ?? DISCORD_API} cannot be used: ${firstLineOf(error)}; check the network, a proxy, and DISCORD_API`;
    return [{ name: 'Discord', state: 'fail', detail }];
  }
}

/** Returns undefined for what does not exist or the bot may not see. */
async function getIfThere(ask: (path: string) => Promise<Response>, path: string): Promise<unknown> {
  const response = await ask(path);
  if (response.ok) return response.json();
  if (response.status === 403 || response.status === 404) return undefined;
  throw new Error(`it answered ${response.status}`);
}

/** A store that cannot be opened is reported by its own check. */
async function checkDigests(
  config: Config,
  discord: { readonly get: Get; readonly bot: string },
): Promise<readonly Finding[]> {
  const store = await openStore(databaseOf(config)).catch(() => undefined);
  if (!store) return [];
  try {
    return await checkChannels(store, discord);
  } finally {
    await store.close();
  }
}

/**
 * Except for ask channels the bot only uses unprivileged intents, which Discord always grants; the only other thing that can run out is the daily
 * number of connections.
 */
async function checkGateway(get: Get): Promise<Finding> {
  const { session_start_limit: limit } = z
    .object({ session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }) })
    .parse(await get(Routes.gatewayBot()));
  if (limit.remaining > 0)
    return { name: 'intents', state: 'ok', detail: 'none is needed that must be granted; the gateway may be used' };
  const minutes = Math.ceil(limit.reset_after / 60_000);
  return { name: 'intents', state: 'fail', detail: `no connection is left for today; wait ${minutes} minutes` };
}

/** Flags of an application that may read messages, with and without Discord's review. */
const MAY_READ_MESSAGES = (1 << 18) | (1 << 19);

/** Ask channels need a privileged intent; without it Discord ends the connection. */
async function checkIntent({ ASK_CHANNELS: askChannels }: Config, get: Get): Promise<readonly Finding[]> {
  if (askChannels === 'off') return [];
  const { flags = 0 } = z.object({ flags: z.number().optional() }).parse(await get(Routes.currentApplication()));
  if ((flags & MAY_READ_MESSAGES) !== 0)
    return [{ name: 'ask channels', state: 'ok', detail: 'the Message Content Intent is granted' }];
  const detail =
    'the Message Content Intent is not granted; switch it on in the developer portal on the page Bot, or set ASK_CHANNELS=off';
  return [{ name: 'ask channels', state: 'fail', detail }];
}

async function checkCommands(
  commands: ReadonlyMap<string, Command>,
  { get, guild }: { readonly get: Get; readonly guild: string | undefined },
): Promise<Finding> {
  const rest = {
    get: (path: string, options?: { query?: URLSearchParams }) =>
      get(options?.query ? `${path}?${options.query.toString()}` : path),
    put: () => Promise.reject(new Error('a check sends nothing')),
  };
  const { added, changed, removed } = await registerCommands(rest, commands.values(), {
    application: await applicationId(get),
    guild,
    dryRun: true,
  });
  const differing = added.length + changed.length + removed.length;
  if (differing === 0) return { name: 'commands', state: 'ok', detail: `all ${commands.size} are registered` };
  const detail = `${differing} differ from what Discord has; starting the bot or \`rapporteur register\` puts that right`;
  return { name: 'commands', state: 'warn', detail };
}

async function applicationId(get: Get): Promise<string> {
  return z.object({ id: z.string() }).parse(await get(Routes.currentApplication())).id;
}
