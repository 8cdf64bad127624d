import type { Config } from '../../runtime/config.ts';

/** Where Discord's API is, unless `DISCORD_API` names another place. */
export const DISCORD_API = 'https://discord.com/api';
const REQUEST_DEADLINE_MS = 10_000;

/** Gets a path of Discord's API as the bot. Throws if there is no answer within ten seconds. */
export function requestDiscord(
  path: string,
  { token, api = DISCORD_API }: { readonly token: string; readonly api: Config['DISCORD_API'] },
): Promise<Response> {
  return fetch(`${api}/v10${path}`, {
    headers: { authorization: `Bot ${token}` },
    signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
  });
}
