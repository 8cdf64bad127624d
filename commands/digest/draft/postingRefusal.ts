import type { Said } from '../../../src/answer/said.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { postingProblem } from '../../../src/reply/words/digests/postingWords.ts';

/**
 * Checks that a channel belongs to the server and the bot may post there; returns what is missing and how to fix it, if
 * anything.
 */
export async function postingRefusal(
  { guild, channel }: { readonly guild: string; readonly channel: string },
  { posting }: Pick<CommandContext, 'posting'>,
): Promise<Said | undefined> {
  const result = await posting?.preflight(channel, guild);
  if (result === undefined || result.kind === 'ok' || result.kind === 'unknown') return undefined;
  return postingProblem(result, channel);
}
