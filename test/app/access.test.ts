import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../src/app/app.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import type { Caller } from '../../src/command/caller.ts';
import { runCommand } from '../../src/command/runCommand.ts';
import { IN_MEMORY } from '../../src/store/store.ts';
import { articleOf } from '../fixtures/article.ts';

const guild = '100000000000000001';
const channel = '200000000000000001';
const role = '300000000000000001';

let folder: string;
let app: App | undefined;

const add = (id: string): Promise<void> => {
  const article = articleOf(id, [
    ['title', `Title of ${id}`],
    ['paragraph', `The ${id} sails at noon.`],
  ]);
  return writeArticle(folder, article, { extension: '.txt', bytes: Buffer.from(article.source) });
};
const grant = (grants: unknown): Promise<void> => writeFile(join(folder, 'access.json'), JSON.stringify(grants));
const open = async (): Promise<string | undefined> => {
  const opened = await openApp({ corpus: folder, database: IN_MEMORY, limits: { perServer: 3, minMinutes: 15 } });
  if (opened.kind === 'refused') return opened.reason;
  ({ app } = opened);
  return undefined;
};
const seenBy = async (caller: Partial<Caller>): Promise<readonly string[]> => [
  ...(await app!.contextFor({ manages: false, ...caller })).library.articles.keys(),
];
const use = async (name: string, options: Readonly<Record<string, unknown>>, caller: Partial<Caller> = {}) =>
  runCommand(name, options, await app!.contextFor({ guild, channel, manages: true, ...caller }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'app-access-'));
  await Promise.all(['ferry', 'pier', 'harbour-1', 'harbour-2'].map(add));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await rm(folder, { recursive: true });
});

describe('an app', () => {
  test('shows everything to everybody without access.json', async () => {
    await open();
    expect(await seenBy({})).toHaveLength(4);
    expect(await seenBy({ guild, channel })).toHaveLength(4);
  });

  test('shows what is granted, and nothing else', async () => {
    await grant({
      ferry: ['everyone'],
      pier: ['direct messages'],
      'harbour-?': [`channel ${channel}`],
      'harbour-2': [`role ${role}`, `server ${guild}`],
    });
    await open();
    expect(await seenBy({})).toEqual(['ferry', 'pier']);
    expect(await seenBy({ guild: '100000000000000002' })).toEqual(['ferry']);
    expect(await seenBy({ guild: '100000000000000002', roles: [role] })).toEqual(['ferry', 'harbour-2']);
    expect(await seenBy({ guild })).toEqual(['ferry', 'harbour-2']);
    expect(await seenBy({ guild, channel })).toEqual(['ferry', 'harbour-1', 'harbour-2']);
    expect(await seenBy({ guild, channel: '200000000000000002', parent: channel })).toEqual([
      'ferry',
      'harbour-1',
      'harbour-2',
    ]);
    expect(await seenBy({ guild, operator: true })).toHaveLength(4);
  });

  test('keeps apart what everybody in a channel sees and what a role adds', async () => {
    await grant({ ferry: ['everyone'], pier: [`role ${role}`] });
    await open();
    const { library, shared } = await app!.contextFor({ guild, channel, roles: [role], manages: false });
    expect([...library.articles.keys()]).toEqual(['ferry', 'pier']);
    expect([...shared.keys()]).toEqual(['ferry']);
  });

  test('refuses to open with a broken access.json, and says where it is broken', async () => {
    await writeFile(join(folder, 'access.json'), '{\n  "ferry": ["everybody"]\n}');
    expect(await open()).toMatch(/access\.json:2: "ferry": must be "everyone"/u);
  });

  test('grants nothing more while access.json is broken or gone, and names no article to members', async () => {
    await grant({ ferry: ['everyone'] });
    await open();
    await writeFile(join(folder, 'access.json'), '{"pier": ["everyone"]');
    await add('barge');
    expect(await app!.reload()).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('access.json:1: this is not JSON'),
    });
    expect(await seenBy({})).toEqual(['ferry']);
    await rm(join(folder, 'access.json'));
    expect(await app!.reload()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('the file is gone') });
    expect(await seenBy({})).toEqual(['ferry']);
    const { refused } = (await use('sources', { reload: true })) as { refused?: string };
    expect(refused).toContain('log');
    expect(refused).not.toMatch(/access|json/u);
    expect(await use('sources', {}, { operator: true })).toMatchObject({
      refused: expect.stringContaining('access.json'),
    });
    await grant({ barge: ['everyone'] });
    expect(await app!.reload()).toMatchObject({ kind: 'taken-up' });
    expect(await seenBy({})).toEqual(['barge']);
  });
});

