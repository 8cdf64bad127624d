import { afterEach, describe, expect, test } from 'vitest';
import { startHttp, type Handler, type Http, type HttpOptions } from '../../src/runtime/startHttp.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';

let http: Http | undefined;
afterEach(async () => {
  await http?.close();
  http = undefined;
});

async function get(path: string, options: Partial<HttpOptions> = {}) {
  const metrics = createMetrics();
  metrics.counter('interactions_total', 'Interactions.').add();
  http ??= await startHttp({
    port: 0,
    host: '127.0.0.1',
    alive: { gateway: () => true },
    ready: { store: async () => true },
    metrics,
    log: () => {},
    ...options,
  });
  const response = await fetch(`http://127.0.0.1:${http.port}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

describe('startHttp', () => {
  test('says that it is well', async () => {
    expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"ok":true,"checks":{"gateway":true}}' });
    expect(await get('/readyz?x=1')).toMatchObject({
      status: 200,
      body: '{"ok":true,"checks":{"gateway":true,"store":true,"open":true}}',
    });
  });

  test.each([
    ['is false', () => false],
    ['throws', () => Promise.reject(new Error('locked'))],
    ['never ends', () => new Promise<boolean>(() => {})],
  ])('says which check %s', async (_, store) => {
    expect(await get('/readyz', { ready: { store } })).toMatchObject({
      status: 503,
      body: '{"ok":false,"checks":{"gateway":true,"store":false,"open":true}}',
    });
    expect((await get('/healthz')).status).toBe(200);
  });

  test('serves the metrics', async () => {
    expect(await get('/metrics')).toMatchObject({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      body: expect.stringContaining('interactions_total 1'),
    });
  });

  test('asks the handlers in turn, and knows nothing else', async () => {
    const read: Handler = ({ url }, response) => {
      if (url !== '/read/') return false;
      response.end('page');
      return true;
    };
    expect(await get('/read/', { handlers: [() => false, read] })).toMatchObject({ status: 200, body: 'page' });
    expect((await get('/other')).status).toBe(404);
  });

  test('answers 500 when a handler fails', async () => {
    expect((await get('/x', { handlers: [() => Promise.reject(new Error('bug'))] })).status).toBe(500);
  });

  test('close lets a request end that is in progress, and says before that no more should come', async () => {
    const begun = Promise.withResolvers<void>();
    const going = Promise.withResolvers<void>();
    const slow: Handler = async ({ url }, response) => {
      if (url !== '/slow') return false;
      begun.resolve();
      await going.promise;
      response.end('done');
      return true;
    };
    await get('/healthz', { handlers: [slow], lingerMs: 300 });
    const answer = get('/slow');
    await begun.promise;
    const closing = http!.close();
    expect(await get('/readyz')).toMatchObject({ status: 503, body: expect.stringContaining('"open":false') });
    expect((await get('/healthz')).status).toBe(200);
    going.resolve();
    expect((await answer).body).toBe('done');
    await closing;
    await expect(get('/healthz')).rejects.toThrow('fetch failed');
    http = undefined;
  });

  test('rejects if the port is in use', async () => {
    await get('/healthz');
    const options = {
      port: http!.port,
      host: '127.0.0.1',
      alive: {},
      ready: {},
      metrics: createMetrics(),
      log: () => {},
    };
    await expect(startHttp(options)).rejects.toThrow('EADDRINUSE');
  });
});
