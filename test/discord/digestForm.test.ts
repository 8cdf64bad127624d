import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interact, request, type Answered, type RoomMember } from 'discord-room/member';
import { findSchedule, listSchedules } from '../../src/schedule/schedules.ts';
import { lighthouse } from '../fixtures/article.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

interface Field {
  readonly type: number;
  readonly custom_id: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
}
interface Label {
  readonly type: number;
  readonly component: Field;
}

let bot: BotInRoom;
let now = Date.parse('2026-12-01T10:00:00Z');
let here: string;
let text: string;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { posts: true, clock: () => new Date(now) });
  here = bot.info.channels[0]!.id;
  text = bot.info.channels.findLast(({ type }) => type === 0)!.id;
});

afterAll(() => bot.close());

const open = (subcommand: string, options: Readonly<Record<string, unknown>> = {}, member?: RoomMember) =>
  bot.use('digest', { subcommand, ...options }, member);
const labelsOf = (opened: Answered): readonly Label[] => opened.body.modal.components as readonly Label[];
const stored = async (name: string) => findSchedule(await bot.app.store(), { guild: bot.info.guild_id, name });
const count = async () => (await listSchedules(await bot.app.store(), bot.info.guild_id)).length;
const buttonsOf = (answered: Answered) =>
  componentsOf(answered).flatMap(({ type, label = '' }) => (type === 2 ? [label] : []));

/** What stands in a form. */
function shown(opened: Answered): Readonly<Record<string, string>> {
  const entries = labelsOf(opened).map(({ component }) => [component.custom_id, valuesOf(component)[0] ?? '']);
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}

function valuesOf({ type, value, options = [], default_values: chosen = [] }: Field): readonly string[] {
  if (type === 4) return [value ?? ''];
  if (type === 3) return options.filter((option) => option.default).map((option) => option.value);
  return chosen.map(({ id }) => id);
}

/** Sends a form with what stands in it, but for these fields. */
function submit(
  opened: Answered,
  changes: Readonly<Record<string, string>> = {},
  member = bot.info.members[0]!,
): Promise<Answered> {
  const values = { ...shown(opened), ...changes };
  const components = labelsOf(opened).map(({ type, component: { type: inner, custom_id: id } }) => {
    const value = values[id] ?? '';
    const filled = inner === 4 ? { value } : { values: value === '' ? [] : [value] };
    return { type, component: { type: inner, custom_id: id, ...filled } };
  });
  return interact(bot.room, member, { type: 5, data: { custom_id: opened.body.modal.custom_id, components } });
}

const DAILY = { name: 'Morning', what: 'summary', when: 'daily 9:00' };

