import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { readAccess } from '../../access/readAccess.ts';
import { formatProblem } from '../../article/problem.ts';
import { readLibrary } from '../../app/readLibrary.ts';
import type { Command } from '../../command/command.ts';
import type { Config } from '../../runtime/config.ts';
import { inviteLink } from '../../discord/gateway/inviteLink.ts';
import { registerCommands } from '../../discord/gateway/registerCommands.ts';
import { openStore } from '../../store/store.ts';
import { checkChannels } from './checkChannels.ts';
import { databaseOf } from '../databaseOf.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

const DISCORD_API = 'https://discord.com/api';
const REQUEST_DEADLINE_MS = 10_000;
/** Discord's Date header has whole seconds, and the way there takes time. */
const CLOCK_WARN_MS = 5000;
const CLOCK_FAIL_MS = 60_000;
const ZONE_DATA_YEARS = 2;

/** What one check came to; `detail` also says what to do where it is not `ok`. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
}

interface DoctorCall {
  readonly commands: ReadonlyMap<string, Command>;
  readonly corpus: string;
  readonly config: Config;
  readonly terminal: Terminal;
  readonly json: boolean;
}

/** Checks everything that the bot needs, a line each with what to do; exit code 2 where something stops it. */
export async function doctor({ terminal, json, ...call }: DoctorCall): Promise<ExitCode> {
  const checks = [
    { name: 'environment', state: 'ok', detail: 'every value that is set can be read' } as const,
    ...(await checkDiscord(call)),
    await checkStore(call.config),
    checkZoneData(process.versions['tz'] ?? '', new Date()),
    await checkCorpus(call.corpus),
    await checkAccess(call),
  ];
  if (json) terminal.out(`${JSON.stringify({ checks })}\n`);
  else for (const { name, state, detail } of checks) terminal.out(`${state.padEnd(4)}  ${name}: ${detail}\n`);
  return checks.some(({ state }) => state === 'fail') ? 2 : 0;
}

