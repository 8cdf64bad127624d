import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { listLeftovers } from '../../src/article/listLeftovers.ts';
import { formatProblem } from '../../src/article/problem.ts';
import { readCorpus } from '../../src/article/readCorpus.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';

let corpus: string;
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'corpus-'));
  await writeArticle(corpus, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
});
afterEach(() => rm(corpus, { recursive: true, force: true }));

async function problems(): Promise<readonly string[]> {
  const reading = await readCorpus(corpus);
  const found = reading.kind === 'unreadable' ? [reading.problem] : reading.broken.flatMap(({ problems: all }) => all);
  return found.map((problem) => formatProblem(problem).replace(`${corpus}/`, ''));
}

async function articles(): Promise<readonly Article[]> {
  const reading = await readCorpus(corpus);
  return reading.kind === 'corpus' ? reading.read.map(({ article }) => article) : [];
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(corpus, 'lighthouse', file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

describe('readCorpus', () => {
  test('reads back what writeArticle wrote', async () => {
    expect(await articles()).toEqual([lighthouse]);
  });

  test('reads the others when one is broken', async () => {
    const pier = articleOf('pier', [['paragraph', 'The pier is old.']]);
    await writeArticle(corpus, pier, { extension: '.txt', bytes: Buffer.from(pier.source) });
    await edit('source.txt', () => 'Something else');
    expect(await articles()).toEqual([pier]);
    expect(await readCorpus(corpus)).toMatchObject({ broken: [{ name: 'lighthouse' }] });
  });

  test('ignores files next to the folders, and hidden folders', async () => {
    await writeFile(join(corpus, 'README.md'), 'hello');
    await mkdir(join(corpus, '.import-x'));
    expect(await articles()).toEqual([lighthouse]);
  });

  test('accepts an empty corpus', async () => {
    await rm(join(corpus, 'lighthouse'), { recursive: true });
    expect(await readCorpus(corpus)).toEqual({ kind: 'corpus', read: [], broken: [] });
  });

  test('says that the directory is missing', async () => {
    await rm(corpus, { recursive: true });
    expect(await problems()).toEqual([`${corpus}: the corpus directory cannot be read`]);
  });

  test('says in which line the JSON breaks off', async () => {
    await edit('article.json', (text) => text.replace('"language": "en"', '"language": en'));
    expect(await problems()).toEqual(['lighthouse/article.json:4: this is not JSON']);
  });

  test('says which field is wrong, in which line', async () => {
    await edit('article.json', (text) => text.replace('2024-06-02', '2024-06-31'));
    expect(await problems()).toEqual([
      expect.stringMatching(/^lighthouse\/article\.json:\d+: published: this date does not exist$/u),
    ]);
  });

  test('says at which block the spans go wrong', async () => {
    await edit('article.json', (text) => text.replace('"number":2', '"number":7'));
    const json = await readFile(join(corpus, 'lighthouse', 'article.json'), 'utf8');
    const line = json.split('\n').findIndex((row) => row.includes('"number":7')) + 1;
    expect((await problems())[0]).toBe(`lighthouse/article.json:${line}: paragraph 7 should be number 2`);
  });

  test('says that the source was changed', async () => {
    await edit('source.txt', (text) => text.replace('1931', '1932'));
    expect((await problems())[0]).toMatch(/^lighthouse\/article\.json:\d+: the source or the spans were changed/u);
  });

  test('says that the source is not UTF-8', async () => {
    await writeFile(join(corpus, 'lighthouse', 'source.txt'), Buffer.from([0xff, 0xfe, 0x41]));
    expect(await problems()).toEqual(['lighthouse/source.txt: the file is not UTF-8 text']);
  });

  test('says that a file is missing', async () => {
    await rm(join(corpus, 'lighthouse', 'source.txt'));
    expect(await problems()).toEqual(['lighthouse/source.txt: the file is missing']);
  });

  test('says that an id differs from its folder', async () => {
    await edit('article.json', (text) => text.replace('"id": "lighthouse"', '"id": "other"'));
    expect(await problems()).toEqual([
      'lighthouse/article.json: the id "other" differs from the folder\'s name, "lighthouse"',
    ]);
  });
});

describe('writeArticle', () => {
  test('keeps earlier editions and other files when it replaces an article', async () => {
    await writeFile(join(corpus, 'lighthouse', 'events.json'), '{}');
    const next = articleOf('lighthouse', [['paragraph', 'Everything is new.']]);
    await writeArticle(corpus, next, { extension: '.md', bytes: Buffer.from('Everything is *new*.') });
    expect(await articles()).toEqual([next]);
    const folder = join(corpus, 'lighthouse');
    expect(await readFile(join(folder, 'editions', lighthouse.edition.slice(0, 8), 'source.txt'), 'utf8')).toBe(
      lighthouse.source,
    );
    expect(await readFile(join(folder, 'events.json'), 'utf8')).toBe('{}');
    await expect(readFile(join(folder, 'original.txt'))).rejects.toThrow('ENOENT');
    expect(await readFile(join(folder, 'original.md'), 'utf8')).toBe('Everything is *new*.');
  });

  describe('after a process died', () => {
    const next = articleOf('lighthouse', [['paragraph', 'Everything is new.']]);
    const replace = (): Promise<void> =>
      writeArticle(corpus, next, { extension: '.txt', bytes: Buffer.from(next.source) });
    const folder = (): string => join(corpus, 'lighthouse');
    const aside = (): string => join(corpus, '.replaced-lighthouse');

    test('between its two renames, the old article is read and the next import keeps its curated events', async () => {
      await writeFile(join(folder(), 'events.json'), '{}');
      await rename(folder(), aside());
      expect(await articles()).toEqual([lighthouse]);
      expect(await listLeftovers(corpus)).toEqual([{ folder: aside(), kind: 'set-aside' }]);
      await replace();
      expect(await articles()).toEqual([next]);
      expect(await readFile(join(folder(), 'events.json'), 'utf8')).toBe('{}');
      expect(await listLeftovers(corpus)).toEqual([]);
    });

    test('before it had deleted the former folder, what only that holds is kept', async () => {
      await cp(folder(), aside(), { recursive: true });
      await writeFile(join(aside(), 'events.json'), '{}');
      await writeFile(join(aside(), 'notes.md'), 'old');
      await writeFile(join(folder(), 'notes.md'), 'new');
      expect(await articles()).toEqual([lighthouse]);
      expect(await listLeftovers(corpus)).toEqual([{ folder: aside(), kind: 'replaced' }]);
      await replace();
      expect(await articles()).toEqual([next]);
      expect(await readFile(join(folder(), 'events.json'), 'utf8')).toBe('{}');
      expect(await readFile(join(folder(), 'notes.md'), 'utf8')).toBe('new');
      expect(await listLeftovers(corpus)).toEqual([]);
    });

    test('while it wrote its draft, the old article is read and the draft is listed', async () => {
      await mkdir(join(corpus, '.import-abc'));
      await writeFile(join(corpus, '.import-abc', 'source.txt'), 'Every');
      expect(await articles()).toEqual([lighthouse]);
      expect(await listLeftovers(corpus)).toEqual([{ folder: join(corpus, '.import-abc'), kind: 'draft' }]);
    });
  });
});