describe('/digest create without its options', () => {
  test('opens a form, shows the next post and runs, and saves what was shown', async () => {
    const form = await open('create');
    expect(labelsOf(form).map(({ component }) => component.custom_id)).toEqual([
      'name',
      'what',
      'when',
      'channel',
      'mention',
    ]);
    const card = await submit(form, { ...DAILY, channel: text });
    expect(await stored('Morning')).toBeUndefined();
    expect(card.body.message.flags & 64).toBe(64);
    for (const words of [
      `<#${text}>`,
      '### Morning',
      'every day at 09:00, UTC',
      '2026-12-02 09:00',
      '2026-12-04 09:00',
    ])
      expect(textOf(card)).toContain(words);
    expect(buttonsOf(card)).toEqual(['Save', 'Change', 'Cancel']);
    const saved = await bot.press(card, /^Save$/u);
    expect(saved.body.message.id).toBe(card.body.message.id);
    expect(await stored('Morning')).toMatchObject({ channel: text, content: { kind: 'summary' } });
  });

  test('saves once if it is pressed twice, and says so beside what was saved', async () => {
    const card = await submit(await open('create'), { ...DAILY, name: 'Pressed' });
    const before = await count();
    const pressed = await Promise.all([bot.press(card, /^Save$/u), bot.press(card, /^Save$/u)]);
    expect(await count()).toBe(before + 1);
    const texts = pressed.map(textOf);
    expect(texts.filter((words) => /^This (?:is being saved|was already saved)/u.test(words))).toHaveLength(1);
    expect(texts.filter((words) => words.includes('Pressed') && words.includes('every day at 09:00'))).toHaveLength(1);
    expect(pressed.filter(({ body }) => body.message.id === card.body.message.id)).toHaveLength(1);
  });

  test('shows the words that are posted then', async () => {
    const form = await open('create');
    const card = await submit(form, { ...DAILY, name: 'Posted', channel: text });
    await bot.press(card, /^Save$/u);
    const posted = textOf(await bot.use('digest', { subcommand: 'preview', name: 'Posted' }));
    const line = posted.split('\n').find((each) => each.startsWith('> ')) ?? '';
    expect(line).not.toBe('');
    expect(textOf(card)).toContain(line);
  });

  test('keeps the options that it was used with', async () => {
    const form = await open('create', { name: 'Zoned', zone: 'Europe/Paris', length: 'brief' });
    expect(shown(form)).toMatchObject({ name: 'Zoned' });
    const card = await submit(form, { what: 'summary', when: 'daily 9:00' });
    expect(textOf(card)).toContain('Paris');
    await bot.press(card, /^Save$/u);
    expect(await stored('Zoned')).toMatchObject({ zone: 'Europe/Paris', channel: here, content: { length: 'brief' } });
  });

  test('says what is wrong, and opens the form again with what was typed', async () => {
    const problem = await submit(await open('create'), { name: 'Wrong', what: 'summary', when: 'every blue moon' });
    expect(textOf(problem)).toContain('blue moon');
    expect(buttonsOf(problem)).toEqual(['Change', 'Cancel']);
    const again = await bot.press(problem, /^Change$/u);
    expect(shown(again)).toMatchObject({ name: 'Wrong', what: 'summary', when: 'every blue moon' });
    const card = await submit(again, { when: 'daily 9:00' });
    expect(card.body.message.id).toBe(problem.body.message.id);
    await bot.press(card, /^Save$/u);
    expect(await stored('Wrong')).toBeDefined();
  });

  test('saves nothing that is cancelled', async () => {
    const before = await count();
    const card = await submit(await open('create'), { ...DAILY, name: 'Never' });
    expect(textOf(await bot.press(card, /^Cancel$/u))).toBe('Nothing was saved.');
    expect(await count()).toBe(before);
  });

  test('says that a name is taken, at once and when it was taken meanwhile', async () => {
    const [first, second] = [await open('create'), await open('create')];
    const card = await submit(first, { ...DAILY, name: 'Twice' });
    await bot.press(await submit(second, { ...DAILY, name: 'twice' }), /^Save$/u);
    const refused = await bot.press(card, /^Save$/u);
    expect(textOf(refused)).toContain('already has a digest');
    expect(buttonsOf(refused)).toEqual(['Change', 'Cancel']);
    expect(textOf(await submit(await open('create'), { ...DAILY, name: 'TWICE' }))).toContain('already has a digest');
  });

  test('says when its time is up', async () => {
    const card = await submit(await open('create'), { ...DAILY, name: 'Late' });
    now += 15 * 60_000;
    expect(textOf(await bot.press(card, /^Save$/u))).toMatch(/^This form is no longer waiting/u);
    expect(await stored('Late')).toBeUndefined();
  });

  test('opens for nobody who may not manage digests', async () => {
    const refused = await open('create', {}, bot.info.members[1]);
    expect(refused.body.modal).toBeUndefined();
  });

  test('mentions its role without a ping in the preview, and takes it back', async () => {
    const role = bot.info.roles.find(({ id }) => id !== bot.info.guild_id)!.id;
    await request(bot.room, `/room/roles/${role}`, { method: 'PATCH', body: { mentionable: true } });
    const card = await submit(await open('create'), { ...DAILY, name: 'Role', mention: role });
    expect(textOf(card)).toContain(`Each post mentions <@&${role}>`);
    expect(card.body.message.mention_roles).toEqual([]);
    await bot.press(card, /^Save$/u);
    expect(await stored('Role')).toMatchObject({ mention: role });
    const form = await open('edit', { name: 'Role' });
    expect(shown(form)).toMatchObject({ mention: role });
    await bot.press(await submit(form, { mention: '' }), /^Save$/u);
    expect((await stored('Role'))!.mention).toBeUndefined();
  });

  test('does not save for a member who has lost Manage Server meanwhile', async () => {
    const { room, info } = bot;
    const guild = room.world.guilds.get(info.guild_id)!;
    const member = guild.members.get(info.members[1]!.id)!;
    const role = {
      ...guild.roles.get(info.guild_id)!,
      id: room.world.nextId(),
      name: 'Managers',
      permissions: 1n << 5n,
    };
    guild.roles.set(role.id, role);
    member.roles.push(role.id);
    const card = await submit(await open('create', {}, info.members[1]), { ...DAILY, name: 'Lost' }, info.members[1]);
    member.roles.splice(member.roles.indexOf(role.id), 1);
    expect(textOf(await bot.press(card, /^Save$/u, info.members[1]))).toMatch(/^You cannot manage/u);
    expect(await stored('Lost')).toBeUndefined();
  });

  test('is not needed where all is given', async () => {
    await open('create', { ...DAILY, name: 'Typed' });
    expect(await stored('Typed')).toBeDefined();
  });
});

