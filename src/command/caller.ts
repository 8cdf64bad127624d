import type { Audience } from '../access/access.ts';

/** Who uses a command, and where. Ids are Discord's snowflakes; the terminal takes them from `--guild` and `--channel`. */
export interface Caller extends Audience {
  readonly user?: string | undefined;
  /** Whether the caller has Manage Server there; the person at the terminal has. */
  readonly manages: boolean;
  /**
   * Whether Discord let the caller use a command of the server's. For commands about a server's own matters Discord checks
   * Manage Server, or whatever its admins have set instead under Integrations. Default: no.
   */
  readonly admitted?: boolean | undefined;
}
