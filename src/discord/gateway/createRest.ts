import { REST } from 'discord.js';

/** Creates a client for Discord's REST API, for what needs no gateway. */
export function createRest({ token, api }: { readonly token: string; readonly api?: string | undefined }): REST {
  return new REST(api === undefined ? {} : { api }).setToken(token);
}
