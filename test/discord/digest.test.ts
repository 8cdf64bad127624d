import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../src/app/app.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import type { Delivery } from '../../src/delivery/startDelivery.ts';
import { startPosting } from '../../src/discord/posting/startPosting.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { startRoom, type Room } from 'discord-room';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { findSchedule } from '../../src/schedule/schedules.ts';
import { lighthouse } from '../fixtures/article.ts';
import { newOwnDatabase } from '../fixtures/testStore.ts';
import { connectBot, type Connected } from './connectBot.ts';
import { interact, request, roomInfo, type Answered, type RoomInfo } from 'discord-room/member';

let folder: string;
let app: App;
let room: Room;
let connected: Connected;
let posting: Delivery;
let info: RoomInfo;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-'));
  await writeArticle(folder, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
  const opened = await openApp({
    corpus: folder,
    database: await newOwnDatabase(),
    limits: { perServer: 3, minMinutes: 15 },
  });
  if (opened.kind === 'refused') throw new Error(opened.reason);
  ({ app } = opened);
  room = await startRoom({ rateLimits: false, recordFile: process.env['RAPPORTEUR_TEST_RECORD'] });
  const { commands, contextFor } = app;
  const common = {
    token: room.token,
    api: `${room.address}/api`,
    links: () => undefined,
    log: pino({ level: 'silent' }),
  };
  connected = await connectBot(app, room, {
    ...common,
    commands,
    contextFor,
    limit: { commands: 1000, windowMs: 1000 },
  });
  posting = await startPosting({ ...common, places: connected.places, app, metrics: createMetrics() });
  info = await roomInfo(room);
});

afterAll(async () => {
  await posting.close();
  await connected.close(1000);
  await room.close();
  await app.close();
  await rm(folder, { recursive: true });
});

async function digest(
  subcommand: string,
  options: Readonly<Record<string, string | number | boolean>> = {},
  member = info.members[0]!,
  name = 'digest',
): Promise<Answered> {
  const command = info.commands.find((candidate) => candidate.name === name)!;
  const typed = Object.entries(options).map(([key, value]) => ({
    type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : key === 'channel' || key === 'to' ? 7 : 3,
    name: key,
    value,
  }));
  return interact(room, member, {
    type: 2,
    data: {
      id: command.id,
      name,
      type: 1,
      version: command.version,
      options: [{ type: 1, name: subcommand, options: typed }],
    },
  });
}

async function messages(channel: string): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const list = await request(room, `/api/v10/channels/${channel}/messages`, { authorization: info.members[0]!.token });
  return (list.body as readonly { id: string }[]).map((message) => ({ id: message.id, text: JSON.stringify(message) }));
}

const channelNamed = (name: string): string => info.channels.find((channel) => channel.name === name)!.id;
const channelOfType = (type: number): string => info.channels.find((channel) => channel.type === type)!.id;
const textOf = ({ body }: Answered): string => JSON.stringify(body);
const contentOf = ({ body }: Answered): string =>
  (body.message.components as readonly { readonly content?: string }[])
    .flatMap(({ content }) => content ?? [])
    .join('\n');

/** Changes a channel as its moderators do, and waits until the bot knows. */
async function change(channel: string, changes: Readonly<Record<string, boolean>>): Promise<void> {
  await request(room, `/room/channels/${channel}`, { method: 'PATCH', body: changes });
  await expect
    .poll(async () => {
      const view = await connected.places.look(channel);
      return (
        view.kind === 'channel' && (changes['locked'] ?? changes['requires_tag']) === (view.locked || view.requiresTag)
      );
    })
    .toBe(true);
}

/** Takes the permission to post from the bot, or gives it back, and waits until the bot knows. */
async function forbid(channel: string, isForbidden: boolean): Promise<void> {
  const path = `/room/channels/${channel}/permissions/${info.application_id}`;
  const deny = isForbidden ? String(PermissionFlagsBits.SendMessages) : '0';
  await request(room, path, { method: 'PUT', body: { type: 1, allow: '0', deny } });
  await expect
    .poll(async () => {
      const view = await connected.places.look(channel);
      return view.kind === 'channel' && (view.permissions & PermissionFlagsBits.SendMessages) === 0n;
    })
    .toBe(isForbidden);
}

async function readRuns(name: string): Promise<Schedule> {
  return (await findSchedule(await app.store(), { guild: info.guild_id, name }))!;
}

