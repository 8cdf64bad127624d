import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AttachmentBuilder, ComponentType, MessageFlags, type Interaction } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startRoom, type Room } from '../../src/room.ts';
import { startBot, type Bot } from '../bot.ts';
import { interact, request, roomInfo, slash } from '../../src/member.ts';

const CHECKER = resolve(import.meta.dirname, '../../../../../shared/discord/check-requests.mjs');

let folder: string;
let file: string;
let room: Room;
let bot: Bot;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'room-'));
  file = join(folder, 'requests.jsonl');
  room = await startRoom({ recordFile: file });
  bot = await startBot(room, { onInteraction: answer });
});
afterEach(async () => {
  await bot.close();
  await room.close();
  rmSync(folder, { recursive: true });
});

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return interaction.respond([{ name: 'a', value: 'a' }]);
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply({
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.TextDisplay, content: 'text' }],
  });
  await interaction.followUp({
    content: 'file',
    files: [new AttachmentBuilder(Buffer.from('a,b'), { name: 'a.csv' })],
  });
}

interface Line {
  readonly method: string;
  readonly path: string;
  readonly files: readonly { readonly field: string; readonly name: string }[];
  readonly headers: Record<string, string>;
}

test("records the bot's requests, and neither members' nor the token", async () => {
  const { members, channels } = await roomInfo(room);
  await interact(room, members[0]!, await slash(room, 'ping', [{ type: 3, name: 'text', value: 'x' }]));
  const channel = bot.client.channels.cache.get(channels[0]!.id);
  await request(room, `/api/v10/channels/${channels[0]!.id}/messages`, {
    authorization: members[0]!.token,
    body: { content: 'x' },
  });
  if (channel?.isSendable())
    await channel.send({ content: 'x', files: [new AttachmentBuilder(Buffer.from('x'), { name: 'b.txt' })] });

  const text = readFileSync(file, 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  expect(text).not.toContain(room.token);
  const shape = lines.map(
    (line) => `${line.method} ${line.path.replaceAll(/[\w-]{60,}/g, ':token').replaceAll(/\d{10,}/g, ':id')}`,
  );
  expect(shape).toEqual([
    'GET /gateway/bot',
    'PUT /applications/:id/commands',
    'POST /interactions/:id/:token/callback',
    'PATCH /webhooks/:id/:token/messages/%40original',
    'POST /webhooks/:id/:token',
    'POST /channels/:id/messages',
  ]);
  expect(lines.at(-1)!.files).toEqual([{ field: 'files[0]', name: 'b.txt' }]);
  expect(lines.at(-1)!.headers['authorization']).toBe('Bot [redacted]');
});

test.skipIf(!existsSync(CHECKER))('what is recorded passes the check against the official description', async () => {
  const { members } = await roomInfo(room);
  const options = [{ type: 3, name: 'text', value: 'x' }];
  await interact(room, members[0]!, await slash(room, 'ping', options));
  await interact(room, members[0]!, await slash(room, 'ping', [{ ...options[0], focused: true }], 4));
  expect(execFileSync(process.execPath, [CHECKER, file], { encoding: 'utf8' })).not.toContain('"error"');
});

test('a file is stored, and downloads as it was', async () => {
  const { channels } = await roomInfo(room);
  const channel = bot.client.channels.cache.get(channels[0]!.id);
  if (!channel?.isSendable()) throw new Error('The channel takes no messages');
  const content = Buffer.from('a,b\n1,2 ünï');
  const message = await channel.send({ files: [new AttachmentBuilder(content, { name: 'dates.csv' })] });
  const attachment = message.attachments.first()!;
  const response = await fetch(attachment.url);
  expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="dates.csv"');
});
