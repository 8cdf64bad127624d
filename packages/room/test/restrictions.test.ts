import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { request, roomInfo, type Answered, type RoomInfo } from '../src/member.ts';

let room: Room;
let info: RoomInfo;

beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
  info = await roomInfo(room);
});
afterEach(() => room.close());

const bot = (): string => `Bot ${room.token}`;
const channel = (name: string): string => info.channels.find((each) => each.name === name)!.id;
const post = (body: unknown, name = 'general'): Promise<Answered> =>
  request(room, `/api/v10/channels/${channel(name)}/messages`, { authorization: bot(), body });
const letters = (count: number): string => 'a'.repeat(count);
const V2 = 32_768;
const textDisplay = (content: string): unknown => ({ type: 10, content });
const buttonRow = (...ids: string[]): unknown => ({
  type: 1,
  components: ids.map((id) => ({ type: 2, style: 1, label: 'x', custom_id: id })),
});
const select = (count: number): unknown => ({
  type: 1,
  components: [
    {
      type: 3,
      custom_id: 's',
      options: Array.from({ length: count }, (_, index) => ({ label: 'l', value: String(index) })),
    },
  ],
});
const separators = (count: number): unknown[] => Array.from({ length: count }, () => ({ type: 14 }));

describe('a message is taken at the limit and refused beyond it', () => {
  test.each<[what: string, fits: unknown, beyond: unknown, path: string]>([
    ['content', { content: letters(2000) }, { content: letters(2001) }, 'content'],
    [
      'custom_id',
      { content: 'x', components: [buttonRow(letters(100))] },
      { content: 'x', components: [buttonRow(letters(101))] },
      'components.0.components.0.custom_id',
    ],
    [
      'buttons in a row',
      { content: 'x', components: [buttonRow('1', '2', '3', '4', '5')] },
      { content: 'x', components: [buttonRow('1', '2', '3', '4', '5', '6')] },
      'components.0.components',
    ],
    [
      'options of a select',
      { content: 'x', components: [select(25)] },
      { content: 'x', components: [select(26)] },
      'components.0.components.0.options',
    ],
    [
      'text over all displays',
      { flags: V2, components: [textDisplay(letters(3999)), textDisplay('b')] },
      { flags: V2, components: [textDisplay(letters(3999)), textDisplay('bc')] },
      'components',
    ],
    ['components', { flags: V2, components: separators(40) }, { flags: V2, components: separators(41) }, 'components'],
    [
      'same custom_id twice',
      { content: 'x', components: [buttonRow('a', 'b')] },
      { content: 'x', components: [buttonRow('a', 'a')] },
      'components.0.components.1.custom_id',
    ],
    [
      'content beside Components V2',
      { flags: V2, components: [textDisplay('a')] },
      { flags: V2, content: 'x', components: [textDisplay('a')] },
      'content',
    ],
    [
      'Components V2 without the flag',
      { flags: V2, components: [textDisplay('a')] },
      { content: 'x', components: [textDisplay('a')] },
      'components.0.type',
    ],
    [
      'embed text',
      { embeds: [{ description: letters(4096) }, { description: letters(1904) }] },
      { embeds: [{ description: letters(4096) }, { description: letters(1905) }] },
      'embeds',
    ],
  ])('%s', async (_what, fits, beyond, path) => {
    expect((await post(fits)).status).toBe(200);
    const refused = await post(beyond);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const place = path.split('.').reduce((errors, key) => errors?.[key], refused.body.errors);
    expect(place?._errors?.length).toBeGreaterThan(0);
  });

  test.each([{}, { content: '' }, { content: ' \n ' }, { flags: V2, components: [] }])(
    'empty %j is 50006',
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
    },
  );

  test('about ten thousand bytes of text make Discord fail', async () => {
    expect((await post({ flags: V2, components: [textDisplay('漢'.repeat(3380))] })).status).toBe(200);
    expect((await post({ flags: V2, components: [textDisplay('漢'.repeat(3400))] })).status).toBe(500);
  });
});

