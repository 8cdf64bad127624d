import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { Config } from '../runtime/config.ts';
import { startHttp, type Handler, type Http } from '../runtime/startHttp.ts';
import type { Metrics } from '../runtime/metrics.ts';
import type { LinkSigner } from '../reader/linkSigner.ts';
import { createReader } from '../reader/serveReader.ts';
import { readable } from '../reader/signedLinks.ts';
import type { Gateway } from './openGateway.ts';
import { codeOf } from '../runtime/codeOf.ts';

/** How long the gateway may be down before the process should be restarted; a reconnection takes seconds. */
const GATEWAY_PATIENCE_SECONDS = 120;

/** Load balancers ask for health every few seconds. */
const LINGER_MS = 6000;

type HttpOpening =
  | { readonly kind: 'http'; readonly http: Http }
  | { readonly kind: 'refused'; readonly reason: string };

/** Serves health, metrics and the reader if a port is set, or says in one sentence why it cannot. */
export async function openHttp(
  { HTTP_PORT: port, HTTP_HOST: host, DISCORD_TOKEN: token }: Config,
  {
    app,
    gateway,
    interactions,
    signer,
    metrics,
    log,
  }: {
    readonly app: App;
    readonly gateway: Gateway;
    /** Answers the requests with which Discord sends interactions, if it does. */
    readonly interactions: Handler | undefined;
    readonly signer: LinkSigner;
    readonly metrics: Metrics;
    readonly log: Logger;
  },
): Promise<HttpOpening | undefined> {
  if (port === undefined) return undefined;
  const ready = {
    gateway: () => ['connected', 'standby', 'off'].includes(gateway.state().state),
    store: async () => {
      await (await app.store()).ping();
      return true;
    },
    corpus: () => app.library().articles.size > 0 && app.isReady('search'),
    commands: () => app.commands.size > 0,
  };
  try {
    const http = await startHttp({
      port,
      host,
      alive: {
        process: () => true,
        gateway: () => {
          const { state, seconds } = gateway.state();
          return (
            state === 'connected' ||
            state === 'standby' ||
            state === 'off' ||
            (state === 'reconnecting' && seconds < GATEWAY_PATIENCE_SECONDS)
          );
        },
      },
      details: () => ({ gateway: gateway.state() }),
      ready,
      metrics,
      handlers: [...(interactions ? [interactions] : []), createReader((url) => readable(app, { url, signer }))],
      lingerMs: interactions && token !== undefined ? LINGER_MS : 0,
      log: (event, message) => log.warn(event, message),
    });
    log.info(
      { port: http.port },
      interactions ? 'serving interactions, health, metrics and the reader' : 'serving health, metrics and the reader',
    );
    return { kind: 'http', http };
  } catch (error) {
    const code = codeOf(error);
    const reason = code === 'EADDRINUSE' ? 'another program uses it; set HTTP_PORT to another one' : code;
    return { kind: 'refused', reason: `Cannot serve on port ${port}: ${reason}.` };
  }
}
