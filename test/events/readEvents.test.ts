import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatEventFile } from '../../src/events/eventFile.ts';
import { extractEvents } from '../../src/events/extractEvents.ts';
import { readEvents } from '../../src/events/readEvents.ts';
import { articleOf } from '../fixtures/article.ts';

const article = articleOf('news', [
  ['title', 'News'],
  ['paragraph', 'Police arrested four men in Lyon in June 2024.'],
]);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('readEvents reads what was written', async () => {
  const file = { edition: article.edition, events: extractEvents(article) };
  await writeFile(join(folder, 'events.json'), formatEventFile(file));
  expect(await readEvents(folder, article)).toEqual({ kind: 'events', file });
});

test('readEvents distinguishes a missing file from a broken one', async () => {
  expect(await readEvents(folder, article)).toEqual({ kind: 'none' });
  await writeFile(join(folder, 'events.json'), '{"edition": ');
  expect(await readEvents(folder, article)).toMatchObject({
    kind: 'broken',
    problems: [{ message: 'this is not JSON' }],
  });
});

test('readEvents names the line of what is wrong', async () => {
  const [event] = extractEvents(article);
  const file = { edition: article.edition, events: [{ ...event!, span: [0, 3] as const, trigger: [0, 2] as const }] };
  await writeFile(join(folder, 'events.json'), formatEventFile(file));
  expect(await readEvents(folder, article)).toEqual({
    kind: 'broken',
    problems: [{ file: join(folder, 'events.json'), line: 4, message: 'this is not a sentence of the article' }],
  });
});
