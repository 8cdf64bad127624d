import { request, type RoomMember } from 'discord-room/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { startBotInRoom, type BotInRoom } from '../botInRoom.ts';
import { answerTo, messagesIn, say, wordsOf, type RoomMessage } from './talkInRoom.ts';

const bees = articleOf(
  'bees',
  [
    ['title', 'The Year Without Bees: How One Valley Lost Its Pollinators'],
    ['paragraph', 'Police arrested two smugglers in Arl on 4 June 2022.', 'All hives fell silent that summer.'],
    ['heading', 'What the farmers saw'],
    ['paragraph', 'The farmer Ola Brekke counted 12 dead hives in Norland.', 'She counted 30 dead hives in Germany.'],
    ['paragraph', 'She blames a new poison.'],
    ['heading', 'Conclusion'],
    ['paragraph', 'The valley must learn to live without honey.'],
  ],
  { published: '2023-03-01', author: ['Jo Falk'] },
);

let bot: BotInRoom;
let mara: RoomMember;
let robin: RoomMember;
let general: string;
let mention: string;

beforeAll(async () => {
  bot = await startBotInRoom([lighthouse, bees]);
  [mara, robin] = bot.info.members as [RoomMember, RoomMember];
  general = bot.info.channels[0]!.id;
  mention = `<@${bot.info.application_id}>`;
});
afterAll(() => bot.close());

