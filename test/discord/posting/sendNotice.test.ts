import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRest } from '../../../src/discord/gateway/createRest.ts';
import { sendNotice } from '../../../src/discord/posting/sendNotice.ts';
import { startRoom, type Room } from 'discord-room';

let room: Room;
beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
});
afterEach(() => room.close());

const channel = (): string => [...room.world.channels.values()].find(({ type }) => type === 0)!.id;
const member = (): string => [...room.world.tokens.values()][0]!;
const notices = (): readonly string[] =>
  [...room.world.channels.values()].flatMap(({ id, recipients }) =>
    (room.world.messages.get(id) ?? [])
      .filter(({ content }) => content === 'notice')
      .map(() => (recipients.length > 0 ? 'direct' : 'channel')),
  );
const send = (to: { channel?: string; user: string }): Promise<boolean> =>
  sendNotice(
    createRest({ token: room.token, api: `${room.address}/api` }),
    { ...to, subject: 'run' },
    { content: 'notice' },
  );

describe('sendNotice', () => {
  test('posts in the channel', async () => {
    expect([await send({ channel: channel(), user: member() }), notices()]).toEqual([true, ['channel']]);
  });

  test.each([undefined, '100000000000000001'])('sends a direct message where the channel is %s', async (gone) => {
    const to = { user: member(), ...(gone !== undefined && { channel: gone }) };
    expect([await send(to), notices()]).toEqual([true, ['direct']]);
  });

  test('succeeds if no one can receive it', async () => {
    room.world.closedDirectMessages.add(member());
    expect([await send({ user: member() }), notices()]).toEqual([true, []]);
  });

  test('is retried if Discord fails', async () => {
    room.setFaults([{ kind: 'status', status: 500 }]);
    expect([await send({ channel: channel(), user: member() }), notices()]).toEqual([false, []]);
  });
});
