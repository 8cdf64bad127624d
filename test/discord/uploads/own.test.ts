import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { writeArticle } from '../../../src/article/writeArticle.ts';
import { claimAnnouncements } from '../../../src/settings/announcements.ts';
import { articleOf } from '../../fixtures/article.ts';
import { componentsOf, textOf } from '../botInRoom.ts';
import { startUploads, textFile, type UploadsInRoom } from './uploadsInRoom.ts';

const FIRST = textFile(
  'lighthouse.txt',
  'The lighthouse\n\nThe old lighthouse was repainted by nine sailors in spring.\n\nIts lamp is lit by gas.\n\nNobody lives there.\n',
);
const SECOND = textFile(
  'lighthouse-2.txt',
  'The lighthouse\n\nThe old lighthouse was repainted by eleven sailors in spring.\n\nNobody lives there.\n\nVisitors come on Sundays.\n',
);
const OTHER = textFile('pier.txt', 'The pier\n\nThe pier was sold to a fisherman for four crowns in March.\n');

let bot: UploadsInRoom;
afterEach(() => bot.close());

const PIER = articleOf('pier', [
  ['title', 'The pier'],
  ['paragraph', 'The pier was sold.'],
]);

const announced = async () =>
  (await claimAnnouncements(await bot.app.store(), { now: Number.MAX_SAFE_INTEGER, leaseMs: 0, limit: 9 })).map(
    ({ about, articles, title }) => ({ about, articles, title }),
  );
const announceIn = (): Promise<unknown> =>
  bot.use('settings', { subcommand: 'set', setting: 'announce-channel', to: bot.info.channels[0]!.id });

describe('/sources show', () => {
  test('shows what was read, to every member who sees the article, with buttons for those who may change it', async () => {
    bot = await startUploads();
    const id = await bot.accept(FIRST);
    const shown = await bot.use('sources', { show: id });
    for (const words of ['The lighthouse', id, '3 paragraphs', 'Members of this server have added it'])
      expect(textOf(shown)).toContain(words);
    const labels = (answered: typeof shown) => componentsOf(answered).flatMap(({ label }) => label ?? []);
    expect(labels(shown)).toEqual(['Replace it', 'Remove it']);
    const read = await bot.use('sources', { show: 'The lighthouse' }, bot.plain);
    expect(textOf(read)).toContain(id);
    expect(labels(read)).toEqual([]);
    const theirs = await bot.use('sources', { show: 'harbour' });
    expect(textOf(theirs)).toContain('Whoever runs the bot has added it.');
    expect(labels(theirs)).toEqual([]);
    expect(textOf(await bot.elsewhere('sources', { show: id }))).not.toMatch(/lighthouse\b(?!-)|sailors/u);
  });
});

describe('/sources add', () => {
  test('names an article of the same title, and who can replace it', async () => {
    bot = await startUploads();
    await writeArticle(bot.corpus, PIER, { extension: '.txt', bytes: Buffer.from(PIER.source) });
    await bot.app.reload();
    const theirs = await bot.add(OTHER);
    expect(textOf(theirs)).toContain(
      '**Another article has this title: pier.** Both will be searched; only whoever runs',
    );
    const id = await bot.accept(FIRST);
    expect(textOf(await bot.add(FIRST))).toContain(`title: ${id}.** Both will be searched; if this is a newer edition`);
    expect(
      textOf(await bot.add(textFile('gate.txt', 'The gate\n\nThe gate was painted green in June by two men.\n'))),
    ).not.toContain('title:');
  });
});

describe('/sources remove', () => {
  test('asks once, and then deletes the article and what grants it', async () => {
    bot = await startUploads({ access: { harbour: ['everyone'] } });
    const id = await bot.accept(FIRST);
    const asked = await bot.use('sources', { remove: id });
    expect(textOf(asked)).toMatch(/^\*\*Remove “The lighthouse”\?\*\*/u);
    expect(textOf(await bot.press(asked, /^Keep it$/u))).toBe('Nothing was removed.');
    expect(await bot.names()).toContain(id);
    const again = await bot.use('sources', { remove: id });
    expect(textOf(await bot.press(again, /^Remove it$/u))).toContain('was removed from the articles');
    expect(await bot.names()).toEqual(['access.json', 'harbour']);
    expect(JSON.parse(await readFile(join(bot.corpus, 'access.json'), 'utf8'))).toEqual({ harbour: ['everyone'] });
    expect(textOf(await bot.use('ask', { question: 'Who repainted the lighthouse?' }))).not.toContain('sailors');
    expect(textOf(await bot.use('sources', { remove: id }))).toMatch(/^No article/u);
  });

  test('keeps what else access.json grants', async () => {
    bot = await startUploads({ access: { '*': ['everyone'] } });
    const id = await bot.accept(FIRST);
    const file = join(bot.corpus, 'access.json');
    const channel = `channel ${bot.info.channels[0]!.id}`;
    await writeFile(file, JSON.stringify({ '*': ['everyone'], [id]: [`server ${bot.info.guild_id}`, channel] }));
    await bot.press(await bot.use('sources', { remove: id }), /^Remove it$/u);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ '*': ['everyone'], [id]: [channel] });
  });

  test('removes nothing that this server has not added, and nothing for other members', async () => {
    bot = await startUploads();
    const id = await bot.accept(FIRST);
    expect(textOf(await bot.use('sources', { remove: 'harbour' }))).toMatch(/^Only articles that members of this/u);
    expect(textOf(await bot.use('sources', { remove: id }, bot.plain))).toMatch(/^Only members with Manage Server/u);
    const elsewhere = textOf(await bot.elsewhere('sources', { remove: id }));
    expect(elsewhere).not.toMatch(/The lighthouse/u);
    expect(await bot.names()).toContain(id);
  });

  test('works where adding is switched off, and suggests what the server has added alone', async () => {
    bot = await startUploads({ uploads: 'off' });
    const { id } = PIER;
    const article = { ...PIER, server: bot.info.guild_id };
    await writeArticle(bot.corpus, article, { extension: '.txt', bytes: Buffer.from(article.source) });
    await bot.app.reload();
    const command = bot.app.commands.get('sources')!;
    const context = await bot.app.contextFor({ guild: bot.info.guild_id, manages: true });
    const choices = await command.complete!({ name: 'remove', value: '' }, {}, context);
    expect(choices.map(({ value }) => value)).toEqual([id]);
    await bot.press(await bot.use('sources', { remove: id }), /^Remove it$/u);
    expect(await bot.names()).toEqual(['harbour']);
  });

  test('is announced where new articles are', async () => {
    bot = await startUploads();
    await announceIn();
    const id = await bot.accept(FIRST);
    await bot.press(await bot.use('sources', { remove: id }), /^Remove it$/u);
    expect(await announced()).toEqual([{ about: 'removed', articles: [id], title: 'The lighthouse' }]);
  });
});

