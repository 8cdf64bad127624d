import { afterAll, beforeAll, expect, test } from 'vitest';
import { lighthouse } from '../fixtures/article.ts';
import { interact, request } from 'discord-room/member';
import { isOverHttp } from './connectBot.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

type Answered = Parameters<typeof textOf>[0];

let bot: BotInRoom;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse]);
});
afterAll(() => bot.close());

interface Posted {
  readonly path: string;
  readonly answered: Answered;
}

/** Posts a message with numbered quotations, and uses “Check quotes” on it. */
async function check(count: number): Promise<Posted> {
  const { info, room } = bot;
  const channel = info.channels.find(({ name }) => name === 'general') ?? info.channels[0]!;
  const path = `/api/v10/channels/${channel.id}/messages`;
  const content = Array.from({ length: count }, (_, index) => `“no such words anywhere ${index + 1}”`).join(' ');
  const posted = await request(room, path, {
    method: 'POST',
    authorization: info.members[1]!.token,
    body: { content },
  });
  const menu = info.commands.find(({ name }) => name === 'Check quotes')!;
  const answered = await interact(room, info.members[0]!, {
    type: 2,
    data: { id: menu.id, name: menu.name, type: 3, version: menu.version, target_id: posted.body.id },
  });
  return { path: `${path}/${posted.body.id}`, answered };
}

const buttonsOf = (answered: Answered): readonly string[] =>
  componentsOf(answered).flatMap(({ type, label }) => (type === 2 && label !== undefined ? [label] : []));

test.skipIf(isOverHttp)(
  '“Check quotes” on a message with thirty quotations checks the rest by a button, and leads back',
  async () => {
    const { answered } = await check(30);
    expect(textOf(answered)).toContain('30 quotations in this message; numbers 1 to 25 are checked here.');
    expect(buttonsOf(answered)).toEqual(['Check 26 to 30']);
    const rest = await bot.press(answered, /^Check 26 to 30$/u);
    expect(textOf(rest)).toContain('30 quotations in this message; numbers 26 to 30 are checked here.');
    expect(textOf(rest)).toContain('**26.** “no such words anywhere 26”');
    expect(buttonsOf(rest)).toEqual(['Back to 1 to 25']);
    expect(textOf(await bot.press(rest, /^Back/u))).toContain('numbers 1 to 25 are checked here.');
  },
);

test('“Check quotes” on a message with 25 has no such button', async () => {
  const { answered } = await check(25);
  expect(textOf(answered)).toContain('25 quotations in this message.');
  expect(buttonsOf(answered)).toEqual([]);
});

test.runIf(isOverHttp)(
  '“Check quotes” without a gateway checks what it gets, and offers nothing that it could not read again',
  async () => {
    const { answered } = await check(30);
    expect(textOf(answered)).toContain('30 quotations in this message; numbers 1 to 25 are checked here.');
    expect(buttonsOf(answered)).toEqual([]);
  },
);

test.skipIf(isOverHttp)('“Check quotes” says that a message is gone', async () => {
  const { path, answered } = await check(26);
  await request(bot.room, path, { method: 'DELETE', authorization: bot.info.members[1]!.token });
  expect(textOf(await bot.press(answered, /^Check 26/u))).toContain('That message can no longer be read');
});
