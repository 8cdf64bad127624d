import { expect, test } from 'vitest';
import { request, roomInfo } from '../src/member.ts';
import { startRoom } from '../src/room.ts';

test('GET /room/channels/{id}/examples gives the lines of whoever started the room, for each channel its own', async () => {
  const room = await startRoom({
    examples: async ({ guildId, channelId }) => [`/ask question:Where? ${guildId ?? 'direct'} ${channelId}`],
  });
  const { channels, members, guild_id: guild } = await roomInfo(room);
  const ask = (id: string) => request(room, `/room/channels/${id}/examples`);
  const [channel, direct] = [channels[0]!.id, members[0]!.dm_channel_id];
  expect((await ask(channel)).body).toEqual([`/ask question:Where? ${guild} ${channel}`]);
  expect((await ask(direct)).body).toEqual([`/ask question:Where? direct ${direct}`]);
  expect((await ask('1')).status).toBe(404);
  await room.close();
});

test('a room without examples has none', async () => {
  const room = await startRoom();
  const { channels } = await roomInfo(room);
  expect((await request(room, `/room/channels/${channels[0]!.id}/examples`)).body).toEqual([]);
  await room.close();
});
