import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withOwners } from '../../src/access/withOwners.ts';
import { grantedTo } from '../../src/access/granted.ts';
import { openCorpus, type Corpus } from '../../src/app/corpus.ts';
import { REMOVED_PREFIX } from '../../src/article/listLeftovers.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import { createAddedArticles, type AddedArticles } from '../../src/intake/addedArticles.ts';
import type { UploadLimits } from '../../src/intake/upload.ts';
import { createUploads, type Uploads } from '../../src/intake/uploads.ts';
import { articleOf } from '../fixtures/article.ts';

const [A, B] = ['100000000000000001', '100000000000000002'];
const [ADA, BO] = ['400000000000000001', '400000000000000002'];
const OPEN = articleOf('open', [
  ['title', 'The open article'],
  ['paragraph', 'The gate is open.'],
]);

interface Running {
  readonly corpus: Corpus;
  readonly added: AddedArticles;
  readonly uploads: Uploads;
  readonly close: () => Promise<void>;
}

let folder: string;
let running: Running;
let now = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  await writeArticle(folder, OPEN, { extension: '.txt', bytes: Buffer.from(OPEN.source) });
});
afterEach(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(limits: Partial<UploadLimits> = {}): Promise<void> {
  const opened = await openCorpus(folder);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  const { corpus } = opened;
  await corpus.ready;
  const { library, reload } = corpus;
  const added = createAddedArticles({ corpus: folder, library, reload });
  const uploads = createUploads({ corpus: folder, library, reload, added, clock: () => new Date(now), limits });
  running = {
    corpus,
    added,
    uploads,
    close: async () => {
      await uploads.close();
      await corpus.close();
    },
  };
}

const fileOf = (name: string, text: string) => ({
  name,
  load: async () => new Uint8Array(Buffer.from(text)),
});
const textOfNumber = (number: number): string =>
  `Title ${number}\n\nParagraph ${number} tells of the ship ${number}.\n`;

async function read(name: string, text: string, guild = A, user = ADA, replaces?: string): Promise<string> {
  const reading = await running.uploads.read(fileOf(name, text), { guild, user }, replaces);
  if (reading.kind === 'refused') throw new Error(reading.refusal.kind);
  return reading.upload.token;
}
const accept = async (token: string, guild = A, user = ADA): Promise<string> => {
  const accepted = await running.uploads.accept(token, { guild, user });
  return accepted.kind === 'accepted' ? accepted.article.id : accepted.refusal.kind;
};
/** What is in the corpus but the empty lock of its `access.json`. */
const names = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name !== '.access.json.lock').toSorted();

