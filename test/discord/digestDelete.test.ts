import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSchedule } from '../../src/schedule/schedules.ts';
import { lighthouse } from '../fixtures/article.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

let bot: BotInRoom;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { clock: () => new Date('2026-11-23T10:00Z') });
});

afterAll(() => bot.close());

const create = (name: string) =>
  bot.use('digest', { subcommand: 'create', name, what: 'summary', when: 'weekdays 9:00', zone: 'Europe/Berlin' });
const remove = (name: string, more: Readonly<Record<string, string>> = {}) =>
  bot.use('digest', { subcommand: 'delete', name, ...more });
const stored = async (name: string) => findSchedule(await bot.app.store(), { guild: bot.info.guild_id, name });

test('/digest delete asks once, with the name and the next run', async () => {
  await create('Plan_A');
  const asked = await remove('plan_a');
  expect(textOf(asked)).toBe(
    'Delete the digest “Plan\\_A” and its history? Its next run is on 2026-11-24 09:00 (Europe/Berlin).',
  );
  const buttons = componentsOf(asked).filter(({ type }) => type === 2);
  expect(buttons.map(({ label }) => label)).toEqual(['Delete', 'Cancel']);
  expect(await stored('Plan_A')).toBeDefined();
  expect(textOf(await bot.press(asked, /Cancel/u))).toBe('The digest “Plan\\_A” was not deleted.');
  expect(await stored('Plan_A')).toBeDefined();
  expect(textOf(await bot.press(await remove('Plan_A'), /Delete/u))).toBe(
    'Digest “Plan\\_A” deleted, with its history.',
  );
  expect(await stored('Plan_A')).toBeUndefined();
});

test('/digest delete answers a press truly when the digest was deleted meanwhile', async () => {
  await create('B');
  const [first, second, third] = [await remove('B'), await remove('B'), await remove('B')];
  await bot.press(first, /Delete/u);
  expect(textOf(await bot.press(second, /Delete/u))).toBe('This digest was already deleted.');
  expect(textOf(await bot.press(third, /Cancel/u))).toBe('This digest was already deleted.');
});

test('/digest delete never deletes another digest that took over the name', async () => {
  await create('C');
  const asked = await remove('C');
  await bot.press(await remove('C'), /Delete/u);
  await create('C');
  expect(textOf(await bot.press(asked, /Delete/u))).toBe('This digest was already deleted.');
  expect(await stored('C')).toBeDefined();
  const { id } = (await stored('C'))!;
  await create(id);
  expect(textOf(await bot.press(await remove('C'), /Delete/u))).toContain('deletion of another digest');
  expect(await stored('C')).toBeDefined();
  expect(await stored(id)).toBeDefined();
});

test('/digest delete is refused to a member who may not manage digests, whatever the press', async () => {
  await create('D');
  const { id } = (await stored('D'))!;
  const context = await bot.app.contextFor({ guild: bot.info.guild_id, user: '1', manages: false });
  const press = { subcommand: 'delete', name: id, confirm: id };
  expect(await bot.app.commands.get('digest')!.run(press, context)).toMatchObject({ kind: 'invalid' });
  expect(await stored('D')).toBeDefined();
});

test('/digest delete of another server’s digest finds none, by name or id', async () => {
  await create('E');
  const { id } = (await stored('E'))!;
  const context = await bot.app.contextFor({ guild: '1', user: '1', manages: true });
  for (const name of ['E', id]) {
    const answer = await bot.app.commands.get('digest')!.run({ subcommand: 'delete', name }, context);
    expect(answer).toMatchObject({ kind: 'invalid', option: 'name' });
  }
});

test('/digest delete with confirm asks nothing', async () => {
  await create('F');
  expect(textOf(await remove('F', { confirm: 'maybe' }))).toContain('Nothing was deleted');
  expect(textOf(await remove('F', { confirm: 'Yes' }))).toBe('Digest “F” deleted, with its history.');
});
