import { DiscordAPIError, HTTPError } from 'discord.js';
import { firstLineOf } from '../../runtime/messageOf.ts';

/**
 * Why the bot could not start; `temporary` if the same settings may work later, for example once the network is back.
 */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
  readonly temporary: boolean;
}

/** Gateway close codes that no retry can change: the token, shards, version or intents are wrong. */
const LASTING_CLOSE_CODES: ReadonlySet<unknown> = new Set([4004, 4010, 4011, 4012, 4013, 4014]);

/** Thrown if the gateway closed the connection while the bot was starting; `code` is the close code. */
export class GatewayClosed extends Error {
  readonly code: number;

  constructor(code: number) {
    super(`the gateway closed the connection with code ${code}`);
    this.code = code;
  }
}

/** Explains in a sentence why the bot could not start. */
export function refusal(error: unknown, api: string | undefined): Refusal {
  const server = api === undefined ? 'Discord' : `The server at ${api}`;
  const refused = (reason: string, temporary: boolean): Refusal => ({ kind: 'refused', reason, temporary });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid' || (error instanceof DiscordAPIError && error.status === 401)) {
    return refused(
      `${server} refused the token (401); copy it again from the developer portal into DISCORD_TOKEN.`,
      false,
    );
  }
  if (error instanceof DiscordAPIError)
    return refused(`${server} refused a request: ${error.message} (${error.code}).`, false);
  if (error instanceof HTTPError) return refused(`${server} failed (${error.status}); try again later.`, true);
  const detail = firstLineOf(error);
  const words = typeof code === 'string' ? code : detail;
  return refused(`Cannot connect to ${api ?? 'Discord'}: ${words}.`, !LASTING_CLOSE_CODES.has(code));
}
