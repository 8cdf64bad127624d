import { channel as channelMention, ours, said, type Said } from '../../src/answer/said.ts';
import type { CommandContext } from '../../src/command/command.ts';

/** Checks whether a channel is the server's and the bot may post there; returns what is missing and how to mend it, or undefined if it may. */
export async function postingRefusal(
  { guild, channel }: { readonly guild: string; readonly channel: string },
  { posting }: Pick<CommandContext, 'posting'>,
): Promise<Said | undefined> {
  const may = await posting?.preflight(channel, guild);
  const place = channelMention(channel);
  switch (may?.kind) {
    case 'elsewhere':
      return ours('That channel is not in this server. Choose one that is.');
    case 'gone':
      return ours(
        'I cannot see that channel. Let me view it in its settings under Permissions, or choose another one.',
      );
    case 'missing': {
      const names = may.permissions.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')).join(', ');
      return said`I am missing permissions in ${place}: ${names}. Grant them in the channel’s settings under Permissions, to my role or to me, and use the command again.`;
    }
    case 'blocked':
      return may.by === 'locked'
        ? said`The thread ${place} is locked. Unlock it or give me the permission Manage Threads, or choose another channel.`
        : said`The forum ${place} requires a tag on each post, and digests have none. Turn that off in the forum’s settings, or choose another channel.`;
    case 'ok':
    case 'unknown':
    case undefined:
      return undefined;
    default:
      return may satisfies never;
  }
}
