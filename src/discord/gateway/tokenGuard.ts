import { DiscordAPIError, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';

/** How long a token that was found good is not asked about again. */
const TRUST_MS = 10_000;

export interface TokenGuardOptions {
  readonly token: string;
  /** Address of Discord's API without its version; Discord's own unless given. */
  readonly api?: string | undefined;
  readonly log: Pick<Logger, 'warn'>;
  /** Called once, with a sentence, when Discord refuses the token for every request. */
  readonly onRevoked?: ((reason: string) => void) | undefined;
}

/** Keeps the token of REST clients. */
export interface TokenGuard {
  /** Creates a client for Discord's REST API that keeps its token. */
  readonly createRest: (options?: Partial<ConstructorParameters<typeof REST>[0]>) => REST;
  /** Lets an existing client keep its token, until the returned function is called. */
  keep(rest: REST): () => void;
}

/**
 * Creates what keeps the token of REST clients. discord.js's client drops its token when one request is answered with 401,
 * and then sends nothing any more. A guarded one keeps it, and asks Discord about the token itself: if that is
 * refused as well, the token was revoked.
 */
export function createTokenGuard({ token, api, log, onRevoked = () => {} }: TokenGuardOptions): TokenGuard {
  const address = api === undefined ? {} : { api };
  let asking: Promise<void> | undefined;
  let trustedUntil = 0;
  let revoked = false;

  async function ask(): Promise<void> {
    try {
      await new REST(address).setToken(token).get(Routes.user());
      trustedUntil = Date.now() + TRUST_MS;
      log.warn('Discord refused a request (401) with a token that is still good; the token is kept');
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.status !== 401)
        return log.warn(
          { err: error },
          'Discord refused a request (401), and cannot be asked whether the token is still good',
        );
      if (revoked) return;
      revoked = true;
      onRevoked(
        'Discord refuses the token (401), which was revoked or replaced; copy it again from the developer portal into DISCORD_TOKEN.',
      );
    }
  }

  function keep(rest: REST): () => void {
    rest.setToken = (next: string | null) => {
      // As the client does itself after a 401, whatever its types say.
      if (next !== null) return REST.prototype.setToken.call(rest, next);
      if (!revoked && Date.now() >= trustedUntil) asking ??= ask().finally(() => (asking = undefined));
      return rest;
    };
    return () => void Reflect.deleteProperty(rest, 'setToken');
  }

  return {
    keep,
    createRest(options = {}) {
      const rest = new REST({ ...address, ...options }).setToken(token);
      keep(rest);
      return rest;
    },
  };
}
