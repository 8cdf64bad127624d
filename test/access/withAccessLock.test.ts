import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withAccessLock } from '../../src/access/withAccessLock.ts';
import { readAccess } from '../../src/access/readAccess.ts';
import { writeAccess } from '../../src/access/writeAccess.ts';

async function makeCorpus(): Promise<string> {
  const corpus = await mkdtemp(join(tmpdir(), 'access-'));
  onTestFinished(() => rm(corpus, { recursive: true, force: true }));
  await writeFile(join(corpus, 'access.json'), '{}\n');
  return corpus;
}

async function grant(corpus: string, id: string): Promise<void> {
  await withAccessLock(corpus, async () => {
    const reading = await readAccess(corpus);
    if (reading.kind === 'broken' || reading.access.kind === 'open') throw new Error('Cannot read the grants');
    await writeAccess(corpus, { ...reading.access.grants, [id]: ['everyone'] });
  });
}

test('withAccessLock loses no grant of changes made at the same time', async () => {
  const corpus = await makeCorpus();
  const ids = Array.from({ length: 20 }, (_, at) => `article-${at}`);
  await Promise.all(ids.map((id) => grant(corpus, id)));
  expect(Object.keys(JSON.parse(await readFile(join(corpus, 'access.json'), 'utf8'))).toSorted()).toEqual(
    ids.toSorted(),
  );
});

test('withAccessLock is free again after the process that had it was killed', async () => {
  const corpus = await makeCorpus();
  const holder = fork(join(import.meta.dirname, 'holdAccessLock.ts'), [corpus]);
  await once(holder, 'message');
  const granted = grant(corpus, 'ferries');
  holder.kill('SIGKILL');
  await granted;
  expect(JSON.parse(await readFile(join(corpus, 'access.json'), 'utf8'))).toEqual({ ferries: ['everyone'] });
});

test('withAccessLock passes on what the change returns and throws, and then is free', async () => {
  const corpus = await makeCorpus();
  expect(await withAccessLock(corpus, () => Promise.resolve(4))).toBe(4);
  await expect(withAccessLock(corpus, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withAccessLock(corpus, () => Promise.resolve(5))).toBe(5);
  expect(await withAccessLock(join(corpus, 'nowhere'), () => Promise.resolve(6))).toBe(6);
});
