import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shortEdition } from '../../src/article/edition.ts';
import { readEdition } from '../../src/article/readEdition.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { lighthouse } from '../fixtures/article.ts';

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

test('readEdition takes no files that were changed by hand', async () => {
  await writeFile(join(folder, 'editions', hash, 'source.txt'), lighthouse.source.replace('ninety', 'twenty'));
  expect(await readEdition(folder, { id: lighthouse.id, hash })).toBeUndefined();
});

test('readEdition takes no edition of another name or article', async () => {
  await cp(join(folder, 'editions', hash), join(folder, 'editions', '00000000'), { recursive: true });
  expect(await readEdition(folder, { id: lighthouse.id, hash: '00000000' })).toBeUndefined();
  expect(await readEdition(folder, { id: 'other', hash })).toBeUndefined();
});