describe('/digest edit without a change', () => {
  test('opens a form with what is saved, and changes what is changed there alone', async () => {
    await open('create', { ...DAILY, name: 'Old', what: 'sections', channel: text, length: 'full', late: 3 });
    const before = (await stored('Old'))!;
    const form = await open('edit', { name: 'Old' });
    expect(shown(form)).toEqual({
      name: 'Old',
      what: 'sections',
      when: 'every day at 09:00',
      channel: text,
      mention: '',
    });
    const card = await submit(form, { when: 'Mondays 17:00' });
    expect(textOf(card)).toContain('every Monday at 17:00');
    await bot.press(card, /^Save$/u);
    const after = (await stored('Old'))!;
    const { rule, cursor: _, nextDue: __, ...rest } = after;
    expect(rule).toMatchObject({ kind: 'weeks', weekdays: [1], times: ['17:00'] });
    expect(before).toMatchObject(rest);
  });

  test('changes nothing if nothing was changed', async () => {
    await open('create', { ...DAILY, name: 'Same' });
    const before = await stored('Same');
    const answered = await submit(await open('edit', { name: 'Same' }));
    expect(buttonsOf(answered)).not.toContain('Save');
    expect(await stored('Same')).toEqual(before);
  });

  test('says that the digest was deleted meanwhile', async () => {
    await open('create', { ...DAILY, name: 'Gone' });
    const card = await submit(await open('edit', { name: 'Gone' }), { when: 'daily 10:00' });
    await bot.use('digest', { subcommand: 'delete', name: 'Gone', confirm: 'yes' });
    expect(textOf(await bot.press(card, /^Save$/u))).toContain(
      '“Gone” was deleted meanwhile'.replaceAll(/[“”]/gu, '"'),
    );
  });

  test('does not promise runs of a digest that is paused', async () => {
    await open('create', { ...DAILY, name: 'Paused' });
    await bot.use('digest', { subcommand: 'pause', name: 'Paused' });
    const card = await submit(await open('edit', { name: 'Paused' }), { when: 'daily 10:00' });
    expect(textOf(card)).toContain('does not run until `/digest resume`');
    expect(textOf(card)).not.toContain('Next runs');
  });
});
