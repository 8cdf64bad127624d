import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** Checks one thing; throwing, or taking longer than two seconds, counts as failed. */
type Check = () => boolean | Promise<boolean>;

/** Answers a request, or resolves to false. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface HttpOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Address to listen on. Default: all of this machine's. */
  readonly host?: string | undefined;
  /** Checks of `/healthz`: if one fails, the process should be restarted. */
  readonly alive: Readonly<Record<string, Check>>;
  /**
   * Further checks of `/readyz`, or replacements of those with the same name: if one fails, no traffic should be sent
   * here for now.
   */
  readonly ready: Readonly<Record<string, Check>>;
  /** States to report next to the checks, such as the gateway's. */
  readonly details?: (() => Readonly<Record<string, unknown>>) | undefined;
  readonly metrics: Metrics;
  /** Answer other requests, such as the reader's; each resolves to false if it does not. */
  readonly handlers?: readonly Handler[] | undefined;
  /** How long requests are still taken after a stop, while `/readyz` says 503, so that a load balancer can turn to others. Default: not at all. */
  readonly lingerMs?: number | undefined;
  readonly log: (event: Readonly<Record<string, unknown>>, message: string) => void;
}

export interface Http {
  readonly port: number;
  /** Lets requests in progress end, for some seconds at most. */
  close(): Promise<void>;
}

/** How long requests in progress may take to end after the port is closed. */
const DRAIN_MS = 3000;

const CHECK_DEADLINE_MS = 2000;
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * Serves `/healthz` and `/readyz` (200 or 503, with each check as JSON), `/metrics` (Prometheus' text format), and what
 * the fallback answers. Rejects with the system's error if the port is in use.
 */
export async function startHttp(options: HttpOptions): Promise<Http> {
  const { alive, ready, details = () => ({}), metrics, handlers = [], lingerMs = 0, log } = options;
  let closing = false;
  const isOpen = (): boolean => !closing;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads && path === '/healthz') return sendChecks(response, await runChecks(alive), details());
    if (reads && path === '/readyz')
      return sendChecks(response, await runChecks({ ...alive, ...ready, open: isOpen }), details());
    if (reads && path === '/metrics') {
      response.writeHead(200, { 'content-type': METRICS_TYPE }).end(await metrics.text());
      return;
    }
    for (const handler of handlers) if (await handler(request, response)) return;
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
  }

  const server = createServer((request, response) => {
    // Otherwise a load balancer would go on using its connection until it is cut.
    if (closing) response.setHeader('connection', 'close');
    answer(request, response).catch((error: unknown) => {
      log({ err: error }, 'a request could not be answered');
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end('Internal error\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing = true;
      await new Promise<void>((resolve) => void setTimeout(resolve, lingerMs));
      const closed = new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed.finally(() => clearTimeout(timer));
    },
  };
}

type Results = Readonly<Record<string, boolean>>;

async function runChecks(checks: Readonly<Record<string, Check>>): Promise<Results> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
  );
  return Object.fromEntries(results);
}

async function passes(check: Check): Promise<boolean> {
  const { promise: deadline, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), CHECK_DEADLINE_MS);
  try {
    return await Promise.race([check(), deadline]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function sendChecks(response: ServerResponse, checks: Results, details: Readonly<Record<string, unknown>>): void {
  const ok = Object.values(checks).every(Boolean);
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ ok, checks, ...details }));
}
