import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../src/reader/serveReader.ts';
import { writeReader } from '../../src/reader/writeReader.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

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
  ])('has nothing at %s', async (path) => {
    expect((await fetch(address + path)).status).toBe(404);
  });

  test.each([
    ['/read/nowhere', './', ''],
    ['/read/lighthouse/p2', '../', '../'],
  ])('has a page for %s that says so and leads to the articles', async (path, home, root) => {
    const response = await fetch(address + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await response.text();
    expect(text).toContain('There is no page at this address');
    expect(text).toContain(`<a href="${home}">All articles</a>`);
    expect(text).toContain(`href="${root}assets/reader.css"`);
  });

  test('leaves requests alone that would change something', async () => {
    expect((await fetch(`${address}/read/lighthouse`, { method: 'POST' })).status).toBe(404);
  });
});

describe('createReader with kept editions', () => {
  const now = articleOf('ferry', [
    ['title', 'The Ferry'],
    ['paragraph', 'A new first paragraph.'],
    ['paragraph', 'The ferry sails at noon from the old pier.'],
    ['paragraph', 'Tickets cost nine crowns & are sold on board.'],
  ]);
  const old = articleOf('ferry', [
    ['title', 'The Ferry'],
    ['paragraph', 'The ferry sails at noon from the old pier.'],
    ['paragraph', 'Tickets cost six crowns & are sold on board.'],
  ]);
  const [is, was] = [now, old].map(({ edition }) => edition.slice(0, 8));
  const get = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
    const reader = createReader(() => ({
      articles: new Map([['ferry', now]]),
      editions: async () => [{ article: old, received: '2026-03-03' }],
    }));
    const own = createServer((request, response) => {
      void reader(request, response).then((answered) => answered || response.writeHead(404).end());
    });
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    const response = await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}/read/${path}`);
    const result = { status: response.status, text: (await response.text()).replaceAll(/\s+/gu, ' ') };
    own.close();
    return result;
  };

  test('shows the edition that a link names, with where its passages are now', async () => {
    const { text } = await get(`ferry?edition=${was}`);
    expect(text).toContain(`This is the edition imported on 3 March 2026 (${was}) of this article.`);
    expect(text).toContain('Tickets cost six crowns &amp; are');
    expect(text).toContain(`Now <a href="ferry?edition=${is}#p2">¶2</a>`);
    expect(text).toContain(`<a href="ferry?edition=${was}&amp;compare=p2">Changed or removed since</a>`);
    expect(text).toContain(`Changed or removed since: <a href="ferry?edition=${was}&amp;compare=p2">¶2</a>.`);
    expect(text).toContain(`Now in another place: ¶1 as <a href="ferry?edition=${is}#p2">¶2</a>.`);
    expect(text).toContain(
      `New or changed in the present edition: <a href="ferry?edition=${is}#p1">¶1</a>, <a href="ferry?edition=${is}#p3">¶3</a>.`,
    );
  });

  test('shows what changed in a passage', async () => {
    const { text } = await get(`ferry?edition=${was}&compare=p2`);
    expect(text).toContain('Tickets cost <del>six</del><ins>nine</ins> crowns &amp; are');
    expect(text).toContain(`<a href="ferry?edition=${is}#p3"`);
  });

  test('says that an edition is not kept, and shows the present one', async () => {
    const { text } = await get('ferry?edition=00000000');
    expect(text).toContain('Edition 00000000, which this link names, is not kept here. This is the present edition,');
    expect(text).toContain('nine crowns');
  });

  test('has no notice on the present edition, and links to the earlier ones', async () => {
    for (const path of ['ferry', `ferry?edition=${is}`]) {
      const { text } = await get(path);
      expect(text).toMatch(/<p class="notice"[^>]* hidden\s*><\/p>/u);
      expect(text).toContain(`Earlier editions: <a href="ferry?edition=${was}">3 March 2026 (${was})</a>`);
      expect(text).toContain('data-changed="p1 p1.1 p2 p2.1 p3 p3.1"');
    }
  });

  test.each([`ferry?edition=${was}&compare=p9`, `ferry?edition=${was}&compare=%00<b>`])(
    'has no page at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
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
