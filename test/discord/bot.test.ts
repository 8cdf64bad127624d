import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { Command } from '../../src/command/command.ts';
import { startBot } from '../../src/discord/bot.ts';
import { registerCommands } from '../../src/discord/gateway/registerCommands.ts';
import type { Room } from 'discord-room';
import { lighthouse } from '../fixtures/article.ts';
import { interact, request, roomInfo, slash, type RoomInfo } from 'discord-room/member';
import { isOverHttp } from './connectBot.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

const EPHEMERAL = 64;

let app: App;
let room: Room;
let connected: BotInRoom['connected'];
let info: RoomInfo;
let logged: readonly string[];
let use: BotInRoom['use'];
let press: BotInRoom['press'];
let close: BotInRoom['close'];

beforeAll(async () => {
  ({ app, room, connected, info, logged, use, press, close } = await startBotInRoom([lighthouse]));
});
afterAll(() => close());

describe('the bot in the room', () => {
  test('registers every command, and sends nothing when Discord has them as they are', async () => {
    expect(info.commands.map(({ name }) => name).sort()).toEqual([...app.commands.keys()].sort());
    const before = info.commands.map(({ version }) => version);
    const again = await registerCommands(connected.rest, app.commands.values(), { application: info.application_id });
    expect(again).toEqual({ added: [], changed: [], removed: [] });
    expect((await roomInfo(room)).commands.map(({ version }) => version)).toEqual(before);
  });

  test('tells a command that changed from those that did not', async () => {
    const help = app.commands.get('help')!;
    const changed = new Map(app.commands).set('help', {
      ...help,
      definition: { ...help.definition, description: 'Something else' } as Command['definition'],
    });
    const registration = await registerCommands(connected.rest, changed.values(), {
      application: info.application_id,
      dryRun: true,
    });
    expect(registration).toEqual({ added: [], changed: ['help'], removed: [] });
  });

  test('answers a question with its sentence, cited, and repeats the question', async () => {
    const answered = await use('ask', { question: 'Who kept the lamp since 1998?' });
    expect(answered.status).toBe(200);
    const text = textOf(answered);
    expect(text).toContain('Who kept the lamp since 1998?');
    expect(text).toContain('Dr. Ines Hallam, who had kept it since 1998, was not told.');
    expect(text).toContain('¶1');
    expect(text).toContain('2 June 2024');
  });

  test.each([
    ['before the answer arrives', 'before', 1],
    ['after the answer arrived', 'after', 1],
    ['twice', 'before', 2],
  ] as const)('answers in spite of a connection that is cut %s', async (_, when, times) => {
    await request(room, '/room/faults', {
      body: { faults: [{ method: 'POST', path: '/callback', kind: 'drop', when, times }] },
    });
    const answered = await use('quote', { text: '1.1' });
    expect(textOf(answered)).toContain('switched off the lamp');
    const pressed = await press(answered, /Whole paragraph/u);
    await request(room, '/room/faults', { body: { faults: [] } });
    expect(textOf(pressed)).toContain('was not told');
    expect(logged.join('')).not.toContain('could not be sent');
  });

  test('says that nothing was found, and what was searched', async () => {
    const text = textOf(await use('ask', { question: 'best sourdough recipe' }));
    expect(text).toContain('sourdough');
    expect(text).toContain(lighthouse.title);
  });

  test('shows a hidden answer only to the user', async () => {
    const answered = await use('quote', { text: 'Skarn Rock was bought', hide: true });
    const { id, flags } = answered.body.message as { id: string; flags: number };
    expect(flags & EPHEMERAL).toBe(EPHEMERAL);
    const seenBy = await Promise.all(
      info.members.map(async ({ token }) => {
        const list = await request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
          authorization: token,
        });
        return (list.body as readonly { id: string }[]).some((message) => message.id === id);
      }),
    );
    expect(seenBy).toEqual([true, false]);
  });

  test('pages through the matches with buttons, and shows the whole paragraph', async () => {
    const answered = await use('quote', { text: 'lamp' });
    const next = await press(answered, /next match/iu);
    expect(next.body.type).toBe(7);
    expect(textOf(next)).not.toBe(textOf(answered));
    const whole = await press(await use('quote', { text: 'No other bidder came' }), /whole paragraph/iu);
    expect(textOf(whole)).toContain('The deed calls it');
  });

  test('replies separately to another member’s button press', async () => {
    const answered = await use('quote', { text: 'lamp' });
    const pressed = await press(answered, /next match/iu, info.members[1]);
    expect(pressed.body.type).toBe(4);
    expect(pressed.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
  });

  test('posts a hidden quote in the channel under the name of the member who posted it', async () => {
    const posted = await press(await use('quote', { text: 'No other bidder came', hide: true }), /post in channel/iu);
    expect(posted.body.message.flags & EPHEMERAL).toBe(0);
    expect(textOf(posted)).toContain(`<@${info.members[0]!.id}>`);
    expect(posted.body.message.mentions).toEqual([]);
  });

  test('pings only the mentioned member', async () => {
    const answered = await use('quote', { text: 'No other bidder came', mention: info.members[1]!.id });
    expect(answered.body.message.mentions.map(({ id }: { id: string }) => id)).toEqual([info.members[1]!.id]);
  });

  test('completes articles, sections and sentences', async () => {
    const complete = async (
      name: string,
      option: string,
      value: string,
    ): Promise<readonly { name: string; value: string }[]> => {
      const answered = await interact(
        room,
        info.members[0]!,
        await slash(room, name, [{ type: 3, name: option, value, focused: true }], 4),
      );
      return answered.body.choices as readonly { name: string; value: string }[];
    };
    expect(await complete('section', 'name', 'comes')).toContainEqual({ name: 'What comes next (¶4)', value: '2' });
    expect((await complete('ask', 'article', ''))[0]).toMatchObject({ value: 'lighthouse' });
    const [sentence] = await complete('quote', 'text', 'No other bid');
    expect(sentence!.name).toContain('No other bidder came.');
    expect(textOf(await use('quote', { text: sentence!.value }))).toContain('No other bidder came.');
  });

  test('finds the passages most similar to a message, only for the user', async () => {
    const posted = await request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
      authorization: info.members[1]!.token,
      body: { content: 'They will sell that tower soon, won’t they?' },
    });
    const menu = info.commands.find(({ name }) => name === 'Find in sources')!;
    const answered = await interact(room, info.members[0]!, {
      type: 2,
      data: { id: menu.id, name: menu.name, type: 3, version: menu.version, target_id: posted.body.id },
    });
    expect(answered.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(answered)).toContain('The board plans to sell the tower in 2025.');
  });

  test('checks each quotation of a message, only for the user', async () => {
    const posted = await request(room, `/api/v10/channels/${info.channels[0]!.id}/messages`, {
      authorization: info.members[1]!.token,
      body: {
        content: [
          'It says “No other bidder came.” (¶2) and "Skarn Rock was bought for 50 crowns in 1931."',
          '> The tower was given to the harbour master’s daughter as a wedding present.',
        ].join('\n'),
      },
    });
    const menu = info.commands.find(({ name }) => name === 'Check quotes')!;
    const answered = await interact(room, info.members[0]!, {
      type: 2,
      data: { id: menu.id, name: menu.name, type: 3, version: menu.version, target_id: posted.body.id },
    });
    expect(answered.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(answered)).toMatch(/Exact[\s\S]*Altered[\s\S]*(?:Absent|Not found)/u);
    expect(logged.join('')).not.toContain('wedding');
  });

  test('cites a quote in the format chosen from its menu, only for the user', async () => {
    const answered = await use('quote', { text: 'No other bidder came' });
    const select = componentsOf(answered).find(({ type, custom_id: id }) => type === 3 && id !== undefined)!;
    const chosen = await interact(room, info.members[1]!, {
      type: 3,
      message_id: answered.body.message.id,
      message_flags: answered.body.message.flags,
      data: {
        component_type: 3,
        custom_id: select.custom_id,
        values: [select.options!.find(({ label }) => /BibTeX/u.test(label))!.value],
      },
    });
    expect(chosen.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(chosen)).toMatch(/@\w+\{[\s\S]*Brandt[\s\S]*2024/u);
  });

  test.skipIf(isOverHttp)('answers when it is mentioned, and in direct messages', async () => {
    const [member] = info.members;
    const channels = [info.channels[0]!.id, member!.dm_channel_id];
    for (const channel of channels) {
      await request(room, `/api/v10/channels/${channel}/messages`, {
        authorization: member!.token,
        body: { content: `<@${info.application_id}> When was Skarn Rock bought?` },
      });
      await expect
        .poll(async () =>
          JSON.stringify(
            (await request(room, `/api/v10/channels/${channel}/messages`, { authorization: member!.token })).body,
          ),
        )
        .toContain('Skarn Rock was bought for 40 crowns in 1931.');
    }
  });

  test('answers bad input with one sentence that only the user sees', async () => {
    const answered = await use('quote', { text: '99' });
    expect(answered.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(answered)).toContain('¶4');
  });

  test('lets only members with Manage Server reload the sources', async () => {
    expect(textOf(await use('sources', { reload: true }, info.members[1]))).toContain('Manage Server');
    expect(textOf(await use('sources', { reload: true }))).toContain(lighthouse.title);
  });

  test('logs no option values', () => {
    expect(logged.length).toBeGreaterThan(5);
    expect(logged.join('')).not.toMatch(/sourdough|bidder|\b1998\b/u);
    expect(logged.join('')).not.toContain(room.token);
  });

  test('refuses a token that the server refuses, in one sentence', async () => {
    const { commands, contextFor } = app;
    const started = await startBot({
      token: 'not.a.token',
      api: `${room.address}/api`,
      commands,
      contextFor,
      links: () => undefined,
      limit: { commands: 1, windowMs: 1000 },
      log: pino({ level: 'silent' }),
    });
    expect(started).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/refused the token \(401\)/u) });
  });
});
