import { afterEach, describe, expect, test } from 'vitest';
import { textOf } from '../botInRoom.ts';
import { startUploads, textFile, type UploadsInRoom } from './uploadsInRoom.ts';

const LIGHTHOUSE = textFile(
  'lighthouse.txt',
  'The lighthouse\n\nThe old lighthouse was repainted by nine sailors during spring.\n',
);
const PIER = textFile('pier.txt', 'The pier\n\nThe pier was sold to a fisherman for four crowns in March.\n');
const DETAILS = { title: 'A report', author: 'Ada Brown, Bo Crane', published: '2024-05', url: 'https://a.example/r' };

let bot: UploadsInRoom;
afterEach(() => bot.close());

describe('Edit details', () => {
  test('opens a form with what was read, and keeps what is changed there', async () => {
    bot = await startUploads();
    const card = await bot.add(LIGHTHOUSE);
    const form = await bot.press(card, /^Edit details$/u);
    const fields = form.body.modal.components.map(({ component }: never) => component);
    expect(fields.map(({ custom_id, value }: { custom_id: string; value?: string }) => [custom_id, value])).toEqual([
      ['title', 'The lighthouse'],
      ['author', undefined],
      ['published', undefined],
      ['url', undefined],
    ]);
    const edited = await bot.submit(form, DETAILS);
    expect(edited.body.message.id).toBe(card.body.message.id);
    for (const words of ['A report', 'Ada Brown, Bo Crane', 'May 2024', 'a.example/r'])
      expect(textOf(edited)).toContain(words);
    await bot.press(edited, /^Accept$/u);
    const article = [...bot.app.library().articles.values()].find(({ server }) => server !== undefined);
    expect(article).toMatchObject({
      title: 'A report',
      author: ['Ada Brown', 'Bo Crane'],
      published: '2024-05',
      url: 'https://a.example/r',
    });
    expect(article?.source).toContain('nine sailors');
  });

  test('takes back what is left empty', async () => {
    bot = await startUploads();
    const edited = await bot.submit(await bot.press(await bot.add(LIGHTHOUSE), /^Edit details$/u), DETAILS);
    const again = await bot.press(edited, /^Edit details$/u);
    const card = textOf(await bot.submit(again, { title: 'A report' }));
    expect(card).toContain('**Author:** not stated');
    expect(card).toContain('**Date of publication:** not stated');
    expect(card).not.toContain('a.example');
  });

  test.each([
    ['title', ' ', /^The title was not changed/u, '**Title:** The lighthouse'],
    ['published', '2024-02-31', /^The date of publication was not changed/u, '**Date of publication:** not stated'],
    ['published', '3/4/2024', /^The date of publication was not changed/u, '**Date of publication:** not stated'],
    ['published', 'last spring', /^The date of publication was not changed/u, '**Date of publication:** not stated'],
    ['url', 'javascript:alert(1)', /^The address was not changed/u, '**Author:** Ada Brown, Bo Crane'],
  ])('says what is wrong with a %s of “%s”, and changes the rest alone', async (field, value, problem, kept) => {
    bot = await startUploads();
    const form = await bot.press(await bot.add(LIGHTHOUSE), /^Edit details$/u);
    const card = textOf(await bot.submit(form, { ...DETAILS, [field]: value }));
    expect(card).toMatch(problem);
    expect(card).toContain(kept);
    expect(card).toContain('Bo Crane');
    expect(card).not.toContain('javascript');
  });

  test.each([
    ['1 March 2025', '2025-03-01'],
    ['March 1, 2025', '2025-03-01'],
    ['Sat 1st March 2025', '2025-03-01'],
    ['25.12.2024', '2024-12-25'],
    ['May 2024', '2024-05'],
    [' 2024 ', '2024'],
  ])('reads the date “%s”', async (typed, published) => {
    bot = await startUploads();
    const form = await bot.press(await bot.add(LIGHTHOUSE), /^Edit details$/u);
    await bot.press(await bot.submit(form, { ...DETAILS, published: typed }), /^Accept$/u);
    const article = [...bot.app.library().articles.values()].find(({ server }) => server !== undefined);
    expect(article?.published).toBe(published);
  });

  test('says that a document is gone, before the form is opened and after', async () => {
    bot = await startUploads();
    const card = await bot.add(LIGHTHOUSE);
    const form = await bot.press(card, /^Edit details$/u);
    bot.pass(15 * 60_000);
    expect(textOf(await bot.submit(form, DETAILS))).toMatch(/no longer waiting/u);
    expect(await bot.names()).toEqual(['harbour']);
  });
});

