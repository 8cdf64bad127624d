import { channel as mention, ours, said, type Said } from '../../../answer/said.ts';
import type { DigestDetail } from '../../../digest/digestResult.ts';
import type { DisabledReason } from '../../../schedule/schedule.ts';
import { zoneInWords } from '../zoneInWords.ts';
import { digestDetail } from './detailInWords.ts';

const NAME_MAX_CHARS = 50;

/** Why a digest was not created, changed or run. */
export type DigestProblem =
  | { readonly kind: 'no-channel' | 'no-section' | 'no-confirmation' }
  | { readonly kind: 'not-posted'; readonly refusal: Said }
  | { readonly kind: 'taken' | 'deleted'; readonly name: string }
  | { readonly kind: 'full'; readonly limit: number }
  | { readonly kind: 'stopped'; readonly name: string; readonly reason: DisabledReason }
  /** No digest has this name; `nearest` is one that was probably meant. */
  | {
      readonly kind: 'unknown';
      readonly name: string;
      readonly hasDigests: boolean;
      readonly nearest: string | undefined;
    }
  /** Its article is not available to the caller, or not in the channel to be posted in. */
  | { readonly kind: 'article-hidden' | 'article-not-in-channel'; readonly channel: string };

/** Why a digest does not run, and what to do. */
const STOPPED: Readonly<Record<DisabledReason, string>> = {
  ended: 'has ended; /digest resume starts it over',
  forbidden: 'is stopped; fix what its last run says (/digest show), then use /digest resume',
  gone: 'is stopped; choose another channel with /digest edit, then use /digest resume',
  left: 'was stopped when I was removed from this server; use /digest resume to start it again',
};

/** Says why a digest was not created, changed or run, and what to do. */
export function digestProblem(problem: DigestProblem): Said {
  switch (problem.kind) {
    case 'no-channel':
      return ours('Choose where to post it with the option "channel".');
    case 'no-section':
      return ours('Choose the section to post with the option "section".');
    case 'no-confirmation':
      return ours('Nothing was deleted: this confirms the deletion of another digest. Use /digest delete again.');
    case 'not-posted':
      return said`Nothing was posted. ${problem.refusal}`;
    case 'taken':
      return said`This server already has a digest "${problem.name}".`;
    case 'deleted':
      return said`The digest "${problem.name}" was deleted meanwhile.`;
    case 'full':
      return said`This server can have up to ${problem.limit} digests. Delete one first.`;
    case 'stopped':
      return said`"${problem.name}" ${ours(STOPPED[problem.reason])}.`;
    case 'unknown': {
      const { nearest, hasDigests } = problem;
      const near = nearest === undefined ? ours('.') : said`; the nearest is "${nearest}".`;
      const hint = hasDigests ? near : ours('; it has none. /digest create makes one.');
      return said`This server has no digest "${problem.name.slice(0, NAME_MAX_CHARS)}"${hint}`;
    }
    case 'article-hidden':
      return said`It posts an article that is not available here. Name another one, or edit it in ${mention(problem.channel)}.`;
    case 'article-not-in-channel':
      return said`This article is not available in ${mention(problem.channel)}, so no digest there can post it.`;
    default:
      return problem satisfies never;
  }
}

/** Says that a digest was deleted; `isGone`: somebody else deleted it first. */
export function digestDeleted(name: string | undefined, { isGone }: { readonly isGone: boolean }): Said {
  if (name === undefined) return ours('This digest was already deleted.');
  return isGone ? said`The digest “${name}” was already deleted.` : said`Digest “${name}” deleted, with its history.`;
}

/** Asks whether to delete a digest; `next` is its next run, by the clock of its zone. */
export function mayDelete(name: string, next: { readonly local: string; readonly zone: string } | undefined): Said {
  const then = next
    ? said`Its next run is on ${next.local} (${zoneInWords(next.zone)}).`
    : ours('No run of it is due.');
  return said`Delete the digest “${name}” and its history? ${then}`;
}

/** Says that a digest was not deleted after all. */
export function digestKept(name: string): Said {
  return said`The digest “${name}” was not deleted.`;
}

/** Why there is no preview of a digest. */
export type PreviewProblem =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'nothing' | 'content-gone'; readonly detail: DigestDetail };

/** Says why there is no preview of a digest. */
export function noPreview(problem: PreviewProblem, channel: string): Said {
  switch (problem.kind) {
    case 'hidden':
      return said`It may post articles that are not available here. Preview it in ${mention(channel)}.`;
    case 'nothing':
      return said`It would post nothing: ${digestDetail(problem.detail)}.`;
    case 'content-gone':
      return said`It would fail: ${digestDetail(problem.detail)} is not available in ${mention(channel)}.`;
    default:
      return problem satisfies never;
  }
}
