import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { interact, interactWithFiles, slash, type Answered, type RoomMember } from 'discord-room/member';
import { articleOf } from '../../fixtures/article.ts';
import { startBotInRoom, textOf, type BotInRoom, type BotInRoomOptions } from '../botInRoom.ts';

const OWN = articleOf('harbour', [
  ['title', 'The harbour'],
  ['paragraph', 'The harbour closes at noon.'],
]);
const REPORT = `<!doctype html><html lang="en"><head><title>The lighthouse report</title><meta name="author" content="Ada Brown">
<meta property="article:published_time" content="2024-05-12"></head><body><article><h1>The lighthouse report</h1>
<p>The old lighthouse was repainted by nine sailors during the spring of last year.</p><h2>Costs</h2>
<p>The paint cost four thousand crowns, which the harbour board paid from its reserve.</p></article></body></html>`;
const FILE = { name: 'lighthouse.html', content: bytesOf(REPORT) };

let bot: BotInRoom;
let now: number;

async function start({
  uploads = {},
  ...options
}: Omit<BotInRoomOptions, 'uploads'> & { uploads?: BotInRoomOptions['uploads'] | 'off' } = {}): Promise<void> {
  now = Date.parse('2026-06-01T10:00:00Z');
  bot = await startBotInRoom([OWN], {
    clock: () => new Date(now),
    ...(uploads === 'off' ? {} : { uploads }),
    ...options,
  });
}
afterEach(() => bot.close());

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

async function add(file = FILE, member: RoomMember = bot.info.members[0]!): Promise<Answered> {
  const body = await slash(bot.room, 'sources', [{ type: 11, name: 'add', value: '0' }]);
  return interactWithFiles(bot.room, member, { body, files: [file] });
}

/** Uses a command in the other server. */
async function elsewhere(name: string, options: readonly unknown[] = []): Promise<Answered> {
  const { id, channels } = bot.info.other_guilds[0]!;
  const body = await slash(bot.room, name, options);
  return interact(bot.room, bot.info.members[0]!, { guild_id: id, channel_id: channels[0]!.id, ...body });
}

async function addedIds(): Promise<readonly string[]> {
  return (await readdir(bot.corpus)).filter((name) => name.startsWith('lighthouse-'));
}

describe('/sources add', () => {
  test('shows what was read, writes nothing before it is accepted, and then answers from it', async () => {
    await start();
    const shown = await add();
    expect(shown.body.message.flags & 64).toBe(64);
    const card = textOf(shown);
    for (const words of [
      'lighthouse.html',
      'The lighthouse report',
      'Ada Brown',
      '12 May 2024',
      'Costs (¶2)',
      '2 paragraphs',
    ])
      expect(card).toContain(words);
    expect(await addedIds()).toEqual([]);
    const accepted = await bot.press(shown, /^Accept$/u);
    expect(textOf(accepted)).toContain('The lighthouse report');
    const [id = ''] = await addedIds();
    expect(await readFile(join(bot.corpus, id, 'original.html'), 'utf8')).toBe(REPORT);
    expect(textOf(await bot.use('ask', { question: 'Who repainted the lighthouse?' }))).toContain('nine sailors');
    expect(textOf(await bot.press(accepted, /^Show it$/u))).toContain('The lighthouse report');
  });

  test.each([
    ['without access.json', undefined],
    ['where access.json grants everything to everyone', { '*': ['everyone'] }],
    ['where access.json grants other articles', { harbour: ['everyone'] }],
  ])('keeps it for that server %s', async (_, access) => {
    await start(access ? { access } : {});
    await bot.press(await add(), /^Accept$/u);
    const [id = ''] = await addedIds();
    expect(textOf(await bot.use('sources'))).toContain('lighthouse');
    const listed = textOf(await elsewhere('sources'));
    expect(listed).toContain('harbour');
    expect(listed).not.toMatch(/lighthouse/iu);
    expect(textOf(await elsewhere('summary', [{ type: 3, name: 'article', value: id }]))).not.toMatch(
      /report|sailors/iu,
    );
    const asked = await elsewhere('ask', [{ type: 3, name: 'question', value: 'Who did the repainting?' }]);
    expect(textOf(asked)).not.toMatch(/lighthouse|sailors/iu);
    if (access)
      expect(JSON.parse(await readFile(join(bot.corpus, 'access.json'), 'utf8'))).toEqual({
        ...access,
        [id]: [`server ${bot.info.guild_id}`],
      });
  });

  test('is for those who manage the server, in a server that has the bot, unless it is switched off', async () => {
    await start();
    const reader = bot.info.members[1]!;
    expect(textOf(await add(FILE, reader))).toMatch(/^Only members with Manage Server/u);
    await bot.close();
    await start({ uploads: 'off' });
    expect(textOf(await add())).toMatch(/switched off/u);
    expect(await addedIds()).toEqual([]);
  });

  test.each([
    ['empty.txt', new Uint8Array(), /empty/u],
    ['archive.exe', bytesOf('MZ'), /"\.exe" files cannot be read/u],
    ['picture.docx', bytesOf('\u0089PNG'), /cannot be added/u],
    ['long.txt', bytesOf('A boat sails. '.repeat(80_000)), /more than 1,000,000 characters/u],
  ])('says in one sentence why %s is not taken', async (name, content, reason) => {
    await start();
    const text = textOf(await add({ name, content }));
    expect(text).toMatch(reason);
    expect(text.split('\n')).toHaveLength(1);
    expect(await readdir(bot.corpus)).toEqual(['harbour']);
  });

  test('accepts a document once, however often that is asked for', async () => {
    await start();
    const shown = await add();
    const both = await Promise.all([bot.press(shown, /^Accept$/u), bot.press(shown, /^Accept$/u)]);
    const texts = both.map(textOf);
    expect(texts.filter((text) => text.includes('now among the articles'))).toHaveLength(1);
    expect(await addedIds()).toHaveLength(1);
    const again = await bot.press(await add(), /^Accept$/u);
    expect(textOf(again)).toContain('the same text already');
    expect(await addedIds()).toHaveLength(1);
  });

  test('drops a document that is discarded, or not accepted in time', async () => {
    await start();
    const [discarded, forgotten] = [await add(), await add()];
    expect(textOf(await bot.press(discarded, /^Discard$/u))).toMatch(/^Discarded/u);
    now += 15 * 60_000;
    expect(textOf(await bot.press(forgotten, /^Accept$/u))).toMatch(/no longer waiting/u);
    expect(await addedIds()).toEqual([]);
  });

  test('keeps to the limits of a server', async () => {
    await start({ uploads: { perServer: 1, pendingPerServer: 1 } });
    const shown = await add();
    expect(textOf(await add())).toMatch(/Too many documents are waiting/u);
    await bot.press(shown, /^Accept$/u);
    expect(textOf(await add())).toMatch(/cannot add more/u);
  });
});
