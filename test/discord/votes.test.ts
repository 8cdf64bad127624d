import { afterAll, beforeAll, expect, test } from 'vitest';
import { lighthouse } from '../fixtures/article.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

let bot: BotInRoom;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { reader: 'room', keeps: true });
});
afterAll(() => bot.close());

test('answers can be rated once a server says so, by each member once, and managers see how', async () => {
  const [mara, jonas] = bot.info.members;
  const set = (setting: string, value?: string) =>
    bot.use('settings', { subcommand: 'set', setting, ...(value === undefined ? {} : { value }) });
  const labels = (answered: Parameters<typeof componentsOf>[0]): readonly string[] =>
    componentsOf(answered).flatMap(({ label }) => label ?? []);
  const ask = () => bot.use('ask', { question: 'Who kept the lamp since 1998?' });
  const gaps = async (member = mara): Promise<string> => textOf(await bot.use('sources', { gaps: true }, member));

  expect(labels(await ask())).not.toContain('👍');
  await set('feedback', 'yes');
  const answered = await ask();
  expect(labels(answered)).toEqual(expect.arrayContaining(['👍', '👎', 'Open in reader']));
  expect(textOf(await bot.press(answered, /👍/u))).toBe('Thanks! Your vote: 👍. Press it again to take it back.');
  await bot.press(answered, /👎/u, jonas);
  expect(await gaps()).toMatch(/2 votes on answers in the last 90 days\*\* \(👍 1 · 👎 1\)/u);
  expect(await gaps()).toMatch(/, lighthouse: 👍 1 · 👎 1/u);
  await bot.press(answered, /👎/u);
  expect(textOf(await bot.press(answered, /👎/u, jonas))).toBe('Your vote was taken back.');
  expect(await gaps()).toMatch(/1 vote on answers in the last 90 days\*\* \(👍 0 · 👎 1\)/u);
  expect(await gaps()).not.toContain('Who kept the lamp');

  await set('keep-questions', 'yes');
  await bot.press(await ask(), /👎/u);
  expect(await gaps()).toMatch(/\n {2}- 👎 Who kept the lamp since 1998\?/u);
  expect(await gaps(jonas)).toMatch(/Only members with Manage Server/u);
  expect(bot.logged.join('')).not.toContain('Who kept the lamp');

  const paged = await bot.use('quote', { text: 'the' });
  expect(labels(paged)).toEqual(expect.arrayContaining(['👍', '👎']));
  expect(componentsOf(paged).filter(({ type }) => type === 2).length).toBeLessThanOrEqual(5);
  expect(labels(await bot.use('sources'))).not.toContain('👍');
  await set('feedback');
  expect(textOf(await bot.press(answered, /👍/u))).toBe('Answers cannot be rated here any more.');
});

test('votes and their buttons outlive a restart of the bot', async () => {
  const [mara, jonas] = bot.info.members;
  await bot.use('settings', { subcommand: 'set', setting: 'feedback', value: 'yes' });
  const counted = async (): Promise<string> =>
    /\(👍 \d+ · 👎 \d+\)/u.exec(textOf(await bot.use('sources', { gaps: true }, mara)))?.[0] ?? '';
  const answered = await bot.use('ask', { question: 'When was Skarn Rock bought?' });
  await bot.press(answered, /👍/u);
  const before = await counted();
  await bot.restart();
  expect(await counted()).toBe(before);
  // The same member's press takes back the vote from before the restart; another's counts.
  expect(textOf(await bot.press(answered, /👍/u))).toBe('Your vote was taken back.');
  expect(textOf(await bot.press(answered, /👎/u, jonas))).toMatch(/^Thanks! Your vote: 👎/u);
  expect(await counted()).not.toBe(before);
});
