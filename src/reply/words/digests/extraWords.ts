import { channel as mention, ours, said, type Said } from '../../../answer/said.ts';
import { list } from './calendarWords.ts';

/** Why a digest cannot mention a role, publish its posts, open threads or tag them. */
export type ExtraProblem =
  | { readonly kind: 'no-everyone' | 'no-mention' | 'no-announcements' | 'no-threads' | 'may-not-thread' | 'no-forum' }
  | { readonly kind: 'which-tag'; readonly names: readonly string[] }
  | { readonly kind: 'no-tag'; readonly typed: string; readonly names: readonly string[] };

/** Says why a digest cannot do that in a channel, and what to do. */
export function extraProblem(problem: ExtraProblem, channel: string): Said {
  const place = mention(channel);
  switch (problem.kind) {
    case 'no-everyone':
      return said`Posts can mention everyone only if you and I both have the permission Mention Everyone in ${place}.`;
    case 'no-mention':
      return said`This role cannot be mentioned in ${place}. Allow anyone to mention it in the role’s settings, or use this with the permission Mention Everyone and give it to me, too.`;
    case 'no-announcements':
      return said`${place} is not an announcement channel, so its posts cannot be published.`;
    case 'no-threads':
      return said`Posts in ${place} cannot have threads; only those in text and announcement channels can.`;
    case 'may-not-thread':
      return said`I am missing a permission in ${place}: Create Public Threads.`;
    case 'no-forum':
      return said`${place} is not a forum, so its posts have no tags.`;
    case 'which-tag':
      return said`The forum ${place} requires a tag on each post. Choose one with the option "tag": ${list(problem.names)}.`;
    case 'no-tag': {
      const which =
        problem.names.length === 0 ? ours('it has none that I may use.') : said`it has ${list(problem.names)}.`;
      return said`The forum ${place} has no tag "${problem.typed}"; ${which}`;
    }
    default:
      return problem satisfies never;
  }
}

/** Says what else happens to each post of a digest, in a sentence; undefined if nothing. Markdown. */
export function extrasInWords(extras: {
  readonly mention?: string | undefined;
  readonly guild: string;
  readonly publish?: boolean | undefined;
  readonly thread?: boolean | undefined;
}): string | undefined {
  const { mention: role, guild, publish, thread } = extras;
  const all = [
    ...(role === undefined ? [] : [`mentions ${role === guild ? '@everyone' : `<@&${role}>`}`]),
    ...(publish ? ['is published to the servers that follow the channel'] : []),
    ...(thread ? ['gets a thread'] : []),
  ];
  return all.length === 0 ? undefined : `Each post ${list(all)}`;
}
