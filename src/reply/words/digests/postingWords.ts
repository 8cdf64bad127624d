import { channel as mention, ours, said, type Said } from '../../../answer/said.ts';

/** Why a digest cannot be posted in a channel. Permissions are named as in Discord's API. */
export type PostingProblem =
  | { readonly kind: 'elsewhere' | 'gone' }
  | { readonly kind: 'missing'; readonly permissions: readonly string[] }
  | { readonly kind: 'blocked'; readonly by: 'locked' | 'tag-required' };

/** Says why a digest cannot be posted in a channel, and what to do. */
export function postingProblem(problem: PostingProblem, channel: string): Said {
  const place = mention(channel);
  switch (problem.kind) {
    case 'elsewhere':
      return ours('That channel is not in this server. Choose one that is.');
    case 'gone':
      return ours(
        'I cannot see that channel. Let me view it in its settings under Permissions, or choose another one.',
      );
    case 'missing': {
      const names = problem.permissions.map((name) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')).join(', ');
      return said`I am missing permissions in ${place}: ${names}. Grant them in the channel’s settings under Permissions, to my role or to me, and use the command again.`;
    }
    case 'blocked':
      return problem.by === 'locked'
        ? said`The thread ${place} is locked. Unlock it or give me the permission Manage Threads, or choose another channel.`
        : said`The forum ${place} requires a tag on each post, and has none that I may use. Add one that anybody may use, turn that off in the forum’s settings, or choose another channel.`;
    default:
      return problem satisfies never;
  }
}
