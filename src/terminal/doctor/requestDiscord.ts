import type { Config } from '../../runtime/config.ts';

/** Base URL of Discord's API, unless `DISCORD_API` sets another. */
export const DISCORD_API = 'https://discord.com/api';
const REQUEST_DEADLINE_MS = 10_000;

/** Gets a path of Discord's API as the bot. Throws if there is no response within ten seconds. */
export function requestDiscord(
  path: string,
  { token, api = DISCORD_API }: { readonly token: string; readonly api: Config['DISCORD_API'] },
): Promise<Response> {
  return fetch(`${api}/v10${path}`, {
    headers: { authorization: `Bot ${token}` },
    signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
  });
}
