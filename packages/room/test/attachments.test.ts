import { AttachmentBuilder, ComponentType, DiscordAPIError, MessageFlags, type Message } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_MAX_BYTES } from '../src/world/messageParts.ts';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, type Bot } from './bot.ts';
import { roomInfo } from '../src/member.ts';

let room: Room;
let bot: Bot;
let channelId: string;

beforeAll(async () => {
  room = await startRoom({ rateLimits: false });
  bot = await startBot(room);
  channelId = (await roomInfo(room)).channels[0]!.id;
});
afterAll(async () => {
  await bot.close();
  await room.close();
});

/** Sends a message that shows the file at this address, with these files. */
async function send(url: string, files: Readonly<Record<string, Buffer>>): Promise<Message> {
  const channel = bot.client.channels.cache.get(channelId);
  if (!channel?.isSendable()) throw new Error('The channel takes no messages');
  return channel.send({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.File, file: { url } }],
    files: Object.entries(files).map(([name, content]) => new AttachmentBuilder(content, { name })),
  });
}

const download = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());

describe('a file in the room', () => {
  test.each([
    ['a.csv', 'text/csv; charset=utf-8'],
    ['a.ics', 'text/calendar; charset=utf-8'],
    ['a.MD', 'text/markdown; charset=utf-8'],
    ['a.unknown', 'application/octet-stream'],
    ['noname', 'application/octet-stream'],
  ])('is shown by its name %s, and is a file of type %s', async (name, type) => {
    const content = Buffer.from('a,b\r\nü,“¶”\r\n');
    const message = await send(`attachment://${name}`, { [name]: content });
    const attachment = message.attachments.first()!;
    expect(attachment).toMatchObject({ name, contentType: type, size: content.length });
    const [shown] = message.components;
    expect(shown?.type === ComponentType.File && shown.file.url).toBe(attachment.url);
    expect(await download(attachment.url)).toEqual(content);
  });

  test('may have 10 MiB, and not one byte more', async () => {
    const largest = Buffer.alloc(FILE_MAX_BYTES, 'a');
    const message = await send('attachment://a.txt', { 'a.txt': largest });
    expect((await download(message.attachments.first()!.url)).equals(largest)).toBe(true);
    const larger = send('attachment://a.txt', { 'a.txt': Buffer.alloc(FILE_MAX_BYTES + 1, 'a') });
    await expect(larger).rejects.toMatchObject({ code: 40_005, status: 413 });
  });

  test.each([
    ['attachment://other.txt', 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ['https://example.org/a.txt', 'URL_TYPE_INVALID_SCHEME'],
  ])('cannot be at %s', async (url, code) => {
    const error = await send(url, { 'a.txt': Buffer.from('a') }).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(JSON.stringify((error as DiscordAPIError).rawError)).toContain(code);
  });

  test('leaves the message that is edited without it', async () => {
    const message = await send('attachment://a.txt', { 'a.txt': Buffer.from('a') });
    const { url } = message.attachments.first()!;
    const components = [{ type: ComponentType.TextDisplay, content: 'Gone' }] as const;
    const kept = await message.edit({ components });
    expect(kept.attachments.size).toBe(1);
    const edited = await message.edit({ components, attachments: [] });
    expect(edited.attachments.size).toBe(0);
    expect((await fetch(url)).status).toBe(404);
  });
});