describe('a newer edition', () => {
  test('is shown with its changes, replaces the article once it is accepted, and keeps the earlier edition', async () => {
    bot = await startUploads();
    await announceIn();
    const id = await bot.accept(FIRST);
    const old = bot.app.library().articles.get(id)!;
    const form = await bot.press(await bot.use('sources', { show: id }), /^Replace it$/u);
    const card = await bot.submit(form, { file: [SECOND] });
    const text = textOf(card);
    expect(text).toContain('as a newer edition of “The lighthouse”');
    expect(text).toContain('Passages: 1 changed, 1 new and 1 gone; 2 the same, word for word.');
    expect(text).toContain('~~nine~~');
    expect(text).toContain('**eleven**');
    expect(text).toContain('¶3 new: Visitors come on Sundays.');
    expect(text).toContain('¶2 gone: ~~Its lamp is lit by gas.~~');
    expect(bot.app.library().articles.get(id)!.edition).toBe(old.edition);
    const accepted = textOf(await bot.press(card, /^Accept the newer edition$/u));
    expect(accepted).toContain('has a newer edition now');
    const present = bot.app.library().articles.get(id)!;
    expect(present.source).toContain('eleven sailors');
    expect(present.server).toBe(bot.info.guild_id);
    const cited = await bot.use('quote', { text: `${id}/¶1@${old.edition.slice(0, 8)}` });
    expect(textOf(cited)).toContain('nine');
    expect(await announced()).toEqual([{ about: 'replaced', articles: [id], title: null }]);
    expect(textOf(await bot.use('sources', { show: id }))).toContain(
      `@${old.edition.slice(0, 8)}, received on 2026-06-01`,
    );
  });

  test('can be chosen on the card, and taken back', async () => {
    bot = await startUploads();
    const id = await bot.accept(FIRST);
    const card = await bot.choose(await bot.add(SECOND), /^A newer edition of The lighthouse$/u);
    expect(textOf(card)).toContain('as a newer edition');
    const back = await bot.choose(card, /^An article of its own, not a newer edition$/u);
    expect(textOf(back)).not.toContain('as a newer edition');
    await bot.press(back, /^Accept$/u);
    expect(await bot.names()).toHaveLength(3);
    expect(bot.app.library().articles.get(id)!.source).toContain('nine sailors');
  });

  test('is refused if the article has changed since, or is gone', async () => {
    bot = await startUploads();
    const id = await bot.accept(FIRST);
    const [one, other] = [await bot.add(SECOND), await bot.add(OTHER)];
    const [first, second] = [await bot.choose(one, /^A newer edition/u), await bot.choose(other, /^A newer edition/u)];
    await bot.press(first, /^Accept the newer/u);
    const late = await bot.press(second, /^Accept the newer/u);
    expect(textOf(late)).toContain('was replaced meanwhile');
    const anew = await bot.choose(late, /^A newer edition/u);
    await bot.press(await bot.use('sources', { remove: id }), /^Remove it$/u);
    expect(textOf(await bot.press(anew, /^Accept the newer/u))).toContain('is not among those that this server');
    expect(await bot.names()).toEqual(['harbour']);
  });
});

describe('/settings forget', () => {
  test('deletes what the server has added, and what waits there', async () => {
    bot = await startUploads();
    await bot.accept(FIRST);
    const waiting = await bot.add(OTHER);
    const forgotten = textOf(await bot.use('settings', { subcommand: 'forget', sure: true }));
    expect(forgotten).toContain('1 added article.');
    expect(await bot.names()).toEqual(['harbour']);
    expect(textOf(await bot.press(waiting, /^Accept$/u))).toMatch(/no longer waiting/u);
  });
});
