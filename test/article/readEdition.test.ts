import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { shortEdition } from '../../src/article/edition.ts';
import { readEdition } from '../../src/article/readEdition.ts';
import { readKeptEditions } from '../../src/article/readKeptEditions.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

const hash = shortEdition(lighthouse.edition);
let corpus: string;
let folder: string;

beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'editions-'));
  await writeArticle(corpus, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
  folder = join(corpus, lighthouse.id);
});
afterEach(() => rm(corpus, { recursive: true }));

test('readEdition reads back an edition that was kept', async () => {
  expect(await readEdition(folder, { id: lighthouse.id, hash })).toEqual(lighthouse);
});

test.each(['00000000', '../../..', hash.slice(1), ''])('readEdition has no edition "%s"', async (other) => {
  expect(await readEdition(folder, { id: lighthouse.id, hash: other })).toBeUndefined();
});

test('readEdition rejects files that were changed by hand', async () => {
  await writeFile(join(folder, 'editions', hash, 'source.txt'), lighthouse.source.replace('ninety', 'twenty'));
  expect(await readEdition(folder, { id: lighthouse.id, hash })).toBeUndefined();
});

test('readEdition rejects an edition of another name or article', async () => {
  await cp(join(folder, 'editions', hash), join(folder, 'editions', '00000000'), { recursive: true });
  expect(await readEdition(folder, { id: lighthouse.id, hash: '00000000' })).toBeUndefined();
  expect(await readEdition(folder, { id: 'other', hash })).toBeUndefined();
});

describe('readKeptEditions', () => {
  const [first, second] = ['One is here.', 'Two is here.'].map((text) =>
    articleOf('lighthouse', [['paragraph', text]]),
  );
  const write = (article: Article, received?: string) =>
    writeArticle(corpus, article, {
      extension: '.txt',
      bytes: Buffer.from(article.source),
      ...(received && { received }),
    });

  test('reads the earlier editions with the day they were imported, newest first', async () => {
    await write(first!, '2026-03-03');
    await write(second!, '2026-05-01');
    await write(first!, '2026-07-01');
    await write(articleOf('lighthouse', [['paragraph', 'Three.']]), '2026-09-01');
    const present = articleOf('lighthouse', [['paragraph', 'Three.']]);
    expect(await readKeptEditions(folder, present)).toEqual([
      { article: second, received: '2026-05-01' },
      { article: first, received: '2026-03-03' },
      { article: lighthouse },
    ]);
  });

  test.each(['{"received": "soon"}', 'x', '{}'])(
    'reads an edition without its day if that is recorded as %s',
    async (json) => {
      await writeFile(join(folder, 'editions', hash, 'edition.json'), json);
      expect(await readKeptEditions(folder, first!)).toEqual([{ article: lighthouse }]);
    },
  );

  test('leaves out what cannot be read, and is empty if nothing is kept', async () => {
    await writeFile(join(folder, 'editions', hash, 'source.txt'), 'changed');
    expect(await readKeptEditions(folder, first!)).toEqual([]);
    expect(await readKeptEditions(join(corpus, 'nowhere'), first!)).toEqual([]);
  });
});
