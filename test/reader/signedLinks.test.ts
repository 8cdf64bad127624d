import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Access } from '../../src/access/access.ts';
import { parseHandle } from '../../src/article/handle.ts';
import { createLinkSigner } from '../../src/reader/linkSigner.ts';
import { readLinkKey } from '../../src/reader/readLinkKey.ts';
import { createReader } from '../../src/reader/serveReader.ts';
import { readable, readableArticles, signedLinks, signedUrl } from '../../src/reader/signedLinks.ts';
import { createSearchIndex } from '../../src/search/searchIndex.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

const ferry = articleOf('ferry', [
  ['title', 'The Ferry'],
  ['paragraph', 'The ferry sails at noon.'],
]);
const articles = new Map([lighthouse, ferry].map((article) => [article.id as string, article]));
const library = { articles, index: createSearchIndex([]) };
const signer = createLinkSigner(() => Buffer.alloc(32, 7));

describe('a link to the reader', () => {
  let access: Access;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    const reader = createReader((url) => readableArticles(library, url, { access: () => access, signer }));
    server = createServer(
      (request, response) => void reader(request, response).then((known) => known || response.writeHead(404).end()),
    );
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    access = { kind: 'granted', grants: { lighthouse: ['server 100000000000000001'], ferry: ['everyone'] } };
  });

  const linkTo = (path: string): string => signedUrl(`${address}/read/${path}`, { access: () => access, signer });
  const status = async (url: string): Promise<number> => (await fetch(url)).status;

  test('is signed only if access is granted article by article', () => {
    const links = signedLinks(() => `${address}/read/lighthouse#p1`, {
      reader: () => address,
      access: () => access,
      signer,
    });
    const excerpt = {} as Parameters<typeof links>[0];
    expect(links(excerpt)).toMatch(/\/read\/lighthouse\?s=[\w-]{22}#p1$/u);
    access = { kind: 'open' };
    expect(links(excerpt)).toBe(`${address}/read/lighthouse#p1`);
    const published = signedLinks(() => 'https://example.org/read/lighthouse', {
      reader: () => address,
      access: () => access,
      signer,
    });
    expect(published(excerpt)).toBe('https://example.org/read/lighthouse');
  });

  test('opens the article that it is signed for, in any edition, and no other', async () => {
    expect(await status(linkTo('lighthouse'))).toBe(200);
    expect(await status(linkTo('lighthouse?edition=1a2b3c4d#p1'))).toBe(200);
    expect(await status(`${address}/read/lighthouse`)).toBe(404);
    expect(await status(`${address}/read/lighthouse?s=`)).toBe(404);
    expect(await status(linkTo('lighthouse').replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')))).toBe(404);
    const { search } = new URL(linkTo('ferry'));
    expect(await status(`${address}/read/lighthouse${search}`)).toBe(404);
    expect(await status(`${address}/read/ferry/../lighthouse${search}`)).toBe(404);
    expect(await status(`${address}/read/ferry`)).toBe(200);
  });

  test('stops working once the article is granted to nobody, or the key has changed', async () => {
    const link = linkTo('lighthouse');
    access = { kind: 'granted', grants: { ferry: ['everyone'], lighthouse: [] } };
    expect(await status(link)).toBe(404);
    access = { kind: 'granted', grants: { lighthouse: ['role 300000000000000001'] } };
    expect(await status(link)).toBe(200);
    const other = createLinkSigner(() => Buffer.alloc(32, 8));
    expect(
      readableArticles(library, new URL(link).pathname + new URL(link).search, { access: () => access, signer: other })
        .articles.size,
    ).toBe(0);
  });

  test('leads on to other editions of its article', () => {
    const app = { library: () => library, access: () => access, editions: { kept: async () => [] } };
    const { link } = readable(app, { url: linkTo('lighthouse').slice(address.length), signer });
    const other = link!('lighthouse?edition=1a2b3c4d');
    expect(signer.signedArticle(`/read/${other}`)).toBe('lighthouse');
    expect(link!('ferry?edition=1a2b3c4d')).toBe('ferry?edition=1a2b3c4d');
    expect(readable(app, { url: '/read/lighthouse', signer }).link).toBeUndefined();
  });

  test('is not needed for the list, which names only what everyone may read', async () => {
    for (const url of [`${address}/read/`, linkTo('lighthouse').replace('/read/lighthouse', '/read/')]) {
      const page = await (await fetch(url)).text();
      expect(page).toContain('The Ferry');
      expect(page).not.toContain('lighthouse');
      expect(page).not.toContain(lighthouse.title);
    }
  });

  test('is taken for the passage that it names', () => {
    const handle = { article: 'lighthouse', reference: parseHandle('lighthouse/¶1.2')!.reference, isLink: true };
    expect(parseHandle(linkTo('lighthouse#p1.2'))).toEqual(handle);
    expect(parseHandle(linkTo('lighthouse?edition=1a2b3c4d#p1.2'))).toEqual({ ...handle, edition: '1a2b3c4d' });
  });
});

describe('readLinkKey', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'key-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('makes a key that only its owner may read, once', async () => {
    const file = join(folder, 'data', 'reader.key');
    const key = readLinkKey(file);
    expect(key).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readLinkKey(file)).toEqual(key);
    expect(await readFile(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u);
  });

  test('says what is wrong with a file that is no key', async () => {
    const file = join(folder, 'reader.key');
    await writeFile(file, 'abc');
    expect(() => readLinkKey(file)).toThrow(/Cannot use the key ".*": it must be 64 hex digits/u);
  });
});
