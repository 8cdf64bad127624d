import { randomBytes } from 'node:crypto';
import type { PendingUpload, Uploader, UploadLimits } from './upload.ts';

/** The documents that wait to be accepted, in memory alone. */
export interface PendingUploads {
  /** Holds a place for one while it is read; undefined if too many wait already. The place must be given back. */
  readonly reserve: (guild: string, now: number) => Disposable | undefined;
  /** Adds one that a place was held for. */
  readonly add: (upload: Omit<PendingUpload, 'token' | 'expires'>, now: number) => PendingUpload;
  /** Finds one for the member who added it, in the same server; undefined if it is gone or has expired. */
  readonly find: (token: string, uploader: Uploader, now: number) => PendingUpload | undefined;
  /** Finds one and takes it out, so that of two who take it at once only one gets it. */
  readonly take: (token: string, uploader: Uploader, now: number) => PendingUpload | undefined;
  /** Puts one back, or in the place of itself as it was. */
  readonly put: (upload: PendingUpload) => void;
  /** Drops those of a server. */
  readonly forget: (guild: string) => void;
}

const TOKEN_BYTES = 9;

/** Creates the list of documents that wait. */
export function createPendingUploads({ pending, pendingPerServer, waitMs }: UploadLimits): PendingUploads {
  const waiting = new Map<string, PendingUpload>();
  const forgetExpired = (now: number): void => {
    for (const { token, expires } of waiting.values()) if (expires <= now) waiting.delete(token);
  };
  const reserved: string[] = [];
  const reserve = (guild: string, now: number): Disposable | undefined => {
    forgetExpired(now);
    const guilds = [...reserved, ...Array.from(waiting.values(), (upload) => upload.guild)];
    if (guilds.length >= pending || guilds.filter((each) => each === guild).length >= pendingPerServer)
      return undefined;
    reserved.push(guild);
    return { [Symbol.dispose]: () => void reserved.splice(reserved.indexOf(guild), 1) };
  };
  const find = (token: string, { guild, user }: Uploader, now: number): PendingUpload | undefined => {
    forgetExpired(now);
    const found = waiting.get(token);
    return found?.guild === guild && found.user === user ? found : undefined;
  };
  return {
    reserve,
    find,
    add(upload, now) {
      const added = { ...upload, token: randomBytes(TOKEN_BYTES).toString('base64url'), expires: now + waitMs };
      waiting.set(added.token, added);
      return added;
    },
    take(token, uploader, now) {
      const found = find(token, uploader, now);
      if (found) waiting.delete(token);
      return found;
    },
    put: (upload) => void waiting.set(upload.token, upload),
    forget(guild) {
      for (const upload of waiting.values()) if (upload.guild === guild) waiting.delete(upload.token);
    },
  };
}
