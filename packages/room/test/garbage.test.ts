import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { request, roomInfo, type RoomInfo } from '../src/member.ts';

let room: Room;
let info: RoomInfo;
const failures: string[] = [];

beforeAll(async () => {
  room = await startRoom({ rateLimits: false, log: (_event, message) => failures.push(message) });
  info = await roomInfo(room);
  await request(room, `/api/v10/applications/${info.application_id}/commands`, {
    method: 'PUT',
    authorization: `Bot ${room.token}`,
    body: [
      { name: 'ask', description: 'd', options: [{ type: 3, name: 'text', description: 'd', autocomplete: true }] },
    ],
  });
  info = await roomInfo(room);
});
afterAll(() => room.close());

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const KEYS = [
  'content',
  'flags',
  'components',
  'type',
  'data',
  'embeds',
  'allowed_mentions',
  'message_reference',
  'options',
  'name',
  'description',
  'custom_id',
  'values',
  'nonce',
  'id',
  'message',
  'message_id',
  'application_id',
  'channel_id',
  'version',
];

/** JSON that looks like Discord's here and there, so that it comes past the first check. */
function hostile(): fc.Arbitrary<unknown> {
  const known = fc.constantFrom<unknown>(
    info.application_id,
    info.channels[0]!.id,
    info.commands[0]!.id,
    info.members[0]!.id,
    '__proto__',
    32_768,
    2,
    3,
    10,
    '',
  );
  return fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, known, fc.jsonValue(), tie('object'), fc.array(tie('value'), { maxLength: 4 })),
    object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8 }),
  })).value;
}

test('no body makes the room fail', async () => {
  const paths = [
    `/channels/${info.channels[0]!.id}/messages`,
    `/channels/${info.channels[3]!.id}/threads`,
    `/channels/${info.channels[0]!.id}`,
    `/applications/${info.application_id}/commands`,
    '/interactions',
    '/users/@me/channels',
    '/interactions/1/2/callback',
    '/webhooks/1/2/messages/@original',
  ];
  const tokens = [`Bot ${room.token}`, info.members[0]!.token, 'x'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom(...METHODS.slice(1)),
      fc.constantFrom(...tokens),
      hostile(),
      async (path, method, authorization, body) => {
        const answer = await request(room, `/api/v10${path}`, { method, authorization, body: body ?? null });
        expect(answer.status).not.toBe(500);
      },
    ),
    { numRuns: 120 },
  );
  expect(failures.filter((message) => message.includes('failed'))).toEqual([]);
});

test('no path makes the room fail', async () => {
  const part = fc.oneof(
    fc.constantFrom('api', 'v10', 'channels', 'room', 'attachments', '..', '%2e%2e', '%', '@me', 'page'),
    fc.webPath(),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...METHODS), fc.array(part, { maxLength: 6 }), async (method, parts) => {
      const answer = await fetch(`${room.address}/${parts.join('/')}`, {
        method,
        headers: { authorization: `Bot ${room.token}` },
      });
      await answer.arrayBuffer();
      expect(answer.status).not.toBe(500);
    }),
    { numRuns: 80 },
  );
});

test('what is no JSON, no HTTP or too large is refused', async () => {
  const path = `/api/v10/channels/${info.channels[0]!.id}/messages`;
  const send = async (type: string, body: string): Promise<number> =>
    (
      await fetch(`${room.address}${path}`, {
        method: 'POST',
        headers: { authorization: `Bot ${room.token}`, 'content-type': type },
        body,
      })
    ).status;
  expect(await send('application/json', '{')).toBe(400);
  expect(await send('text/plain', 'x')).toBe(400);
  expect(await send('multipart/form-data; boundary=x', 'garbage')).toBe(400);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(room.address).port), '127.0.0.1', () => socket.write('\0garbage\r\n\r\n'));
    socket.on('close', () => resolve()).on('error', () => {});
  });
  expect((await request(room, '/room')).status).toBe(200);
});

test('another host name is refused: against DNS rebinding', async () => {
  const status = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(`${room.address}/room`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on('error', reject).end();
    });
  expect(await status('evil.example')).toBe(403);
  expect(await status('127.0.0.1.evil.example')).toBe(403);
  expect(await status('localhost:1')).toBe(200);
});
