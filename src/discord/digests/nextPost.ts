import type { APIMessageTopLevelComponent } from 'discord.js';
import { restrict } from '../../answer/library.ts';
import type { HeldDigest, CommandContext } from '../../command/command.ts';
import { tagFirst } from '../../command/tagFirst.ts';
import { DIGEST_DETAILS, type DigestDetail } from '../../digest/digestResult.ts';
import type { ExcerptLink } from '../../reply/reply.ts';
import { noPreview } from '../../reply/words/digests/digestWords.ts';
import { POST_UNKNOWN } from '../../reply/words/digests/formWords.ts';
import { saidMarkdown } from '../../reply/saidMarkdown.ts';
import type { Occurrence } from '../../schedule/times/nextOccurrences.ts';
import { renderRun } from '../posting/renderRun.ts';

/** What a digest would post, as components that show the words alone; or why it would not, as Markdown. */
export type NextPost =
  | { readonly kind: 'post'; readonly components: readonly APIMessageTopLevelComponent[] }
  | { readonly kind: 'none'; readonly why: string };

interface PostOptions {
  readonly links: ExcerptLink;
  /** The run to make it for. Default: one now. */
  readonly next?: Occurrence | undefined;
}

/** Makes what a digest would post next, as posting makes it; an article that the member may not see stays out of it. */
export async function nextPost(
  held: HeldDigest,
  { links, next }: PostOptions,
  command: CommandContext,
): Promise<NextPost> {
  const { guild, channel, content, position = 0 } = held;
  const none = (why: Parameters<typeof noPreview>[0]): NextPost => ({
    kind: 'none',
    why: saidMarkdown(noPreview(why, channel).pieces),
  });
  const place = (await command.posting?.placeOf({ guild, channel })) ?? { guild, channel };
  const seen = await command.libraryAt(place);
  const library = content.article === undefined ? seen : restrict(seen, new Set([content.article]));
  if ([...library.articles.keys()].some((id) => !command.library.articles.has(id))) return none({ kind: 'hidden' });
  if (content.kind === 'events') await tagFirst([...library.articles.values()], command);
  const due = next?.instant ?? command.now.getTime();
  const local = next?.localDateTime ?? command.now.toISOString();
  const run = { id: 'preview', local, due };
  const job = { schedule: held, run, position, late: false };
  const made = await renderRun(job, { app: command, links, placeOf: async () => place });
  if (made.kind === 'message') {
    const { components } = made.payload as { readonly components: readonly APIMessageTopLevelComponent[] };
    return { kind: 'post', components: components.flatMap(wordsOnly) };
  }
  const detail = DIGEST_DETAILS.find((each) => each === made.detail) satisfies DigestDetail | undefined;
  return made.kind === 'busy' || detail === undefined
    ? { kind: 'none', why: POST_UNKNOWN }
    : none({ kind: made.kind, detail });
}

interface Part {
  readonly type: number;
  readonly components?: readonly Part[];
}

const ACTION_ROW = 1;
const SECTION = 9;

/** Leaves out what can be pressed: an answer to that would take the place of the preview. */
function wordsOnly(part: Part): readonly Part[] {
  if (part.type === ACTION_ROW) return [];
  if (part.type === SECTION) return part.components ?? [];
  return part.components ? [{ ...part, components: part.components.flatMap(wordsOnly) }] : [part];
}