/** What people say, and what the answer says. */
const SAMPLE: readonly (readonly [said: string, answer: RegExp])[] = [
  ['¶1 of lighthouse', /switched off the lamp on 3 May 2021/u],
  ['bees/¶2.1', /counted 12 dead hives/u],
  ['what does paragraph 2 of the bees article say?', /counted 12 dead hives in Norland/u],
  ['“No other bidder came.”', /Exact[\s\S]*No other bidder came/u],
  ['"Ola Brekke counted 13 dead hives in Norland"', /Altered[\s\S]*12/u],
  ['> The farmer Ola Brekke counted 12 dead hives in Norland.', /Exact/u],
  ['"of no use"', /a stone \*\*of no use\*\*/u],
  ['summary of lighthouse', /Skarn Rock|lamp/u],
  ['sumary of the bees article please', /hives/u],
  ['summary', /hives[\s\S]*|lamp[\s\S]*/u],
  ['what happened in May 2021?', /3 May 2021/u],
  ['events in 2022', /4 June 2022/u],
  ['timeline of bees', /arrested two smugglers/u],
  ['quote about poison', /She blames a new \*\*poison\*\*/u],
  ['find the word bidder', /No other \*\*bidder\*\* came/u],
  ['cite lighthouse/¶2.2 as APA', /Brandt/u],
  ['cite ¶2 of bees in BibTeX', /@\w+\{[\s\S]*Falk/u],
  ['what is the bees article about?', /hives/u],
  ['who wrote The Last Keeper of Skarn Rock?', /Ida Brandt/u],
  ['when was the bees article published?', /March 2023/u],
  ['what does bees conclude?', /honey/u],
  ['outline of bees', /What the farmers saw/u],
  ['read the conclusion', /live without honey/u],
  ['help', /Three things to write to me/u],
  ['hello!', /^Hello!/u],
  ['what can you do?', /Three things to write to me/u],
  ['Thanks!', /^You’re welcome!$/u],
  ['which articles do you have?', /The Year Without Bees[\s\S]*The Last Keeper of Skarn Rock/u],
  ['how does /verify work?', /Compares the words with the source/u],
  ['When was Skarn Rock bought?', /Skarn Rock was bought for 40 crowns in 1931/u],
  ['<#100000000000000001> who kept the lamp since 1998? 🙂', /Ines Hallam/u],
  ['best sourdough recipe', /sourdough/u],
];

describe('what people say, in the room', () => {
  test.each(SAMPLE)('answers %j by mention', async (said, answer) => {
    expect(wordsOf(await ask(said.startsWith('>') ? `${mention}\n${said}` : `${mention} ${said}`))).toMatch(answer);
  });

  test.each(SAMPLE)('answers %j in a direct message', async (said, answer) => {
    expect(wordsOf(await ask(said, { channel: mara.dm_channel_id }))).toMatch(answer);
  });

  test.each(SAMPLE.filter(([said]) => said !== 'summary' && said !== 'best sourdough recipe'))(
    'answers %j as a reply to an answer',
    async (said, answer) => {
      const first = await ask(`${mention} help`);
      expect(wordsOf(await ask(said, { to: first.id }))).toMatch(answer);
    },
  );
});

describe('a reply to an answer', () => {
  test.each([
    ['why?', /She blames a new poison/u],
    ['and in Germany?', /30 dead hives in \*\*Germany/u],
    ['and in Iceland?', /“Iceland” does not occur in “The Year Without Bees/u],
    ['when was that?', /No sentence clearly answers this/u],
    ['the whole paragraph', /12 dead hives in Norland\.[\s\S]*30 dead hives/u],
    ['go on', /She blames a new poison/u],
    ['are you sure?', /Exact/u],
    ['cite this as APA', /Falk/u],
    ['summary', /hives/u],
    ['who wrote this?', /Jo Falk/u],
  ])('goes on from it: %j', async (said, answer) => {
    const first = await ask(`${mention} How many dead hives did Ola Brekke count in Norland?`);
    expect(wordsOf(first)).toContain('counted 12 dead hives in Norland');
    expect(wordsOf(await ask(said, { to: first.id }))).toMatch(answer);
  });

  test('asks for the time of what was shown', async () => {
    const first = await ask(`${mention} lighthouse/¶1.1`);
    expect(wordsOf(await ask('when was that?', { to: first.id }))).toMatch(/3 May 2021/u);
  });

  test('changes the length of a summary', async () => {
    const sentences = (message: RoomMessage): number => Number(/in (\d+) sentence/u.exec(wordsOf(message))?.[1]);
    const standard = await ask(`${mention} summary of bees`);
    const brief = await ask('shorter please', { to: standard.id });
    expect(sentences(brief)).toBeLessThan(sentences(standard));
    expect(sentences(await ask('more', { to: brief.id }))).toBe(sentences(standard));
  });

  test.each(['source?', 'are you sure?', 'why?'])(
    'says in a sentence that %j has nothing to go on from',
    async (said) => {
      const first = await ask(`${mention} best sourdough recipe`);
      expect(wordsOf(await ask(said, { to: first.id }))).toMatch(/^I find no passage in the message you replied to\./u);
    },
  );

  test('is not answered if it says nothing to the bot', async () => {
    const first = await ask(`${mention} lighthouse/¶1.1`);
    for (const said of ['lol', 'ok', '👍', 'I was there once, it is lovely.', `<@${robin.id}> did you know that?`])
      await say(bot, mara, { channel: general, content: said, to: first.id });
    await say(bot, mara, { channel: general, content: `<@${robin.id}> what about that?` });
    expect(await answersBesides('lighthouse/¶1.1')).toEqual([]);
  });
});

describe('a reply to somebody else with a mention', () => {
  test('checks the quotations of a message that is shown, and finds what it says without any', async () => {
    const quoting = await say(bot, robin, {
      channel: general,
      content: `${mention} lol “No other bidder came.” and “The tower was painted green.”`,
    });
    expect(wordsOf(await ask(`${mention} is this true?`, { to: quoting.id }))).toMatch(
      /Exact[\s\S]*(?:Absent|Not found)/u,
    );
    const saying = await say(bot, robin, { channel: mara.dm_channel_id, content: 'x' }).catch(() => undefined);
    expect(saying).toBeUndefined();
    const own = await say(bot, mara, {
      channel: mara.dm_channel_id,
      content: 'Farmers lost their hives because of a poison',
    });
    expect(wordsOf(await ask('check this', { channel: mara.dm_channel_id, to: own.id }))).toContain(
      'She blames a new poison.',
    );
  });

  test('points to the menu for a message that is not shown', async () => {
    const other = await say(bot, robin, { channel: general, content: 'It says “No other bidder came.”' });
    expect(wordsOf(await ask(`${mention} check this`, { to: other.id }))).toMatch(/Apps › “Check quotes”/u);
    expect(wordsOf(await ask(mention, { to: other.id }))).toMatch(/Apps › “Check quotes”/u);
  });
});

describe('a message', () => {
  test('that mentions the role of the bot is answered: by pointing to the name, where Discord hides what it says', async () => {
    const role = bot.room.world.guilds.get(bot.info.guild_id)!.roles;
    const own = [...role.values()].find(({ managed }) => managed)!;
    own.mentionable = true;
    expect(wordsOf(await ask(`<@&${own.id}> who kept the lamp?`))).toMatch(/mention me by name/u);
  });

  test('of a bot, or that only mentions everyone, is not answered', async () => {
    await say(bot, mara, { channel: general, content: '@everyone who kept the lamp?' });
    const channel = await bot.bot.client.channels.fetch(general);
    if (channel?.isSendable()) await channel.send(`${mention} who kept the lamp?`);
    expect(await answersBesides('lighthouse/¶1.1')).toEqual([]);
  });

  test('that is sent again after a lost connection is answered once', async () => {
    const { id } = await say(bot, mara, { channel: general, content: `${mention} bees/¶3` });
    await answerTo(bot, mara, { channel: general, id });
    const channel = await bot.bot.client.channels.fetch(general);
    const again = channel?.isTextBased() ? channel.messages.cache.get(id) : undefined;
    expect(again).toBeDefined();
    bot.bot.client.emit('messageCreate', again as never);
    expect(await answersBesides('lighthouse/¶1.1')).toEqual([]);
    expect((await allMessages()).filter((one) => one.message_reference?.message_id === id)).toHaveLength(1);
  });

  test('that mentions the bot only after it was edited is answered once', async () => {
    const { id } = await say(bot, mara, { channel: general, content: 'bees/¶3' });
    const edit = async (content: string): Promise<void> => {
      const { status } = await request(bot.room, `/api/v10/channels/${general}/messages/${id}`, {
        method: 'PATCH',
        authorization: mara.token,
        body: { content },
      });
      expect(status).toBe(200);
    };
    await edit('bees/¶3, anybody?');
    await edit(`${mention} bees/¶3`);
    expect(wordsOf(await answerTo(bot, mara, { channel: general, id }))).toContain('She blames a new poison');
    await edit(`${mention} bees/¶1`);
    await edit('never mind');
    await edit(`${mention} bees/¶2`);
    expect(await answersBesides('lighthouse/¶1.1')).toEqual([]);
    expect((await allMessages()).filter((one) => one.message_reference?.message_id === id)).toHaveLength(1);
  });

  test('is not answered again after an edit', async () => {
    const { id } = await say(bot, mara, { channel: general, content: `${mention} bees/¶3` });
    await answerTo(bot, mara, { channel: general, id });
    for (const content of ['bees/¶3', `${mention} bees/¶3`])
      await request(bot.room, `/api/v10/channels/${general}/messages/${id}`, {
        method: 'PATCH',
        authorization: mara.token,
        body: { content },
      });
    expect(await answersBesides('lighthouse/¶1.1')).toEqual([]);
    expect((await allMessages()).filter((one) => one.message_reference?.message_id === id)).toHaveLength(1);
  });

  test('is answered where the bot may not read the history', async () => {
    const path = `/room/channels/${general}/permissions/${bot.info.application_id}`;
    const history = String(1n << 16n);
    const set = (deny: string) => request(bot.room, path, { method: 'PUT', body: { type: 1, allow: '0', deny } });
    expect((await set(history)).status).toBe(200);
    const said = await say(bot, mara, { channel: general, content: `${mention} bees/¶3` });
    const isAnswer = (one: RoomMessage): boolean =>
      BigInt(one.id) > BigInt(said.id) && wordsOf(one).includes('She blames a new poison');
    await expect.poll(async () => (await allMessages()).filter(isAnswer).length).toBe(1);
    expect((await allMessages()).find(isAnswer)?.message_reference).toBeUndefined();
    await set('0');
  });
});

async function ask(
  content: string,
  { channel = general, to }: { channel?: string; to?: string } = {},
): Promise<RoomMessage> {
  const { id } = await say(bot, mara, { channel, content, to });
  return answerTo(bot, mara, { channel, id });
}

async function allMessages(): Promise<readonly RoomMessage[]> {
  return messagesIn(bot, mara, general);
}

/** Asks something that is answered, after which all before it has been, and gives what else was. */
async function answersBesides(text: string): Promise<readonly string[]> {
  const last = (await allMessages()).findLast((one) => one.author.id === bot.info.application_id)!;
  const answered = await ask(`${mention} ${text}`);
  const own = (await allMessages()).filter(
    ({ author, id }) => author.id === bot.info.application_id && BigInt(id) > BigInt(last.id),
  );
  return own.filter(({ id }) => id !== answered.id).map(wordsOf);
}
