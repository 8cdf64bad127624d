import type { Message } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { request, roomInfo, type Answered, type RoomInfo } from '../src/member.ts';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, type Bot } from './bot.ts';

let room: Room;
let bot: Bot;
let info: RoomInfo;
let heard: Message[];

beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
  heard = [];
  bot = await startBot(room, { onMessage: (message) => void heard.push(message) });
  info = await roomInfo(room);
});
afterEach(async () => {
  await bot.close();
  await room.close();
});

const as = (member: number) => ({ authorization: info.members[member]!.token });
const path = (channel: number) => `/api/v10/channels/${info.channels[channel]!.id}/messages`;

/** Posts a text with a file to the first channel. */
async function postFile(): Promise<{ readonly id: string }> {
  const form = new FormData();
  form.append('payload_json', JSON.stringify({ content: 'The *report*' }));
  form.append('files[0]', new Blob(['Rain.']), 'report.txt');
  const posted = await fetch(`${room.address}${path(0)}`, { method: 'POST', headers: as(0), body: form });
  return (await posted.json()) as { readonly id: string };
}

/** Forwards a message of a channel to another, as a member. */
function forward(id: string, { from = 0, to = 1, member = 0 } = {}): Promise<Answered> {
  const message_reference = { type: 1, message_id: id, channel_id: info.channels[from]!.id };
  return request(room, path(to), { ...as(member), body: { message_reference } });
}

test('a forward shows what the message said, and keeps its file when that is deleted', async () => {
  const { id } = await postFile();
  const { status, body } = await forward(id);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    type: 0,
    content: '',
    attachments: [],
    flags: 16_384,
    message_reference: { type: 1, message_id: id, channel_id: info.channels[0]!.id, guild_id: info.guild_id },
    message_snapshots: [{ message: { content: 'The *report*', attachments: [{ filename: 'report.txt', size: 5 }] } }],
  });
  expect(body).not.toHaveProperty('referenced_message');
  await request(room, `${path(0)}/${id}`, { ...as(0), method: 'DELETE' });
  const [{ message }] = body.message_snapshots;
  expect(await (await fetch(message.attachments[0].url)).text()).toBe('Rain.');
});

test('a forward of a forward shows the first message, and an edit of that changes neither', async () => {
  const { id } = await postFile();
  const once = await forward(id);
  const twice = await forward(once.body.id, { from: 1, to: 0, member: 1 });
  await request(room, `${path(0)}/${id}`, { ...as(0), method: 'PATCH', body: { content: 'Changed' } });
  const { body } = await request(room, `${path(0)}/${twice.body.id}`, as(1));
  expect(body.message_snapshots[0].message.content).toBe('The *report*');
  expect(body.message_reference.message_id).toBe(once.body.id);
});

test('a bot without the intent is told of a forward, and not of what it says', async () => {
  await forward((await postFile()).id);
  await expect.poll(() => heard.length).toBe(2);
  const [said] = [...heard[1]!.messageSnapshots.values()];
  expect(said).toMatchObject({ content: '' });
  expect(said!.attachments.size).toBe(0);
});

test.each([
  ['a message that is not there', async () => ({ id: '1', from: 0 })],
  ['one of another channel', async () => ({ id: (await postFile()).id, from: 1 })],
])('%s cannot be forwarded', async (_, prepare) => {
  const { id, from } = await prepare();
  expect(await forward(id, { from })).toMatchObject({ status: 400, body: { code: 50_035 } });
});

test('a message of a channel that the member does not see cannot be forwarded', async () => {
  const own = `/api/v10/channels/${info.members[0]!.dm_channel_id}/messages`;
  const { body } = await request(room, own, { ...as(0), body: { content: 'Between us' } });
  const message_reference = { type: 1, message_id: body.id, channel_id: info.members[0]!.dm_channel_id };
  const answered = await request(room, path(1), { ...as(1), body: { message_reference } });
  expect(answered).toMatchObject({ status: 400, body: { code: 50_035 } });
});