describe('permissions', () => {
  const deny = (name: string, bits: bigint, id = info.application_id, type = 1): Promise<Answered> =>
    request(room, `/room/channels/${channel(name)}/permissions/${id}`, {
      method: 'PUT',
      body: { type, deny: String(bits) },
    });

  test('a channel that the bot does not see is 50001, one where it may not write 50013, a deleted one 10003', async () => {
    await deny('general', 1n << 11n);
    expect(await post({ content: 'x' })).toMatchObject({ status: 403, body: { code: 50013 } });
    await deny('general', 1n << 10n);
    expect(await post({ content: 'x' })).toMatchObject({ status: 403, body: { code: 50001 } });
    await request(room, `/room/channels/${channel('briefing')}`, { method: 'DELETE' });
    expect(await post({ content: 'x' }, 'briefing')).toMatchObject({ status: 404, body: { code: 10003 } });
  });

  test('without the history the list of messages is empty and one message is refused', async () => {
    const { body } = await post({ content: 'x' });
    await deny('general', 1n << 16n);
    const path = `/api/v10/channels/${channel('general')}/messages`;
    expect((await request(room, path, { authorization: bot() })).body).toEqual([]);
    expect((await request(room, `${path}/${body.id}`, { authorization: bot() })).body.code).toBe(50013);
  });

  test('an announcement channel accepts only the bot and the manager', async () => {
    const [editor, reader] = info.members;
    const path = `/api/v10/channels/${channel('announcements')}/messages`;
    const send = (authorization: string): Promise<Answered> =>
      request(room, path, { authorization, body: { content: 'x' } });
    expect((await send(bot())).status).toBe(200);
    expect((await send(editor!.token)).status).toBe(200);
    expect((await send(reader!.token)).body.code).toBe(50013);
  });

  test('a removed bot has no access, and none to the server', async () => {
    await request(room, `/room/guilds/${info.guild_id}/bot`, { method: 'DELETE' });
    expect((await post({ content: 'x' })).body.code).toBe(50001);
    expect((await request(room, `/api/v10/guilds/${info.guild_id}`, { authorization: bot() })).body.code).toBe(10004);
    await request(room, `/room/guilds/${info.guild_id}/bot`, { method: 'PUT' });
    expect((await post({ content: 'x' })).status).toBe(200);
  });

  test('a forum takes posts by threads, with tags that it has', async () => {
    const path = `/api/v10/channels/${channel('questions')}/threads`;
    const start = (body: unknown): Promise<Answered> => request(room, path, { authorization: bot(), body });
    expect((await post({ content: 'x' }, 'questions')).body.code).toBe(50008);
    expect((await start({ name: 'p' })).body.code).toBe(50035);
    expect((await start({ name: 'p', message: { content: '' } })).body.code).toBe(50006);
    expect((await start({ name: 'p', message: { content: 'x' }, applied_tags: ['1'] })).body.code).toBe(50035);
    const started = await start({ name: 'p', message: { content: 'x' } });
    expect(started).toMatchObject({ status: 201, body: { type: 11, message: { content: 'x' } } });
    expect(started.body.message.id).toBe(started.body.id);
    const active = await request(room, `/api/v10/guilds/${info.guild_id}/threads/active`, { authorization: bot() });
    expect(active.body.threads.map((thread: { name: string }) => thread.name)).toEqual(['follow-up', 'p']);
  });

  test('a locked or archived thread', async () => {
    const id = channel('follow-up');
    await request(room, `/room/channels/${id}`, { method: 'PATCH', body: { locked: true } });
    expect((await post({ content: 'x' }, 'follow-up')).body.code).toBe(50013);
    await request(room, `/room/channels/${id}`, { method: 'PATCH', body: { locked: false, archived: true } });
    expect((await post({ content: 'x' }, 'follow-up')).status).toBe(200);
  });
});

describe('mentions', () => {
  test('ping only those in allowed_mentions', async () => {
    const [editor, reader] = info.members.map((member) => member.id);
    const content = `<@${editor}> <@${reader}> @everyone \`<@${info.application_id}>\``;
    const pinged = async (allowed: unknown): Promise<string[]> => {
      const { body } = await post({ content, ...(allowed === undefined ? {} : { allowed_mentions: allowed }) });
      return body.mentions.map((user: { id: string }) => user.id);
    };
    expect(await pinged(undefined)).toEqual([editor, reader]);
    expect(await pinged({ parse: [] })).toEqual([]);
    expect(await pinged({ parse: [], users: [reader] })).toEqual([reader]);
    expect((await post({ content, allowed_mentions: { parse: ['users'], users: [reader] } })).body.code).toBe(50035);
  });

  test('count in text displays too', async () => {
    const id = info.members[0]!.id;
    const { body } = await post({
      flags: V2,
      components: [textDisplay(`<@${id}>`)],
      allowed_mentions: { users: [id] },
    });
    expect(body.mentions).toHaveLength(1);
  });
});

describe('a nonce', () => {
  test('gives the earlier message for two minutes, if that is asked for', async () => {
    const send = async (enforce: boolean): Promise<string> =>
      (await post({ content: 'x', nonce: 'n', enforce_nonce: enforce })).body.id;
    const first = await send(true);
    expect(await send(true)).toBe(first);
    expect(await send(false)).not.toBe(first);
    room.advance(119_000);
    expect(await send(true)).toBe(first);
    room.advance(1001);
    expect(await send(true)).not.toBe(first);
  });

  test('is forgotten early on demand', async () => {
    const { body: first } = await post({ content: 'x', nonce: 'n', enforce_nonce: true });
    await request(room, '/room/faults', { body: { nonce_memory_ms: 0 } });
    expect((await post({ content: 'x', nonce: 'n', enforce_nonce: true })).body.id).not.toBe(first.id);
  });
});

describe('who asks', () => {
  test('is known by a token, and gets only what is for them', async () => {
    const get = (path: string, authorization?: string): Promise<Answered> =>
      request(room, `/api/v10${path}`, authorization === undefined ? {} : { authorization });
    expect(await get('/users/@me')).toMatchObject({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect((await get('/users/@me', 'Bot wrong')).status).toBe(401);
    expect((await get('/users/@me', room.token)).status).toBe(401);
    expect((await get('/users/@me', bot())).body.bot).toBe(true);
    expect((await get('/gateway/bot', info.members[0]!.token)).status).toBe(403);
    expect(await get('/nowhere', bot())).toMatchObject({ status: 404, body: { message: '404: Not Found', code: 0 } });
    expect((await request(room, '/api/v10/users/@me', { method: 'PUT', authorization: bot() })).status).toBe(405);
    expect((await request(room, '/api/v8/users/@me', { authorization: bot() })).body.code).toBe(50041);
  });

  test('must be on this machine, and no foreign page', async () => {
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await request(room, '/room', { headers })).status;
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: room.address })).toBe(200);
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  });
});
