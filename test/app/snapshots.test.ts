import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus } from '../../src/app/corpus.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { temporaryFolder } from '../terminal/line.ts';

const bridge = articleOf('bridge', [
  ['title', 'A Bridge'],
  ['paragraph', 'The council opened the bridge.'],
]);

async function setting() {
  const [directory, snapshots] = [await temporaryFolder(), join(await temporaryFolder(), 'snapshots')];
  for (const article of [lighthouse, bridge])
    await writeArticle(directory, article, { extension: '.txt', bytes: Buffer.from(article.source) });
  return { directory, snapshots };
}

/** Opens the corpus as a large one, waits until it is ready and its snapshot is kept; gives what it found and said. */
async function run({ directory, snapshots }: Awaited<ReturnType<typeof setting>>) {
  const problems: string[] = [];
  const opened = await openCorpus(directory, {
    snapshots,
    largeFrom: 1,
    onProblem: (sentence) => problems.push(sentence),
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { corpus } = opened;
  onTestFinished(corpus.close);
  const early = corpus.isReady('search');
  expect(() => early || corpus.library().index.search('bridge')).toThrow('still being read');
  await corpus.ready;
  expect(corpus.isReady('search')).toBe(true);
  const found = ['bridge', 'lighthouse', 'viaduct'].map((query) => corpus.library().index.search(query));
  await corpus.close();
  const files = await readdir(snapshots);
  return { found, problems, files, bytes: await readFile(join(snapshots, files[0]!)) };
}

test('a large corpus is kept as a snapshot, and found the same from it, which is then left as it is', async () => {
  const place = await setting();
  const first = await run(place);
  const second = await run(place);
  expect(first.problems).toEqual([]);
  expect(first.files).toHaveLength(1);
  expect(second).toEqual(first);
});

test('what has changed since the snapshot is found, and kept in a new one', async () => {
  const place = await setting();
  const first = await run(place);
  const viaduct = articleOf('bridge', [['paragraph', 'The mayor opened the viaduct.']]);
  await writeArticle(place.directory, viaduct, { extension: '.txt', bytes: Buffer.from(viaduct.source) });
  const second = await run(place);
  expect(second.found[2]!.hits).toMatchObject([{ article: 'bridge' }]);
  expect(second.files).toEqual(first.files);
  expect(second.bytes.equals(first.bytes)).toBe(false);
  expect(await run(place)).toEqual(second);
});

test('a damaged snapshot is reported in one sentence, and replaced', async () => {
  const place = await setting();
  const first = await run(place);
  const file = join(place.snapshots, first.files[0]!);
  await writeFile(file, first.bytes.subarray(0, -3));
  const second = await run(place);
  expect(second).toEqual({
    ...first,
    problems: [`The index snapshot ${file} is damaged; the articles are indexed anew.`],
  });
  expect((await run(place)).problems).toEqual([]);
});

test('an unwritable folder is reported, and articles can still be searched', async () => {
  const { directory } = await setting();
  const problems: string[] = [];
  const opened = await openCorpus(directory, {
    snapshots: join(directory, 'bridge', 'source.txt'),
    largeFrom: 1,
    onProblem: (sentence) => problems.push(sentence),
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  await opened.corpus.ready;
  expect(opened.corpus.library().index.search('bridge').hits).toMatchObject([{ article: 'bridge' }]);
  await opened.corpus.close();
  expect(problems).toEqual([
    expect.stringMatching(/^Cannot use the index snapshot .*; the articles are indexed anew\.$/u),
    expect.stringMatching(/^Cannot write the index snapshot .*\.$/u),
  ]);
});
