import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../src/reader/serveReader.ts';
import { writeReader } from '../../src/reader/writeReader.ts';
import { lighthouse } from '../fixtures/article.ts';

let server: Server;
let address: string;

beforeAll(async () => {
  const reader = createReader(() => ({ articles: new Map([['lighthouse', lighthouse]]) }));
  server = createServer((request, response) => {
    void reader(request, response).then((answered) => answered || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

describe('createReader', () => {
  test.each([
    ['/read/', 'text/html; charset=utf-8', 'The Last Keeper of Skarn Rock'],
    ['/read', 'text/html; charset=utf-8', 'The Last Keeper of Skarn Rock'],
    ['/read/lighthouse', 'text/html; charset=utf-8', 'No other bidder came.'],
    ['/read/lighthouse?edition=1a2b3c4d', 'text/html; charset=utf-8', 'No other bidder came.'],
    ['/read/assets/palette.css', 'text/css; charset=utf-8', ':root'],
    ['/read/assets/reader.js', 'text/javascript; charset=utf-8', 'hashchange'],
    ['/read/assets/icon.svg', 'image/svg+xml', '<svg'],
  ])('serves %s as %s', async (path, type, text) => {
    const response = await fetch(address + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(text);
  });

  test.each([
    '/read/nowhere',
    '/read/assets/reader.ts',
    '/read/assets/../readerFile.ts',
    '/read/assets/%2e%2e/page.ts',
    '/read/constructor',
    '/read/assets/constructor',
    '/read/%',
    '/other',
  ])('leaves %s alone', async (path) => {
    expect((await fetch(address + path)).status).toBe(404);
  });

  test('leaves requests alone that would change something', async () => {
    expect((await fetch(`${address}/read/lighthouse`, { method: 'POST' })).status).toBe(404);
  });
});

describe('writeReader', () => {
  test('writes a list, a page for each article and the assets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reader-'));
    try {
      await writeReader(folder, { articles: new Map([['lighthouse', lighthouse]]) });
      expect((await readdir(folder, { recursive: true })).sort()).toEqual([
        'assets',
        'assets/icon.svg',
        'assets/palette.css',
        'assets/reader.css',
        'assets/reader.js',
        'assets/timeline.css',
        'index.html',
        'lighthouse.html',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
