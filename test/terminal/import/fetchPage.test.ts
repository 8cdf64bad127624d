import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetchPage } from '../../../src/terminal/import/web/fetchPage.ts';
import { isPublicAddress } from '../../../src/terminal/import/web/publicAddress.ts';

const PAGE = '<!DOCTYPE html><title>Ferries</title><p>The ferry has crossed the harbour since 1902.</p>';
type Route = (request: IncomingMessage, response: ServerResponse) => void;

function redirectTo(location: string): Route {
  return (_request, response) => void response.writeHead(302, { location }).end();
}

const ROUTES: Readonly<Record<string, Route>> = {
  '/robots.txt': (_request, response) =>
    void response.end('User-agent: *\nDisallow: /page\nUser-agent: rapporteur\nDisallow: /secret\n'),
  '/page': (_request, response) => void response.end(PAGE),
  '/packed': (_request, response) => void response.setHeader('content-encoding', 'gzip').end(gzipSync(PAGE)),
  '/bomb': (_request, response) =>
    void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(200_000))),
  '/large': (_request, response) => void response.end('x'.repeat(10_001)),
  '/most': (_request, response) => void response.end('x'.repeat(10_000)),
  '/gone': (_request, response) => void response.writeHead(404).end(PAGE),
  '/moved': redirectTo('/page#part'),
  '/round': redirectTo('/round'),
  '/to-file': redirectTo('file:///etc/passwd'),
  '/to-secret': redirectTo('/secret/page'),
  '/to-inside': redirectTo('http://169.254.169.254/latest/meta-data'),
  '/slow': () => {},
};

let port = 0;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const route = ROUTES[request.url ?? ''];
  if (route) route(request, response);
  else response.writeHead(404).end();
});
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.closeAllConnections());
afterAll(() => void server.close());

/** Lets through this machine alone, so that what is inside stays what is refused. */
const fetchPage = createFetchPage({ isAllowed: (address) => address === '127.0.0.1', maxBytes: 10_000, timeMs: 1500 });

describe('fetchPage', () => {
  test.each(['/page', '/packed', '/moved'])(
    'fetches %s, which robots.txt denies to others alone, and says where it was',
    async (path) => {
      const page = await fetchPage(`http://127.0.0.1:${port}${path}`);
      if (page.kind === 'refused') throw new Error(page.reason);
      expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
      expect(page.address).toBe(`http://127.0.0.1:${port}${path === '/moved' ? '/page' : path}`);
    },
  );

  test('takes as much as is allowed, and no byte more, also of what is packed', async () => {
    expect((await fetchPage(`http://127.0.0.1:${port}/most`)).kind).toBe('page');
    const refused = { kind: 'refused', reason: 'it has more than 0.01 MB' };
    expect(await fetchPage(`http://127.0.0.1:${port}/large`)).toEqual(refused);
    expect(await fetchPage(`http://127.0.0.1:${port}/bomb`)).toEqual(refused);
  });

  test.each<readonly [path: string, reason: string | RegExp]>([
    ['/gone', 'the server answers with the status 404'],
    ['/round', 'it leads on more than 5 times'],
    ['/to-file', 'only pages with http:// or https:// are fetched'],
    ['/secret/page', /^robots\.txt of 127\.0\.0\.1:\d+ does not allow it$/u],
    ['/to-secret', /^robots\.txt of 127\.0\.0\.1:\d+ does not allow it$/u],
    ['/to-inside', 'its address is not one of the public internet'],
    ['/slow', 'fetching it takes more than 1.5 seconds'],
  ])('refuses %s in one sentence', async (path, reason) => {
    const page = await fetchPage(`http://127.0.0.1:${port}${path}`);
    expect(page).toEqual({
      kind: 'refused',
      reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
    });
  });

  test('by default makes no connection to this machine, by address or by name', async () => {
    const before = asked.length;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0'])
      expect([host, await createFetchPage({ timeMs: 3000 })(`http://${host}:${port}/page`)]).toEqual([
        host,
        { kind: 'refused', reason: 'its address is not one of the public internet' },
      ]);
    expect(asked).toHaveLength(before);
  });

  test('fetches nothing with a password in its address', async () => {
    expect(await fetchPage(`http://a:b@127.0.0.1:${port}/page`)).toMatchObject({ kind: 'refused' });
  });
});

describe('isPublicAddress', () => {
  test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1', '2a00:1450::1'])(
    'allows %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each(
    '127.0.0.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 100.127.255.255 0.0.0.0 224.0.0.1 255.255.255.255 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 64:ff9b::a00:1 2002:a00:1:: 2001:db8::1 2001::1 nonsense'.split(
      ' ',
    ),
  )('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));
});
