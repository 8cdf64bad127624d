import { DiscordAPIError, DiscordjsError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Discord drops an interaction that is not acknowledged within this time. */
export const ACK_DEADLINE_MS = 3000;
const MOST_TRIES = 4;

/** Thrown instead of sending an acknowledgement that Discord no longer accepts. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/**
 * Sends an acknowledgement, unless Discord has dropped the interaction by now: then it throws `TooLate`. Retries after a broken connection, which discord.js does not, for as long as Discord waits.
 * If the first one did arrive, the second is refused, which is just as good. `received` is a `performance.now()` time.
 */
export async function acknowledge(attempt: () => Promise<unknown>, received: number): Promise<void> {
  const isLate = (): boolean => performance.now() - received > ACK_DEADLINE_MS;
  for (let tries = 1; ; tries += 1) {
    if (tries === 1 && isLate()) throw new TooLate('Cannot acknowledge: the interaction has expired');
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries > 1 && isRepeated(error)) return;
      if (isLate() || tries === MOST_TRIES || !isConnectionFailure(error)) throw error;
    }
  }
}

function isRepeated(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Whether no response came back from Discord: connection errors carry a code, themselves or in their cause. */
function isConnectionFailure(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof DiscordjsError) return false;
  return error instanceof Error && ('code' in error || error.cause instanceof Error);
}
