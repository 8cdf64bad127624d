import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApp, type App } from '../../src/app/app.ts';
import { writeArticle } from '../../src/article/writeArticle.ts';
import type { Delivery } from '../../src/delivery/startDelivery.ts';
import { startBot, type Bot } from '../../src/discord/bot.ts';
import { startPosting } from '../../src/discord/startPosting.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { startRoom, type Room } from '../../src/room/room.ts';
import { lighthouse } from '../fixtures/article.ts';
import { interact, request, roomInfo, type Answered, type RoomInfo } from '../room/member.ts';

let folder: string;
let app: App;
let room: Room;
let bot: Bot;
let posting: Delivery;
let info: RoomInfo;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'digest-'));
  await writeArticle(folder, lighthouse, { extension: '.txt', bytes: Buffer.from(lighthouse.source) });
  const opened = await openApp({
    corpus: folder,
    database: join(folder, '.data', 'test.sqlite'),
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
  const started = await startBot({ ...common, commands, contextFor, limit: { commands: 1000, windowMs: 1000 } });
  if (started.kind === 'refused') throw new Error(started.reason);
  ({ bot } = started);
  posting = await startPosting({ ...common, client: bot.client, app, metrics: createMetrics() });
  info = await roomInfo(room);
});

afterAll(async () => {
  await posting.close();
  await bot.close(1000);
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
const textOf = ({ body }: Answered): string => JSON.stringify(body);

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
    await digest('run', { name: 'Plan' });
    await expect
      .poll(async () => (await messages(channel)).filter(({ text }) => text.includes('switched off the lamp')).length, {
        timeout: 20_000,
      })
      .toBe(1);
    // Two requests within one second count as one: a double click posts once.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await digest('run', { name: 'Plan' });
    await expect
      .poll(async () => (await messages(channel)).filter(({ text }) => text.includes('No other bidder came')).length, {
        timeout: 20_000,
      })
      .toBe(1);
    expect(textOf(await digest('history', { name: 'Plan' }))).toMatch(/posted.*posted/su);
    expect(textOf(await digest('preview', { name: 'Plan' }))).toContain('The board plans to sell the tower');
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
    expect(textOf(await digest('delete', { name: 'shorter' }))).toContain('deleted');
    expect(textOf(await digest('show', { name: 'Shorter' }))).toContain('no digest');
  });

  test.each([
    [{ name: 'A', what: 'summary', when: 'every 5 minutes' }, 'the least is 15 minutes'],
    [{ name: 'A', what: 'summary', when: 'sometimes' }, 'sometimes'],
    [{ name: 'A', what: 'summary', when: 'daily 9:00', zone: 'Mars/Olympus' }, 'not a time zone'],
    [{ name: 'A', what: 'section', when: 'daily 9:00' }, 'which section'],
    [{ name: 'A', what: 'section', when: 'daily 9:00', section: 'nowhere' }, 'has no section'],
    [{ name: 'plan', what: 'summary', when: 'daily 9:00' }, 'has a digest'],
  ])('answers %j with one sentence', async (options, sentence) => {
    const answered = await digest('create', options);
    expect(textOf(answered)).toContain(sentence);
    expect(answered.body.message.flags & 64).toBe(64);
  });

  test('holds to the number of digests that a server may have', async () => {
    await digest('create', { name: 'Two', what: 'summary', when: 'daily 9:00' });
    await digest('create', { name: 'Three', what: 'quote', when: 'daily 9:00' });
    expect(textOf(await digest('create', { name: 'Four', what: 'quote', when: 'daily 9:00' }))).toContain(
      'has 3 digests',
    );
  });

  test('keeps settings, hides replies by default, and forgets everything', async () => {
    expect(textOf(await digest('set', { setting: 'hide', value: 'yes' }, info.members[0], 'settings'))).toContain(
      'in the whole server',
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
    ).toContain('Told when a digest fails');
    expect(textOf(await digest('show', {}, info.members[0], 'settings'))).toContain(channelNamed('general'));
    expect(textOf(await digest('forget', { sure: true }, info.members[0], 'settings'))).toContain('deleted');
    expect(textOf(await digest('list'))).toContain('Nothing is scheduled');
  });
});
