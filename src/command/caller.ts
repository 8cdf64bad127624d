import type { Audience } from '../access/access.ts';

/**
 * Who is using a command, and where. Ids are Discord snowflakes; the terminal takes them from `--guild` and
 * `--channel`.
 */
export interface Caller extends Audience {
  readonly user?: string | undefined;
  /** Whether the caller has Manage Server there; the operator at the terminal does. */
  readonly manages: boolean;
  /**
   * Whether Discord let the caller use a command of the server. For commands about a server's own settings Discord
   * checks Manage Server, or what its admins set under Integrations. Default: false.
   */
  readonly admitted?: boolean | undefined;
  /** Whether the caller may mention @everyone and every role where the command is used. Default: false. */
  readonly mentionsEveryone?: boolean | undefined;
}