describe('/digest in the room', () => {
  test('schedules a reading plan, and posts one section after the other when asked to', async () => {
    const channel = channelNamed('briefing');
    const created = textOf(
      await digest('create', {
        name: 'Plan',
        what: 'sections',
        when: 'every weekday at 9:00',
        zone: 'Europe/Berlin',
        length: 'full',
        channel,
      }),
    );
    expect(created).toContain('every weekday at 09:00');
    expect(created.match(/:F>/gu)).toHaveLength(3);
    const ran = textOf(await digest('run', { name: 'Plan' }));
    const posted = (await messages(channel)).filter(({ text }) => text.includes('switched off the lamp'));
    expect(posted).toHaveLength(1);
    expect(ran).toContain(`**Posted:** https://discord.com/channels/${info.guild_id}/${channel}/${posted[0]!.id}`);
    // Two requests within one second count as one: a double click posts once.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await digest('run', { name: 'Plan' });
    expect((await messages(channel)).filter(({ text }) => text.includes('No other bidder came'))).toHaveLength(1);
    expect(textOf(await digest('history', { name: 'Plan' }))).toMatch(/posted.*posted/su);
    expect(textOf(await digest('preview', { name: 'Plan' }))).toContain('The board plans to sell the tower');
  });

  test('runs in a forum with a link to the post', async () => {
    const forum = channelOfType(15);
    await digest('create', { name: 'Forum', what: 'summary', when: 'daily 9:00', channel: forum });
    const [, post] = /channels\/\d+\/(\d+)\/\d+/u.exec(textOf(await digest('run', { name: 'Forum' })))!;
    expect((await messages(post!)).some(({ text }) => text.includes('The Last Keeper'))).toBe(true);
    await digest('delete', { name: 'Forum', confirm: 'yes' });
  });

  test.each([
    ['a locked thread', 11, { locked: true }, { locked: false }, 'is locked'],
    [
      'a thread locked and archived',
      11,
      { locked: true, archived: true },
      { locked: false, archived: false },
      'is locked',
    ],
  ])('is not accepted for %s, nor run there', async (_, type, changes, undo, sentence) => {
    const channel = channelOfType(type);
    expect(textOf(await digest('create', { name: 'Before', what: 'summary', when: 'daily 9:00', channel }))).toContain(
      'Digest scheduled',
    );
    await change(channel, changes);
    for (const answered of [
      await digest('create', { name: 'After', what: 'summary', when: 'daily 9:00', channel }),
      await digest('run', { name: 'Before' }),
    ]) {
      expect(contentOf(answered)).toContain(sentence);
      expect(contentOf(answered)).toContain(` <#${channel}> `);
    }
    expect(textOf(await digest('history', { name: 'Before' }))).toContain('No past runs are on record');
    await change(channel, undo);
    await digest('delete', { name: 'Before', confirm: 'yes' });
  });

  test('names the channel by a mention that Discord shows, and leaves what people typed escaped', async () => {
    const channel = channelNamed('general');
    await digest('create', { name: '<#1> _x_', what: 'summary', when: 'daily 9:00', channel });
    await forbid(channel, true);
    const refused = contentOf(await digest('run', { name: '<#1> _x_' }));
    expect(refused).toContain(`Nothing was posted. I am missing permissions in <#${channel}>: Send Messages.`);
    expect((await readRuns('<#1> _x_')).disabled).toBeNull();
    await forbid(channel, false);
    expect(contentOf(await digest('delete', { name: '<#1> _x_', confirm: 'yes' }))).toContain(
      'Digest “\\<#1> \\_x\\_” deleted',
    );
  });

  test('says that something was changed only if it was', async () => {
    await digest('create', { name: 'Same', what: 'summary', when: 'daily 08:30', length: 'brief' });
    const says = async (use: string, options: Readonly<Record<string, string>> = {}): Promise<string> =>
      contentOf(await digest(use, { name: 'Same', ...options }));
    expect(await says('edit', { when: 'every day at 8:30', length: 'brief' })).toContain('Nothing to change');
    expect(await says('edit', { length: 'full' })).toContain('Digest updated');
    expect(await says('resume')).toContain('the digest is not paused');
    expect(await says('pause')).toContain('Digest paused');
    expect(await says('pause')).toContain('already paused like this');
    expect(await says('resume')).toContain('Digest resumed');
    await digest('delete', { name: 'Same', confirm: 'yes' });
    const set = async (options: Readonly<Record<string, string>>): Promise<string> =>
      contentOf(await digest('set', options, info.members[0], 'settings'));
    expect(await set({ setting: 'zone' })).toContain('Nothing to change');
    expect(await set({ setting: 'zone', value: 'America/New_York' })).toBe(
      'Time zone of digests: America/New York, for the server.',
    );
    expect(await set({ setting: 'zone', value: 'America/New_York' })).toContain('Nothing to change');
    expect(await set({ setting: 'zone' })).toContain('reset');
  });

  test('resumed when it is over says so, with what became of the run that fell into the pause', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString().slice(0, 16).replace('T', ' ');
    await digest('create', { name: 'Once', what: 'summary', when: `once on ${soon}`, zone: 'UTC' });
    await digest('pause', { name: 'Once' });
    const store = await app.store();
    const later = Date.parse(`${soon.replace(' ', 'T')}Z`) + 1000;
    const schedule = (await findSchedule(store, { guild: info.guild_id, name: 'Once' }))!;
    const context = await app.contextFor({ guild: info.guild_id, manages: true });
    const answer = await app.commands
      .get('digest')!
      .run({ subcommand: 'resume', name: 'Once' }, { ...context, now: new Date(later) });
    expect(answer).toMatchObject({ done: 'over', schedules: [{ last: { state: 'skipped', reason: 'paused' } }] });
    expect(schedule.nextDue).toBeNull();
    expect(contentOf(await digest('resume', { name: 'Once' }))).not.toContain('resumed');
    await digest('delete', { name: 'Once', confirm: 'yes' });
  });

  test('is refused to members without Manage Server, when forced in a sentence', async () => {
    const refused = await digest('list', {}, info.members[1]);
    expect(refused.status).not.toBe(200);
    const context = await app.contextFor({
      guild: info.guild_id,
      channel: channelNamed('general'),
      user: info.members[1]!.id,
      manages: false,
    });
    expect(await app.commands.get('digest')!.run({ subcommand: 'list' }, context)).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('Manage Server'),
    });
  });

  test('pauses, resumes, renames and deletes', async () => {
    await digest('create', { name: 'Short', what: 'summary', when: 'daily 08:30', length: 'brief' });
    expect(textOf(await digest('pause', { name: 'Short' }))).toContain('paused');
    expect(textOf(await digest('resume', { name: 'Short' }))).toContain('active');
    expect(textOf(await digest('edit', { name: 'Short', rename: 'Shorter', when: 'Mondays 10:00', late: 0 }))).toMatch(
      /Shorter.*every Monday at 10:00.*skipped/su,
    );
    expect(textOf(await digest('delete', { name: 'shorter', confirm: 'yes' }))).toContain('deleted');
    expect(textOf(await digest('show', { name: 'Shorter' }))).toContain('no digest');
  });

  test.each([
    [{ name: 'A', what: 'summary', when: 'every 5 minutes' }, 'at least 15 minutes apart'],
    [{ name: 'A', what: 'summary', when: 'sometimes' }, 'sometimes'],
    [{ name: 'A', what: 'summary', when: 'daily 9:00', zone: 'Mars/Olympus' }, 'not a known time zone'],
    [{ name: 'A', what: 'section', when: 'daily 9:00' }, 'Choose the section'],
    [{ name: 'A', what: 'section', when: 'daily 9:00', section: 'nowhere' }, 'has no section'],
    [{ name: 'plan', what: 'summary', when: 'daily 9:00' }, 'has a digest'],
  ])('answers %j with one sentence', async (options, sentence) => {
    const answered = await digest('create', options);
    expect(textOf(answered)).toContain(sentence);
    expect(answered.body.message.flags & 64).toBe(64);
  });

  test('enforces the maximum number of digests in a server', async () => {
    await digest('create', { name: 'Two', what: 'summary', when: 'daily 9:00' });
    await digest('create', { name: 'Three', what: 'quote', when: 'daily 9:00' });
    expect(textOf(await digest('create', { name: 'Four', what: 'quote', when: 'daily 9:00' }))).toContain(
      'up to 3 digests',
    );
  });

  test('keeps settings, hides replies by default, and forgets everything', async () => {
    expect(textOf(await digest('set', { setting: 'hide', value: 'yes' }, info.members[0], 'settings'))).toContain(
      'for the server',
    );
    const ask = info.commands.find(({ name }) => name === 'ask')!;
    const asked = await interact(room, info.members[1]!, {
      type: 2,
      data: {
        id: ask.id,
        name: 'ask',
        type: 1,
        version: ask.version,
        options: [{ type: 3, name: 'question', value: 'Who kept the lamp?' }],
      },
    });
    expect(asked.body.message.flags & 64).toBe(64);
    expect(
      textOf(
        await digest('set', { setting: 'admin-channel', to: channelNamed('general') }, info.members[0], 'settings'),
      ),
    ).toContain('Digest failures are reported to');
    expect(textOf(await digest('show', {}, info.members[0], 'settings'))).toContain(channelNamed('general'));
    expect(textOf(await digest('forget', { sure: true }, info.members[0], 'settings'))).toContain('Deleted: ');
    expect(textOf(await digest('list'))).toContain('There are no digests');
  });
});
