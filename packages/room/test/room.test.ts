import { ButtonStyle, ComponentType, MessageFlags, type Interaction } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { startRoom, type Room, type RoomOptions } from '../src/room.ts';
import { startBot, until, type Bot, type BotOptions } from './bot.ts';
import { interact, request, roomInfo, slash } from '../src/member.ts';

let room: Room;
let bot: Bot | undefined;

async function start(options: BotOptions = {}, roomOptions: RoomOptions = {}): Promise<void> {
  room = await startRoom({ rateLimits: false, ...roomOptions });
  bot = await startBot(room, options);
}

afterEach(async () => {
  await bot?.close();
  bot = undefined;
  await room.close();
});

const text = (value: string): unknown[] => [{ type: 3, name: 'text', value }];
const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'More', custom_id: 'more' };

describe('startRoom with discord.js', () => {
  test('is healthy once the bot is ready and its commands are registered', async () => {
    room = await startRoom();
    expect((await request(room, '/healthz')).status).toBe(503);
    bot = await startBot(room);
    expect((await request(room, '/healthz')).status).toBe(200);
    expect((await roomInfo(room)).commands.map((command) => command.name)).toEqual(['ping', 'manage', 'Find']);
    await bot.close();
    await until(() => !room.world.commandsSettled);
    expect((await request(room, '/healthz')).status).toBe(503);
    bot = await startBot(room);
    expect((await request(room, '/healthz')).status).toBe(200);
  });

  test('sends a slash command to the bot and returns its reply', async () => {
    await start({
      onInteraction: (interaction: Interaction) =>
        interaction.isChatInputCommand() && interaction.reply(`pong ${interaction.options.getString('text')}`),
    });
    const [editor] = (await roomInfo(room)).members;
    const answer = await interact(room, editor!, await slash(room, 'ping', text('hello')));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      type: 4,
      message: { content: 'pong hello', type: 20, interaction: { name: 'ping' } },
    });
    expect(bot!.errors).toEqual([]);
  });

  test('waits for the edit of a deferred reply', async () => {
    await start({
      onInteraction: async (interaction: Interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.editReply('late pong');
      },
    });
    const { members } = await roomInfo(room);
    const answer = await interact(room, members[0]!, await slash(room, 'ping', text('x')));
    expect(answer.body).toMatchObject({ type: 5, message: { content: 'late pong', flags: 0 } });
  });

  test('gives the follow-up where a deferred reply was deleted', async () => {
    await start({
      onInteraction: async (interaction: Interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.deleteReply();
        await interaction.followUp({ content: 'failed', flags: MessageFlags.Ephemeral });
      },
    });
    const { members } = await roomInfo(room);
    const answer = await interact(room, members[0]!, await slash(room, 'ping', text('x')));
    expect(answer.body).toMatchObject({ message: { content: 'failed', flags: 64 } });
    expect(bot!.errors).toEqual([]);
  });

  test('gives choices for the option being typed', async () => {
    await start({
      onInteraction: (interaction: Interaction) =>
        interaction.isAutocomplete() &&
        interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'v' }]),
    });
    const { members } = await roomInfo(room);
    const typed = [{ type: 3, name: 'text', value: 'he', focused: true }];
    const answer = await interact(room, members[0]!, await slash(room, 'ping', typed, 4));
    expect(answer.body).toEqual({ type: 8, choices: [{ name: 'he!', value: 'v' }] });
  });

  test('lets a button update its own message', async () => {
    await start({
      onInteraction: (interaction: Interaction) => {
        if (interaction.isChatInputCommand()) {
          return interaction.reply({
            content: 'one',
            components: [{ type: ComponentType.ActionRow, components: [button] }] as never,
          });
        }
        if (interaction.isButton())
          return interaction.update({ content: `two ${interaction.customId}`, components: [] });
        return undefined;
      },
    });
    const { members } = await roomInfo(room);
    const first = await interact(room, members[0]!, await slash(room, 'ping', text('x')));
    const press = { type: 3, message_id: first.body.message.id, data: { component_type: 2, custom_id: 'more' } };
    const second = await interact(room, members[1]!, press);
    expect(second.body).toMatchObject({ type: 7, message: { id: first.body.message.id, content: 'two more' } });
    expect((await interact(room, members[1]!, press)).status).toBe(400);
    expect(bot!.errors).toEqual([]);
  });

  test('gives a message menu the content of its message though the intent is missing', async () => {
    await start({
      onInteraction: (interaction: Interaction) =>
        interaction.isMessageContextMenuCommand() && interaction.reply(`found: ${interaction.targetMessage.content}`),
    });
    const { members, channels, commands } = await roomInfo(room);
    const posted = await request(room, `/api/v10/channels/${channels[0]!.id}/messages`, {
      authorization: members[1]!.token,
      body: { content: 'a claim' },
    });
    const { id, version } = commands.find((command) => command.name === 'Find')!;
    const answer = await interact(room, members[0]!, {
      type: 2,
      data: { id, name: 'Find', type: 3, version, target_id: posted.body.id },
    });
    expect(answer.body.message.content).toBe('found: a claim');
  });

  test('shows an ephemeral reply to its user alone', async () => {
    await start({
      onInteraction: (interaction: Interaction) =>
        interaction.isChatInputCommand() && interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    });
    const { members, channels } = await roomInfo(room);
    const answer = await interact(room, members[0]!, await slash(room, 'ping', text('x')));
    expect(answer.body.message.flags).toBe(64);
    const path = `/api/v10/channels/${channels[0]!.id}/messages`;
    const own = await request(room, path, { authorization: members[0]!.token });
    const others = await request(room, path, { authorization: members[1]!.token });
    const bots = await request(room, path, { authorization: `Bot ${room.token}` });
    expect([own.body.length, others.body.length, bots.body.length]).toEqual([1, 0, 0]);
  });

  test('hides content from the bot unless it is mentioned, written to directly, or the author', async () => {
    const seen: string[] = [];
    await start({ onMessage: (message) => seen.push(message.content) });
    const { members, channels, application_id: id } = await roomInfo(room);
    const post = (channel: string, content: string): Promise<unknown> =>
      request(room, `/api/v10/channels/${channel}/messages`, { authorization: members[1]!.token, body: { content } });
    await post(channels[0]!.id, 'nothing for you');
    await post(channels[0]!.id, `<@${id}> a question`);
    await post(members[1]!.dm_channel_id, 'directly');
    await bot!.client.channels.cache.get(channels[0]!.id)!.fetch();
    expect(seen).toEqual(['', `<@${id}> a question`, 'directly']);
  });

  test('refuses a late reply with 10062 and rejects for the caller', async () => {
    let late: Promise<unknown> | undefined;
    await start({
      onInteraction: (interaction: Interaction) => {
        room.advance(3001);
        if (interaction.isChatInputCommand())
          late = interaction.reply('late').catch((error: { code: number }) => error.code);
      },
    });
    const { members } = await roomInfo(room);
    expect((await interact(room, members[0]!, await slash(room, 'ping', text('x')))).status).toBe(504);
    expect(await late).toBe(10062);
  });

  test('refuses a second acknowledgement with 40060, and the token after 15 minutes with 50027', async () => {
    let first: Interaction | undefined;
    await start({
      onInteraction: async (interaction: Interaction) => {
        first = interaction;
        if (interaction.isChatInputCommand()) await interaction.reply('one');
      },
    });
    const { members } = await roomInfo(room);
    await interact(room, members[0]!, await slash(room, 'ping', text('x')));
    const { id, token, applicationId } = first!;
    const again = await request(room, `/api/v10/interactions/${id}/${token}/callback`, {
      body: { type: 4, data: { content: 'two' } },
    });
    expect(again.body.code).toBe(40060);
    const followUp = (): Promise<{ body: { code?: number } }> =>
      request(room, `/api/v10/webhooks/${applicationId}/${token}`, { body: { content: 'more' } });
    room.advance(14 * 60_000);
    expect((await followUp()).body.code).toBeUndefined();
    room.advance(60_001);
    expect((await followUp()).body.code).toBe(50027);
  });

  test('refuses a wrong token', async () => {
    room = await startRoom();
    await expect(startBot(room, { token: 'wrong' })).rejects.toThrow(/token/i);
  });
});