async function checkDiscord({ commands, config }: Pick<DoctorCall, 'commands' | 'config'>): Promise<readonly Check[]> {
  const { DISCORD_TOKEN: token, DISCORD_API: api = DISCORD_API, DISCORD_GUILD: guild } = config;
  if (token === undefined) {
    const detail = 'not set, so `npm start` opens the local room; for Discord, set DISCORD_TOKEN (see .env.example)';
    return [{ name: 'token', state: 'warn', detail }];
  }
  const ask = (path: string): Promise<Response> =>
    fetch(`${api}/v10${path}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
    });
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
    return [token, await checkGateway(get), await checkCommands(commands, { get, guild }), clock, invite, ...channels];
  } catch (error) {
    const detail = `${api} cannot be used: ${messageOf(error)}; check the network, a proxy, and DISCORD_API`;
    return [{ name: 'Discord', state: 'fail', detail }];
  }
}

/** Gives nothing for what is not there or not for the bot to see. */
async function getIfThere(ask: (path: string) => Promise<Response>, path: string): Promise<unknown> {
  const response = await ask(path);
  if (response.ok) return response.json();
  if (response.status === 403 || response.status === 404) return undefined;
  throw new Error(`it answered ${response.status}`);
}

/** A store that cannot be opened is told by its own check. */
async function checkDigests(
  config: Config,
  discord: { readonly get: Get; readonly bot: string },
): Promise<readonly Check[]> {
  const store = await openStore(databaseOf(config)).catch(() => undefined);
  if (!store) return [];
  try {
    return await checkChannels(store, discord);
  } finally {
    await store.close();
  }
}

type Get = (path: string) => Promise<unknown>;

/** The bot asks for unprivileged intents only, which Discord always grants; what can run out are the day's connections. */
async function checkGateway(get: Get): Promise<Check> {
  const { session_start_limit: limit } = z
    .object({ session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }) })
    .parse(await get(Routes.gatewayBot()));
  if (limit.remaining > 0)
    return { name: 'intents', state: 'ok', detail: 'none is needed that must be granted; the gateway may be used' };
  const minutes = Math.ceil(limit.reset_after / 60_000);
  return { name: 'intents', state: 'fail', detail: `no connection is left for today; wait ${minutes} minutes` };
}

async function checkCommands(
  commands: ReadonlyMap<string, Command>,
  { get, guild }: { readonly get: Get; readonly guild: string | undefined },
): Promise<Check> {
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

/** Judges the computer's clock by the Date header of an answer; `now` is in milliseconds since 1970. */
export function checkClock(header: string | null, now: number): Check {
  const theirs = Date.parse(header ?? '');
  if (Number.isNaN(theirs))
    return { name: 'clock', state: 'warn', detail: 'Discord’s answer has no date to compare with' };
  const off = Math.abs(now - theirs);
  if (off <= CLOCK_WARN_MS) return { name: 'clock', state: 'ok', detail: 'agrees with Discord’s' };
  const detail = `${Math.round(off / 1000)} seconds ${now > theirs ? 'ahead of' : 'behind'} Discord’s, so digests come at the wrong time; let the system set it (NTP)`;
  return { name: 'clock', state: off > CLOCK_FAIL_MS ? 'fail' : 'warn', detail };
}

/** Judges the edition of the time-zone data, such as `2026b`. */
export function checkZoneData(edition: string, now: Date): Check {
  const year = Number(/^\d{4}/u.exec(edition)?.[0]);
  if (now.getUTCFullYear() - year < ZONE_DATA_YEARS) return { name: 'zone data', state: 'ok', detail: edition };
  const detail = `${edition === '' ? 'of unknown age' : `${edition} is old`}; clock changes decided since are missed, so run the Node that \`npm ci\` installs`;
  return { name: 'zone data', state: 'warn', detail };
}

async function checkStore(config: Config): Promise<Check> {
  const file = databaseOf(config);
  try {
    const store = await openStore(file);
    try {
      await store.check();
      await store.ping();
    } finally {
      await store.close();
    }
    return { name: 'store', state: 'ok', detail: `${file}, schema ${store.version}` };
  } catch (error) {
    return { name: 'store', state: 'fail', detail: messageOf(error) };
  }
}

async function checkCorpus(corpus: string): Promise<Check> {
  const reading = await readLibrary(corpus);
  if (reading.kind === 'unreadable') return { name: 'corpus', state: 'fail', detail: formatProblem(reading.problem) };
  const { length } = reading.articles;
  const [first, ...others] = reading.broken.flatMap(({ problems }) => problems).map(formatProblem);
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const names = reading.broken.map(({ name }) => name).join(', ');
    const detail = `not loaded: ${names}: ${first}${more}; \`rapporteur check\` lists everything`;
    return { name: 'corpus', state: 'fail', detail };
  }
  if (length === 0)
    return { name: 'corpus', state: 'warn', detail: `no article in ${corpus}; \`rapporteur import FILE\` adds one` };
  return { name: 'corpus', state: 'ok', detail: `${length} ${length === 1 ? 'article' : 'articles'}` };
}

/** Several servers that see the same articles are mostly a mistake, and one that nobody notices. */
async function checkAccess({ corpus, config }: Pick<DoctorCall, 'corpus' | 'config'>): Promise<Check> {
  const name = 'access';
  const reading = await readAccess(corpus);
  if (reading.kind === 'broken') return { name, state: 'fail', detail: formatProblem(reading.problems[0]!) };
  if (reading.access.kind === 'granted')
    return { name, state: 'ok', detail: 'access.json says who sees which article; `rapporteur access show` lists it' };
  const servers = await countServers(config);
  if (servers > 1)
    return {
      name,
      state: 'warn',
      detail: `everybody in all ${servers} servers sees every article; \`rapporteur access grant\` keeps them apart`,
    };
  return { name, state: 'ok', detail: 'open: everybody sees every article' };
}

/** Returns 0 if it cannot be told; what is wrong then is said by another check. */
async function countServers({ DISCORD_TOKEN: token, DISCORD_API: api = DISCORD_API }: Config): Promise<number> {
  if (token === undefined) return 0;
  try {
    const response = await fetch(`${api}/v10${Routes.userGuilds()}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
    });
    return z.array(z.unknown()).parse(await response.json()).length;
  } catch {
    return 0;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
}
