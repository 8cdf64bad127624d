import { request, type RoomMember } from 'discord-room/member';
import { expect } from 'vitest';
import type { BotInRoom, Component } from '../botInRoom.ts';

/** A message as the room gives it back. */
export interface RoomMessage {
  readonly id: string;
  readonly content: string;
  readonly author: { readonly id: string };
  readonly components: readonly Component[];
  readonly message_reference?: { readonly message_id: string };
  readonly mentions: readonly { readonly id: string }[];
}

/** Sends a message as a member, as a reply if `to` is given. */
export async function say(
  { room }: Pick<BotInRoom, 'room'>,
  member: RoomMember,
  {
    channel,
    content,
    to,
    pings = true,
  }: { channel: string; content: string; to?: string | undefined; pings?: boolean },
): Promise<RoomMessage> {
  const { body, status } = await request(room, `/api/v10/channels/${channel}/messages`, {
    authorization: member.token,
    body: {
      content,
      ...(to === undefined ? {} : { message_reference: { message_id: to } }),
      ...(pings ? {} : { allowed_mentions: { parse: ['users', 'roles'], replied_user: false } }),
    },
  });
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as RoomMessage;
}

/** The messages of a channel, the oldest first. */
export async function messagesIn(
  { room }: Pick<BotInRoom, 'room'>,
  member: RoomMember,
  channel: string,
): Promise<readonly RoomMessage[]> {
  const { body } = await request(room, `/api/v10/channels/${channel}/messages?limit=100`, {
    authorization: member.token,
  });
  return (body as RoomMessage[]).toReversed();
}

/** Waits for the bot's answer to a message. */
export async function answerTo(
  bot: Pick<BotInRoom, 'room' | 'info'>,
  member: RoomMember,
  { channel, id }: { readonly channel: string; readonly id: string },
): Promise<RoomMessage> {
  let found: RoomMessage | undefined;
  await expect
    .poll(
      async () =>
        (found = (await messagesIn(bot, member, channel)).find((one) => one.message_reference?.message_id === id)),
      { timeout: 5000, interval: 15 },
    )
    .toBeDefined();
  return found!;
}

/** All text of a message, its own and that of its text displays. */
export function wordsOf({ content, components }: Pick<RoomMessage, 'content' | 'components'>): string {
  const walk = (component: Component): readonly string[] => [
    component.content ?? '',
    ...(component.components ?? []).flatMap(walk),
  ];
  return [content, ...components.flatMap(walk)].filter((text) => text !== '').join('\n');
}
