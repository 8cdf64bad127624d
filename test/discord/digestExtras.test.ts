import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { request } from 'discord-room/member';
import { lookUpChannel } from '../../src/discord/posting/lookUpChannel.ts';
import { findSchedule } from '../../src/schedule/schedules.ts';
import { lighthouse } from '../fixtures/article.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

interface Posted {
  readonly id: string;
  readonly type: number;
  readonly flags: number;
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly thread?: { readonly name: string };
}

let bot: BotInRoom;
let announcements: string;
let text: string;
let forum: string;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { posts: true });
  const ofType = (type: number): string => bot.info.channels.find((channel) => channel.type === type)!.id;
  [announcements, text, forum] = [ofType(5), ofType(0), ofType(15)];
});

afterAll(() => bot.close());

const create = (name: string, more: Readonly<Record<string, unknown>>) =>
  bot.use('digest', { subcommand: 'create', name, what: 'summary', when: 'daily 9:00', ...more });
const run = (name: string) => bot.use('digest', { subcommand: 'run', name });
const stored = async (name: string) => findSchedule(await bot.app.store(), { guild: bot.info.guild_id, name });

async function messages(channel: string): Promise<readonly Posted[]> {
  const path = `/api/v10/channels/${channel}/messages`;
  return (await request(bot.room, path, { authorization: bot.info.members[0]!.token })).body as readonly Posted[];
}

async function changeRole(role: string, changes: object): Promise<void> {
  await request(bot.room, `/room/roles/${role}`, { method: 'PATCH', body: changes });
}

const aRole = (): string => bot.info.roles.find(({ id }) => id !== bot.info.guild_id)!.id;

describe('/digest create', () => {
  test('publishes each post and opens its thread, and posts once', async () => {
    const created = await create('News', { channel: announcements, publish: true, thread: true });
    expect(textOf(created)).toContain(
      'Each post is published to the servers that follow the channel and gets a thread',
    );
    await run('News');
    await expect.poll(async () => (await messages(announcements))[0]).toMatchObject({ flags: expect.any(Number) });
    await expect.poll(async () => ((await messages(announcements))[0]!.flags & 1) === 1).toBe(true);
    await expect.poll(async () => (await messages(announcements))[0]!.thread?.name).toMatch(/^News, \d+ \w+ \d{4}$/u);
    expect(await messages(announcements)).toHaveLength(1);
  });

  test('mentions its role and nothing else, if anybody may mention it', async () => {
    const role = aRole();
    await changeRole(role, { mentionable: true });
    expect(textOf(await create('Role', { channel: text, mention: role }))).toContain(`Each post mentions <@&${role}>`);
    await run('Role');
    const posted = (await messages(text)).find(({ type }) => type === 0);
    expect(posted).toMatchObject({ mention_roles: [role], mention_everyone: false });
    const edited = await bot.use('digest', { subcommand: 'edit', name: 'Role', unmention: true });
    expect(textOf(edited)).not.toContain('mentions');
    expect((await stored('Role'))!.mention).toBeUndefined();
    await changeRole(role, { mentionable: false });
  });

  test('refuses a role that the member could not mention, and everyone', async () => {
    const context = await bot.app.contextFor({ guild: bot.info.guild_id, channel: text, user: '1', manages: true });
    const options = { subcommand: 'create', name: 'No', what: 'summary', when: 'daily 9:00' };
    const use = (mention: string) => bot.app.commands.get('digest')!.run({ ...options, mention }, context);
    expect(await use(bot.info.guild_id)).toMatchObject({ kind: 'invalid', option: 'mention' });
    expect(await use(aRole())).toMatchObject({ kind: 'invalid', option: 'mention' });
    expect(await stored('No')).toBeUndefined();
  });

  test.each([
    ['publish', 'is not an announcement channel'],
    ['tag', 'is not a forum'],
  ])('refuses %s in a text channel', async (option, sentence) => {
    const value = option === 'tag' ? 'News' : true;
    const answered = await create('Wrong', { channel: text, [option]: value });
    expect(textOf(answered)).toContain(sentence);
  });

  test('refuses threads in a forum, whose posts are threads', async () => {
    expect(textOf(await create('Wrong', { channel: forum, thread: true }))).toContain('cannot have threads');
  });

  test('asks which tag a forum’s posts get, and gives it to them', async () => {
    await request(bot.room, `/room/channels/${forum}`, { method: 'PATCH', body: { requires_tag: true } });
    await expect
      .poll(async () => {
        const view = await lookUpChannel(bot.bot.client, forum);
        return view.kind === 'channel' && view.requiresTag;
      })
      .toBe(true);
    const asked = await create('Forum', { channel: forum });
    expect(textOf(asked)).toContain('requires a tag on each post. Choose one');
    const names = componentsOf(asked).filter(({ type }) => type === 2 || type === 3);
    expect(names.length).toBeGreaterThan(0);
    const view = await lookUpChannel(bot.bot.client, forum);
    const tags = view.kind === 'channel' ? view.tags! : [];
    const last = tags.at(-1)!;
    expect(textOf(await create('Forum', { channel: forum, tag: 'no such' }))).toContain('has no tag');
    await create('Forum', { channel: forum, tag: last.name.toUpperCase() });
    expect((await stored('Forum'))!.tag).toBe(last.id);
    const ran = textOf(await run('Forum'));
    expect(ran).toContain('**Posted:**');
    const post = /channels\/\d+\/(\d+)/u.exec(ran)![1]!;
    const { body } = await request(bot.room, `/api/v10/channels/${post}`, {
      authorization: bot.info.members[0]!.token,
    });
    expect(body).toMatchObject({ applied_tags: [last.id] });
    await request(bot.room, `/room/channels/${forum}`, { method: 'PATCH', body: { requires_tag: false } });
  });
});