describe('the form that takes a file', () => {
  test('takes a document as the option does', async () => {
    bot = await startUploads();
    const form = await bot.use('sources', { upload: true });
    expect(form.body.modal.components[0].component).toMatchObject({ type: 19, min_values: 1, max_values: 1 });
    const card = await bot.submit(form, { file: [LIGHTHOUSE] });
    expect(textOf(card)).toContain('This was read from lighthouse.txt');
    expect(textOf(await bot.press(card, /^Accept$/u))).toContain('now among the articles');
  });

  test('is not opened for members who may not add articles, nor where that is switched off', async () => {
    bot = await startUploads();
    expect(textOf(await bot.use('sources', { upload: true }, bot.plain))).toMatch(/^Only members with Manage Server/u);
    await bot.close();
    bot = await startUploads({ uploads: 'off' });
    expect(textOf(await bot.use('sources', { upload: true }))).toMatch(/switched off/u);
  });
});

describe('Add as source', () => {
  test('reads the only file of a message that can be read', async () => {
    bot = await startUploads();
    const card = await bot.addFrom([textFile('photo.heic', 'x'), LIGHTHOUSE]);
    expect(textOf(card)).toContain('This was read from lighthouse.txt');
    expect(card.body.message.flags & 64).toBe(64);
  });

  test('reads the file of a message that was forwarded', async () => {
    bot = await startUploads();
    const card = await bot.addFrom([LIGHTHOUSE], { isForwarded: true });
    expect(textOf(card)).toContain('This was read from lighthouse.txt');
    expect(textOf(await bot.press(card, /^Accept$/u))).toContain('now among the articles');
  });

  test('asks which of several files of a forwarded message is meant', async () => {
    bot = await startUploads();
    const card = await bot.choose(await bot.addFrom([LIGHTHOUSE, PIER], { isForwarded: true }), /^pier/u);
    expect(textOf(card)).toContain('This was read from pier.txt');
  });

  test('asks which of several files is meant', async () => {
    bot = await startUploads();
    const asked = await bot.addFrom([LIGHTHOUSE, PIER]);
    expect(textOf(asked)).toContain('Which file');
    const card = await bot.choose(asked, /^pier/u);
    expect(textOf(card)).toContain('This was read from pier.txt');
    expect(textOf(await bot.press(card, /^Accept$/u))).toContain('The pier');
  });

  test.each([
    ['no file', []],
    ['only files that cannot be read', [textFile('photo.heic', 'x')]],
  ])('says in one sentence that a message has %s', async (_, files) => {
    bot = await startUploads();
    const text = textOf(await bot.addFrom(files));
    expect(text).toMatch(/^This message has no file that can be added\. Files with these endings can: \.txt, /u);
  });

  test('is for those who may add articles', async () => {
    bot = await startUploads();
    expect(textOf(await bot.addFrom([LIGHTHOUSE], { member: bot.plain }))).toMatch(/^Only members with Manage Server/u);
  });
});

describe('the role that may add articles', () => {
  test('lets its members add and remove, until it is reset', async () => {
    bot = await startUploads();
    const { room, info, plain } = bot;
    const guild = room.world.guilds.get(info.guild_id)!;
    const role = { ...guild.roles.get(info.guild_id)!, id: room.world.nextId(), name: 'Librarians', permissions: 0n };
    guild.roles.set(role.id, role);
    const set = (options: Readonly<Record<string, string>>) =>
      bot.use('settings', { subcommand: 'set', setting: 'upload-role', ...options });
    expect(textOf(await set({ value: 'Readers' }))).toMatch(/takes a role/u);
    expect(textOf(await set({ role: role.id }))).toContain(`Role that may add articles: <@&${role.id}>`);
    expect(textOf(await bot.add(LIGHTHOUSE, bot.plain))).toMatch(/^Only members with Manage Server/u);
    guild.members.get(plain.id)!.roles.push(role.id);
    const card = await bot.add(LIGHTHOUSE, bot.plain);
    expect(textOf(await bot.press(card, /^Accept$/u, bot.plain))).toContain('now among the articles');
    await set({});
    expect(textOf(await bot.add(PIER, bot.plain))).toMatch(/^Only members with Manage Server/u);
  });
});