describe('accept', () => {
  test('takes a document that the limit has room for, and refuses the one after it', async () => {
    await start({ perServer: 2 });
    const tokens = [
      await read('a.txt', textOfNumber(1)),
      await read('b.txt', textOfNumber(2)),
      await read('c.txt', textOfNumber(3)),
    ];
    const ids = await Promise.all(tokens.map((token) => accept(token)));
    expect(ids.filter((id) => id === 'too-many')).toHaveLength(1);
    expect(running.added.of(A)).toHaveLength(2);
  });

  test('counts the characters of what is accepted', async () => {
    const text = textOfNumber(1);
    await start({ serverChars: 2 * text.length });
    const [one, other, third] = [
      await read('a.txt', text),
      await read('b.txt', textOfNumber(2)),
      await read('c.txt', textOfNumber(3)),
    ];
    expect(await accept(one)).toMatch(/^a-/u);
    expect(await accept(other)).toMatch(/^b-/u);
    expect(await accept(third)).toBe('too-much');
  });

  test('gives two files of one name two ids, and refuses the same text twice', async () => {
    await start();
    const [one, same, other] = [
      await read('report.txt', textOfNumber(1)),
      await read('copy.txt', textOfNumber(1)),
      await read('report.txt', textOfNumber(2)),
    ];
    const first = await accept(one);
    expect(await accept(same)).toBe('there-already');
    const second = await accept(other);
    expect(new Set([first, second]).size).toBe(2);
    expect(first).toMatch(/^report-[0-9a-z]{5}$/u);
  });

  test('is for the member who added it, in the same server', async () => {
    await start();
    const token = await read('a.txt', textOfNumber(1));
    expect(await accept(token, A, BO)).toBe('expired');
    expect(await accept(token, B, ADA)).toBe('expired');
    expect(await accept(token)).toMatch(/^a-/u);
  });

  test('does not outlive a restart, and leaves nothing', async () => {
    await start();
    const token = await read('a.txt', textOfNumber(1));
    await running.close();
    await start();
    expect(await accept(token)).toBe('expired');
    expect(await names()).toEqual(['open']);
  });

  test('works while the corpus is read again', async () => {
    await start();
    const token = await read('a.txt', textOfNumber(1));
    const reloads = [running.corpus.reload(), running.corpus.reload()];
    const [id] = await Promise.all([accept(token), ...reloads]);
    expect(running.corpus.library().articles.has(id)).toBe(true);
  });

  test('says why the folder cannot be written, and leaves no part of the article and no grant', async () => {
    const access = '{"open": ["everyone"]}\n';
    await writeFile(join(folder, 'access.json'), access);
    await start();
    const token = await read('a.txt', textOfNumber(1));
    const before = await names();
    // The folder of the article cannot be made where its name is a file's.
    await running.close();
    await start();
    const again = await read('a.txt', textOfNumber(1));
    expect(again).not.toBe(token);
    await writeFile(join(folder, 'access.json'), '{broken');
    expect(await accept(again)).toBe('unwritable');
    await writeFile(join(folder, 'access.json'), access);
    expect(await names()).toEqual(before);
    expect(await accept(again)).toMatch(/^a-/u);
  });

  test('refuses where the corpus is gone before it is written', async () => {
    await start();
    const token = await read('a.txt', textOfNumber(1));
    const away = `${folder}-away`;
    await rename(folder, away);
    await writeFile(folder, '');
    const refused = await running.uploads.accept(token, { guild: A, user: ADA });
    expect(refused).toMatchObject({ kind: 'refused', refusal: { kind: 'unwritable' } });
    const reading = await running.uploads.read(fileOf('b.txt', textOfNumber(2)), { guild: A, user: ADA });
    expect(reading).toMatchObject({ kind: 'refused', refusal: { kind: 'unwritable' } });
    await rm(folder);
    await rename(away, folder);
    expect(await names()).toEqual(['open']);
  });
});

describe('remove', () => {
  test('removes what an interrupted replacement has set aside, too', async () => {
    await start();
    const id = await accept(await read('a.txt', textOfNumber(1)));
    await running.close();
    await rename(join(folder, id), join(folder, `.replaced-${id}`));
    await start();
    expect(running.added.of(A).map((article) => article.id)).toEqual([id]);
    await running.added.remove(A, id);
    expect(await names()).toEqual(['open']);
    expect(running.added.of(A)).toEqual([]);
  });

  test('deletes what an earlier removal has left', async () => {
    await mkdir(join(folder, `${REMOVED_PREFIX}1`));
    await start();
    const id = await accept(await read('a.txt', textOfNumber(1)));
    await running.added.remove(A, id);
    expect(await names()).toEqual(['open']);
  });

  test('takes nothing from another server, and nothing that the operator added', async () => {
    await start();
    const id = await accept(await read('a.txt', textOfNumber(1)));
    expect(await running.added.remove(B, id)).toEqual({ kind: 'gone' });
    expect(await running.added.remove(A, 'open')).toEqual({ kind: 'gone' });
    expect(await names()).toEqual([id, 'open'].toSorted());
  });
});

