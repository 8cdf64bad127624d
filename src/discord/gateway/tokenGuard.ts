import { DiscordAPIError, REST, Routes } from 'discord.js';
import type { Logger } from 'pino';

/** How long a token that was found valid is not checked again. */
const TRUST_MS = 10_000;

export interface TokenGuardOptions {
  readonly token: string;
  /** Base URL of Discord's API without its version. Default: Discord's own. */
  readonly api?: string | undefined;
  readonly log: Pick<Logger, 'warn'>;
  /** Called once, with a sentence, when Discord rejects the token for every request. */
  readonly onRevoked?: ((reason: string) => void) | undefined;
}

/** Stops REST clients from dropping their token. */
export interface TokenGuard {
  /** Creates a client for Discord's REST API that keeps its token. */
  readonly createRest: (options?: Partial<ConstructorParameters<typeof REST>[0]>) => REST;
  /** Makes an existing client keep its token until the returned function is called. */
  keep(rest: REST): () => void;
}

/**
 * Creates a guard that stops REST clients from dropping their token. discord.js's client drops it after one 401 and
 * then sends nothing more. A guarded client keeps it and asks Discord about the token itself: if that is refused too,
 * the token was revoked.
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
      // The client itself sets null after a 401, whatever its types say.
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
