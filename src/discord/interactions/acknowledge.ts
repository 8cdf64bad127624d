import { DiscordAPIError, DiscordjsError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Discord gives up on an interaction that is not acknowledged in this time. */
export const ACK_DEADLINE_MS = 3000;
const MOST_TRIES = 4;

/**
 * Sends an acknowledgement; after a connection that broke, again, since discord.js does not, as long as Discord waits for
 * it. One that had arrived after all is refused the second time, which is as good. `received` is of `performance.now()`.
 */
export async function acknowledge(attempt: () => Promise<unknown>, received: number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries > 1 && isRepeated(error)) return;
      const late = performance.now() - received > ACK_DEADLINE_MS;
      if (late || tries === MOST_TRIES || !isConnectionFailure(error)) throw error;
    }
  }
}

function isRepeated(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Whether no answer of Discord came back: errors of the connection have a code, as they are or as their cause. */
function isConnectionFailure(error: unknown): boolean {
  if (error instanceof DiscordAPIError || error instanceof HTTPError || error instanceof DiscordjsError) return false;
  return error instanceof Error && ('code' in error || error.cause instanceof Error);
}
