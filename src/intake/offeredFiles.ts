import { randomBytes } from 'node:crypto';
import type { AttachedFile, Uploader } from './upload.ts';

/** Files of messages of which a member has yet to choose one, in memory alone. */
export interface OfferedFiles {
  /** Keeps a list, and returns its name. */
  readonly offer: (files: readonly AttachedFile[], uploader: Uploader) => string;
  /** Finds a file of a list by its place, for the member and server that it was offered to; undefined if it is gone. */
  readonly find: (token: string, uploader: Uploader, place: number) => AttachedFile | undefined;
}

const TOKEN_BYTES = 9;
/** Lists that are kept; the oldest go first. */
const LISTS_MAX = 100;

/** Creates it. Discord shows the bot a message's files once, when its menu is used, so they cannot be read again. */
export function createOfferedFiles({
  now,
  waitMs,
}: {
  readonly now: () => number;
  readonly waitMs: number;
}): OfferedFiles {
  const lists = new Map<string, Uploader & { readonly files: readonly AttachedFile[]; readonly expires: number }>();
  return {
    offer(files, { guild, user }) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      lists.set(token, { guild, user, files, expires: now() + waitMs });
      for (const oldest of [...lists.keys()].slice(0, -LISTS_MAX)) lists.delete(oldest);
      return token;
    },
    find(token, { guild, user }, place) {
      const list = lists.get(token);
      return list?.guild === guild && list.user === user && list.expires > now() ? list.files[place] : undefined;
    },
  };
}
