import { z } from 'zod';

/** The file in the corpus directory that says who may see which article. */
export const ACCESS_FILE = 'access.json';

const PATTERN_MAX_CHARS = 64;
export const patternSchema = z
  .string()
  .regex(/^[a-z0-9*?-]+$/u, 'an entry is named by an article id, or a pattern of a-z, 0-9, hyphens, * and ?')
  .max(PATTERN_MAX_CHARS, `a pattern has ${PATTERN_MAX_CHARS} characters at most`);

export const granteeSchema = z
  .string('must be text')
  .regex(
    /^(?:everyone|direct messages|(?:server|channel|role) \d{15,20})$/u,
    'must be "everyone", "direct messages", or "server", "channel" or "role" with an id of 15 to 20 digits, such as "server 100000000000000001"',
  );

/** The contents of `access.json`: article ids or patterns, each with who may see the matching articles. */
export const accessFileSchema = z
  .record(patternSchema, z.array(granteeSchema, 'must be a list').readonly(), 'must be an object')
  .readonly();
export type AccessFile = z.infer<typeof accessFileSchema>;

/** Who may see which article. `open`: there is no `access.json`, and everybody sees everything. */
export type Access =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'granted';
      readonly grants: AccessFile;
      /** By article id, the server that alone may see it, as far as it is granted there. Default: none. */
      readonly owners?: Owners | undefined;
    };

/** Which articles a server added, by article id. Ids of servers are Discord snowflakes. */
export type Owners = ReadonlyMap<string, string>;

/**
 * Who will see an answer: everybody in a place, or with `roles` one member there. Ids are Discord snowflakes. Without
 * `guild` it is a direct message.
 */
export interface Audience {
  readonly guild?: string | undefined;
  readonly channel?: string | undefined;
  /** The channel that a thread belongs to; `unknown` if the channel could not be looked up and may be a thread. */
  readonly parent?: string | undefined;
  /** The member's roles; only for what that member alone sees. */
  readonly roles?: readonly string[] | undefined;
  /** The operator at the terminal, who sees everything. */
  readonly operator?: boolean | undefined;
}

/** Used for the parent of a channel that could not be looked up. */
export const UNKNOWN_PARENT = 'unknown';
