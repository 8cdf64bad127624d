import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openCorpus, type CorpusOptions, type Reload } from '../../src/app/corpus.ts';
import type { Article } from '../../src/article/article.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { temporaryFolder } from '../terminal/line.ts';

const bridge = articleOf('bridge', [
  ['title', 'A Bridge'],
  ['paragraph', 'The council opened the bridge.'],
]);
const changedBridge = articleOf('bridge', [
  ['title', 'A Bridge'],
  ['paragraph', 'The mayor opened the viaduct.'],
]);

async function write(corpus: string, article: Article): Promise<void> {
  await writeArticle(corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
}

async function open(options: CorpusOptions = {}) {
  const directory = await temporaryFolder();
  await write(directory, lighthouse);
  await write(directory, bridge);
  const opened = await openCorpus(directory, options);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  onTestFinished(opened.corpus.close);
  return { directory, corpus: opened.corpus };
}

describe('openCorpus', () => {
  test('refuses a corpus of broken articles alone, by the first problem and how many more there are', async () => {
    const directory = await temporaryFolder();
    await mkdir(join(directory, 'a'));
    await mkdir(join(directory, 'b'));
    expect(await openCorpus(directory)).toEqual({
      kind: 'refused',
      reason: `${join(directory, 'a', 'article.json')}: the file is missing (and 1 more)`,
    });
  });

  test('picks up changed, new and removed articles', async () => {
    const { directory, corpus } = await open();
    const before = corpus.library();
    await write(directory, changedBridge);
    await rm(join(directory, 'lighthouse'), { recursive: true });
    await write(directory, { ...lighthouse, id: 'beacon' as Article['id'] });
    const { kind, changed } = (await corpus.reload()) as Extract<Reload, { kind: 'taken-up' }>;
    expect([kind, changed.toSorted()]).toEqual(['taken-up', ['beacon', 'bridge', 'lighthouse']]);
    expect([...corpus.library().articles.keys()]).toEqual(['beacon', 'bridge']);
    expect(corpus.library()).not.toBe(before);
    expect(corpus.library().articles.get('bridge')!.source).toContain('viaduct');
  });

  test('keeps an article that did not change as the same object', async () => {
    const { corpus } = await open();
    const before = corpus.library().articles.get('bridge');
    expect(await corpus.reload()).toEqual({ kind: 'taken-up', changed: [], broken: [] });
    expect(corpus.library().articles.get('bridge')).toBe(before);
  });

  test('serves the sound articles when another is broken from the start, and that one once it is mended', async () => {
    const directory = await temporaryFolder();
    await write(directory, lighthouse);
    await write(directory, bridge);
    const file = join(directory, 'bridge', 'source.txt');
    await writeFile(file, 'Something else');
    const opened = await openCorpus(directory);
    if (opened.kind === 'refused') throw new Error(opened.reason);
    const { corpus } = opened;
    onTestFinished(corpus.close);
    expect([...corpus.library().articles.keys()]).toEqual(['lighthouse']);
    expect(corpus.broken()).toEqual([
      { name: 'bridge', problem: expect.stringContaining('bridge/article.json') as string, lastGood: false },
    ]);
    await writeFile(file, bridge.source);
    expect(await corpus.reload()).toEqual({ kind: 'taken-up', changed: ['bridge'], broken: [] });
    expect([...corpus.library().articles.keys()]).toEqual(['bridge', 'lighthouse']);
  });

  test('keeps the last good version of an article that broke, and picks up other changes', async () => {
    const { directory, corpus } = await open();
    const before = corpus.library().articles.get('bridge');
    await writeFile(join(directory, 'bridge', 'source.txt'), 'Something else');
    await write(directory, { ...lighthouse, title: 'Another title' });
    await write(directory, { ...lighthouse, id: 'beacon' as Article['id'] });
    const outcome = await corpus.reload();
    expect(outcome).toMatchObject({ kind: 'taken-up', broken: [{ name: 'bridge', lastGood: true }] });
    const { articles, index } = corpus.library();
    expect([...articles.keys()]).toEqual(['beacon', 'bridge', 'lighthouse']);
    expect(articles.get('bridge')).toBe(before);
    expect(index.search('Who opened the bridge?', { articles: new Set(['bridge']) })).not.toEqual([]);
    await writeFile(join(directory, 'bridge', 'source.txt'), bridge.source);
    expect(await corpus.reload()).toEqual({ kind: 'taken-up', changed: [], broken: [] });
    expect(corpus.broken()).toEqual([]);
  });

  test('keeps the last good version if only the curated events are broken, and drops a deleted one', async () => {
    const { directory, corpus } = await open();
    await writeFile(join(directory, 'bridge', 'events.json'), '{');
    expect(await corpus.reload()).toMatchObject({ changed: [], broken: [{ name: 'bridge', lastGood: true }] });
    await rm(join(directory, 'bridge'), { recursive: true });
    expect(await corpus.reload()).toEqual({ kind: 'taken-up', changed: ['bridge'], broken: [] });
  });

  test('shares concurrent readings, and reads again for a request during one', async () => {
    const onReload = vi.fn<(reload: Reload) => void>();
    const { directory, corpus } = await open({ onReload });
    const first = [corpus.reload(), corpus.reload()];
    await Promise.resolve();
    await Promise.resolve();
    await write(directory, changedBridge);
    const later = corpus.reload();
    await Promise.all([...first, later]);
    expect(corpus.library().articles.get('bridge')!.source).toContain('viaduct');
    expect(onReload).toHaveBeenCalledTimes(2);
  });

  test('reloads changes on its own while watching', async () => {
    const { promise, resolve } = Promise.withResolvers<Reload>();
    const { directory, corpus } = await open({ watch: true, onReload: resolve });
    await write(directory, changedBridge);
    expect(await promise).toEqual({ kind: 'taken-up', changed: ['bridge'], broken: [] });
    expect(corpus.library().articles.get('bridge')!.source).toContain('viaduct');
  });

  test('notices that another folder was put in its place, and watches that one', async () => {
    const reloads: Reload[] = [];
    const { directory, corpus } = await open({ watch: true, onReload: (reload) => reloads.push(reload) });
    const next = await temporaryFolder();
    await write(next, changedBridge);
    await rename(directory, `${directory}-old`);
    onTestFinished(() => rm(`${directory}-old`, { recursive: true }));
    await rename(next, directory);
    await vi.waitUntil(() => corpus.library().articles.size === 1, { timeout: 20_000 });
    expect(corpus.library().articles.get('bridge')!.source).toContain('viaduct');
    await write(directory, bridge);
    await vi.waitUntil(() => corpus.library().articles.get('bridge')!.source.includes('council'), { timeout: 20_000 });
  });

  test('does not mistake a missing corpus for an empty one', async () => {
    const { directory, corpus } = await open();
    await rename(directory, `${directory}-aside`);
    onTestFinished(() => rm(`${directory}-aside`, { recursive: true }));
    expect(await corpus.reload()).toMatchObject({ kind: 'refused' });
    expect(corpus.library().articles.size).toBe(2);
  });
});
