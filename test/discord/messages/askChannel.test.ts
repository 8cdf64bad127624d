import { request, type RoomMember } from 'discord-room/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lighthouse } from '../../fixtures/article.ts';
import { startBotInRoom, textOf, type BotInRoom } from '../botInRoom.ts';
import { messagesIn, say, wordsOf, type RoomMessage } from './talkInRoom.ts';

let bot: BotInRoom;
let mara: RoomMember;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse], { asks: true });
  mara = bot.info.members[0]!;
});
afterAll(() => bot.close());

describe('an ask channel', () => {
  test('is refused where whoever runs the bot has not switched ask channels on', async () => {
    const off = await startBotInRoom([lighthouse]);
    const answered = await off.use('settings', {
      subcommand: 'set',
      setting: 'ask-channel',
      to: off.info.channels[0]!.id,
    });
    expect(textOf(answered)).toMatch(/messages that do not mention it/u);
    await off.close();
  });

  test('has a question answered in a thread of its own, and is silent on talk, on others’ talk and without an answer', async () => {
    const channel = await askChannel(0);
    for (const content of [
      'hello',
      'lol',
      'I was there, it is sad.',
      'what is the best sourdough recipe?',
      `<@${bot.info.members[1]!.id}> who kept the lamp?`,
      'how are you?',
    ])
      await say(bot, mara, { channel, content });
    const { id } = await say(bot, mara, { channel, content: 'Who kept the lamp since 1998?' });
    expect(await answersIn(id)).toEqual([expect.stringContaining('Ines Hallam')]);
    // The answer of the command that set it is the bot's, too.
    expect((await botsMessages(channel)).map(wordsOf).filter((text) => !text.includes('without a mention'))).toEqual(
      [],
    );
    expect(
      [...bot.room.world.channels.values()].filter(({ parentId }) => parentId === channel).map(({ name }) => name),
    ).toContain('Who kept the lamp since 1998?');
  });

  test('has what was not answered counted, and kept only if the server says so', async () => {
    const channel = await askChannel(0);
    const gaps = async (member = mara): Promise<string> => textOf(await bot.use('sources', { gaps: true }, member));
    expect(await gaps()).toMatch(/1 question without an answer/u);
    expect(await gaps()).not.toContain('sourdough');
    await bot.use('settings', { subcommand: 'set', setting: 'keep-questions', value: 'yes' });
    await say(bot, mara, { channel, content: 'Where can I buy sourdough bread?' });
    await expect.poll(() => gaps()).toMatch(/2 questions without an answer[\s\S]*Where can I buy sourdough bread/u);
    expect(await gaps(bot.info.members[1])).toMatch(/Only members with Manage Server/u);
    expect(bot.logged.join('')).not.toContain('sourdough');
  });

  test('is no other channel', async () => {
    await askChannel(0);
    const other = bot.info.channels.filter(({ type }) => type === 0)[1]!.id;
    await say(bot, mara, { channel: other, content: 'Who kept the lamp since 1998?' });
    const { id } = await say(bot, mara, { channel: await askChannel(0), content: 'When was Skarn Rock bought?' });
    expect(await answersIn(id)).toEqual([expect.stringContaining('1931')]);
    expect(await botsMessages(other)).toEqual([]);
  });

  test('may be a forum, whose posts are answered by their titles or texts', async () => {
    const forum = await askChannel(15);
    const post = async (name: string, content: string): Promise<string> => {
      const { body } = await request(bot.room, `/api/v10/channels/${forum}/threads`, {
        authorization: mara.token,
        body: { name, message: { content } },
      });
      return (body as { id: string }).id;
    };
    const talk = await post('The lamp', 'I like it very much.');
    const titled = await post('Who kept the lamp since 1998?', 'I need it for a piece.');
    const asked = await post('The rock', 'Does anyone know when Skarn Rock was bought?');
    expect(await answersIn(titled)).toEqual([expect.stringContaining('Ines Hallam')]);
    expect(await answersIn(asked)).toEqual([expect.stringContaining('1931')]);
    expect(await botsMessages(talk)).toEqual([]);
  });
});

async function askChannel(type: number): Promise<string> {
  const channel = bot.info.channels.find((one) => one.type === type)!.id;
  const answered = await bot.use('settings', { subcommand: 'set', setting: 'ask-channel', to: channel });
  expect(textOf(answered)).toContain('without a mention');
  return channel;
}

async function botsMessages(channel: string): Promise<readonly RoomMessage[]> {
  return (await messagesIn(bot, mara, channel)).filter(({ author }) => author.id === bot.info.application_id);
}

/** Waits for the bot's messages in a thread, which has the id of the message that it was started at. */
async function answersIn(thread: string): Promise<readonly string[]> {
  await expect
    .poll(async () => (bot.room.world.channels.has(thread) ? (await botsMessages(thread)).length : 0), {
      timeout: 5000,
    })
    .toBeGreaterThan(0);
  return (await botsMessages(thread)).map(wordsOf);
}