test('a preview shows a digest only if everything it posts may be seen', async () => {
  const other = '200000000000000002';
  await grant({ ferry: ['everyone'], pier: [`channel ${channel}`] });
  await open();
  await use('digest', {
    subcommand: 'create',
    name: 'Pier',
    what: 'summary',
    when: 'daily 9:00',
    article: 'pier',
    channel,
  });
  expect(JSON.stringify(await use('digest', { subcommand: 'preview', name: 'Pier' }))).toContain(
    'The pier sails at noon.',
  );
  for (const subcommand of ['preview', 'show', 'list']) {
    const options = subcommand === 'list' ? { subcommand } : { subcommand, name: 'Pier' };
    const shown = JSON.stringify(await use('digest', options, { channel: other }));
    expect(shown).toContain('not available here');
    expect(shown).not.toMatch(/Title of pier|pier sails|"pier"/u);
  }
  expect(
    await use('digest', {
      subcommand: 'create',
      name: 'P',
      what: 'summary',
      when: 'daily 9:00',
      article: 'pier',
      channel: other,
    }),
  ).toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('not available in <#200000000000000002>'),
  });
});

describe('settings', () => {
  beforeEach(async () => {
    await grant({ ferry: ['everyone'], 'harbour-*': [`server ${guild}`] });
    await open();
  });
  const set = (value: string | undefined, options = {}, caller = {}) =>
    use(
      'settings',
      { subcommand: 'set', setting: 'articles', ...(value === undefined ? {} : { value }), ...options },
      caller,
    );

  test('refuse an article that is not granted as one that does not exist', async () => {
    const [withheld, missing] = [await set('pier'), await set('quay')];
    expect(withheld).toMatchObject({ kind: 'invalid', message: 'No article "pier" is available here.' });
    expect(missing).toMatchObject({ kind: 'invalid', message: 'No article "quay" is available here.' });
    expect(JSON.stringify(await set('pie'))).not.toContain('pier');
  });

  test('can be changed to any granted article, whatever was set before, and go back to what is granted', async () => {
    await set('ferry');
    expect(await seenBy({ guild, channel })).toEqual(['ferry']);
    await set('harbour-1, harbour-2');
    expect(await seenBy({ guild, channel })).toEqual(['harbour-1', 'harbour-2']);
    expect(await set('ferry, harbour-1', { here: true })).toMatchObject({
      text: expect.stringContaining('hides ferry here'),
    });
    expect(await seenBy({ guild, channel })).toEqual(['harbour-1']);
    await set(undefined);
    expect(await seenBy({ guild, channel })).toEqual(['ferry', 'harbour-1']);
    await use('settings', { subcommand: 'forget', sure: true });
    expect(await seenBy({ guild, channel })).toEqual(['ferry', 'harbour-1', 'harbour-2']);
  });

  test('are shown without the articles that are granted no more', async () => {
    await set('ferry, harbour-1');
    await grant({ ferry: ['everyone'] });
    await app!.reload();
    const shown = JSON.stringify(await use('settings', { subcommand: 'show' }));
    expect(shown).toContain('ferry, 1 not available here');
    expect(shown).not.toContain('harbour');
    expect(await seenBy({ guild, channel })).toEqual(['ferry']);
  });
});