/** What members do; numbers choose among what is there. */
const step = fc.record({
  kind: fc.constantFrom(
    'add',
    'add',
    'add',
    'accept',
    'accept',
    'accept',
    'discard',
    'replace',
    'remove',
    'restart',
    'wait',
    'twice',
    'forget',
  ),
  guild: fc.constantFrom(A, B),
  user: fc.constantFrom(ADA, BO),
  text: fc.nat({ max: 5 }),
  name: fc.constantFrom('report.txt', 'notes.txt'),
  choice: fc.nat({ max: 20 }),
});

describe('after whatever members do, over restarts', () => {
  test.each([
    ['without access.json', undefined],
    ['with access.json', { '*': ['everyone'] }],
  ])(
    'each server has what it accepted and did not remove, and nothing else is left, %s',
    async (_, access) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          for (const name of await readdir(folder))
            if (name !== 'open') await rm(join(folder, name), { recursive: true });
          if (access) await writeFile(join(folder, 'access.json'), JSON.stringify(access));
          await start({ perServer: 3 });
          // The oracle: texts by server and id, and what waits by token.
          const kept = new Map<string, { readonly guild: string; readonly text: number }>();
          const waiting: { token: string; guild: string; user: string; text: number; expires: number }[] = [];
          const own = (guild: string) => [...kept].filter(([, entry]) => entry.guild === guild).map(([id]) => id);
          for (const { kind, guild, user, text, name, choice } of steps) {
            const some = waiting[choice % Math.max(1, waiting.length)];
            const id = own(guild)[choice % Math.max(1, own(guild).length)];
            if (kind === 'add' || (kind === 'replace' && id !== undefined)) {
              const replaces = kind === 'replace' ? id : undefined;
              const reading = await running.uploads.read(fileOf(name, textOfNumber(text)), { guild, user }, replaces);
              if (reading.kind === 'pending')
                waiting.push({
                  token: reading.upload.token,
                  guild,
                  user,
                  text,
                  expires: now + running.uploads.limits.waitMs,
                });
            } else if ((kind === 'accept' || kind === 'twice') && some) {
              const uses = kind === 'twice' ? [some, some] : [some];
              const results = await Promise.all(uses.map((use) => running.uploads.accept(use.token, use)));
              const done = results.filter((result) => result.kind === 'accepted');
              expect(done.length).toBeLessThanOrEqual(1);
              for (const { article } of done) {
                expect(some.expires).toBeGreaterThan(now);
                kept.set(article.id, { guild: some.guild, text: some.text });
                waiting.splice(waiting.indexOf(some), 1);
              }
            } else if (kind === 'discard' && some) {
              if (running.uploads.discard(some.token, some)) waiting.splice(waiting.indexOf(some), 1);
            } else if (kind === 'remove' && id !== undefined) {
              expect((await running.added.remove(guild, id)).kind).toBe('removed');
              kept.delete(id);
            } else if (kind === 'forget') {
              await running.added.forget(guild);
              for (const each of own(guild)) kept.delete(each);
            } else if (kind === 'restart') {
              await running.close();
              await start({ perServer: 3 });
            } else if (kind === 'wait') now += 10 * 60_000;
            const { articles } = running.corpus.library();
            const rules = withOwners(running.corpus.access(), articles.values());
            for (const server of [A, B, '100000000000000003']) {
              const seen = [...grantedTo(running.corpus.library(), rules, { guild: server }).articles.keys()];
              expect(seen.toSorted()).toEqual(['open', ...own(server)].toSorted());
              expect(own(server).length).toBeLessThanOrEqual(3);
            }
            for (const [article, entry] of kept) expect(articles.get(article)?.source).toContain(`ship ${entry.text}.`);
            const there = (await names()).filter((each) => each !== 'access.json');
            expect(there).toEqual(['open', ...kept.keys()].toSorted());
            expect(running.corpus.broken()).toEqual([]);
            if (access) {
              const grants = JSON.parse(await readFile(join(folder, 'access.json'), 'utf8')) as object;
              expect(Object.keys(grants).toSorted()).toEqual(['*', ...kept.keys()].toSorted());
            }
          }
          await running.close();
        }),
        { seed: 15, numRuns: 10 },
      );
    },
    300_000,
  );
});
