import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createRest } from '../../src/discord/gateway/createRest.ts';
import { reportFailure } from '../../src/discord/interactions/respond.ts';
import { sendNotice } from '../../src/discord/posting/sendNotice.ts';
import { lighthouse } from '../fixtures/article.ts';
import { request } from 'discord-room/member';
import { startBotInRoom, type BotInRoom } from './botInRoom.ts';

let bot: BotInRoom;
beforeAll(async () => {
  bot = await startBotInRoom([lighthouse]);
});
afterAll(() => bot.close());
afterEach(() => bot.room.setFaults([]));

const channel = (): string => bot.info.channels.find(({ type }) => type === 0)!.id;
const mine = (): readonly unknown[] =>
  bot.room.world.messages.get(channel())!.filter(({ authorId }) => authorId === bot.info.application_id);
const mention = (): Promise<unknown> =>
  request(bot.room, `/api/v10/channels/${channel()}/messages`, {
    authorization: bot.info.members[0]!.token,
    body: { content: `<@${bot.info.application_id}> When was Skarn Rock bought?` },
  });
const lines = (): readonly Record<string, unknown>[] =>
  bot.logged.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('Discord answers 500 after it has carried a request out', () => {
  test.each([1, 3, 9])('%i times: a reply to a mention is one message', async (times) => {
    const before = mine().length;
    bot.room.setFaults([{ method: 'POST', path: '/messages$', kind: 'status', status: 500, when: 'after', times }]);
    const asked = lines().length;
    // The member's own message meets the fault as well.
    await mention();
    await expect
      .poll(
        () =>
          lines()
            .slice(asked)
            .some(({ msg }) => msg === 'answered' || msg === 'a command failed'),
        { timeout: 20_000 },
      )
      .toBe(true);
    await expect.poll(() => mine().length - before).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(mine().length - before).toBe(1);
  });

  test('a notice is one message, and another notice another', async () => {
    const rest = createRest({ token: bot.room.token, api: `${bot.room.address}/api` });
    const to = { channel: channel(), user: bot.info.members[0]!.id };
    const before = mine().length;
    bot.room.setFaults([{ method: 'POST', path: '/messages$', kind: 'status', status: 500, when: 'after', times: 5 }]);
    expect(await sendNotice(rest, { ...to, subject: 'run 1' }, { content: 'one' })).toBe(false);
    expect(await sendNotice(rest, { ...to, subject: 'run 1' }, { content: 'one' })).toBe(true);
    expect(mine().length - before).toBe(1);
    expect(await sendNotice(rest, { ...to, subject: 'run 2' }, { content: 'two' })).toBe(true);
    expect(mine().length - before).toBe(2);
  });
});

describe('the log', () => {
  test('says at level debug what was decided, and nothing of what was typed', async () => {
    const begin = lines().length;
    await bot.use('verify', { quote: 'No other bidder came.' });
    await bot.use('ask', { question: 'best sourdough recipe' });
    const decided = lines().filter(({ msg }) => msg === 'decided');
    expect(decided.slice(-2)).toMatchObject([
      { command: 'verify', kind: 'verdict', verdict: 'exact', server: bot.info.guild_id },
      { command: 'ask', kind: 'nothing' },
    ]);
    expect(decided.at(-1)).toMatchObject({ interaction: expect.stringMatching(/^\d+$/u), ms: expect.any(Number) });
    const responded = lines().filter(({ msg }) => msg === 'responded');
    expect(responded.at(-1)).toMatchObject({ command: 'ask', outcome: 'answered', deferred: false, hidden: false });
    expect(JSON.stringify(lines().slice(begin))).not.toMatch(/sourdough|bidder/u);
  });

  test('names command, interaction, server and failure of an answer that could not be sent', async () => {
    bot.room.setFaults([{ path: '/callback', kind: 'status', status: 400, code: 50_035 }]);
    await bot.use('help').catch(() => {});
    await expect
      .poll(() => lines().findLast(({ msg }) => msg === 'an answer could not be sent'))
      .toMatchObject({
        level: 50,
        command: 'help',
        interaction: expect.stringMatching(/^\d+$/u) as string,
        server: bot.info.guild_id,
        failure: expect.stringMatching(/^[0-9a-f]{8}$/u) as string,
      });
  });

  test('has the failure that the member is shown', () => {
    const written: string[] = [];
    const log = pino({}, { write: (line: string) => void written.push(line) });
    const id = reportFailure(log, new Error('broken'), { command: 'ask', interaction: '1', server: '2' });
    expect(JSON.parse(written[0]!)).toMatchObject({
      level: 50,
      failure: id,
      command: 'ask',
      interaction: '1',
      server: '2',
    });
  });
});
