import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  type Interaction,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startRoom, type Room } from '../src/room.ts';
import { startBot, until, type Bot } from './bot.ts';
import { interact, request, roomInfo, slash, type Answered, type RoomInfo } from '../src/member.ts';

let room: Room;
let bot: Bot;
let info: RoomInfo;
let handle: (interaction: Interaction) => unknown;

const string = { type: ApplicationCommandOptionType.String, description: 'd' } as const;

beforeEach(async () => {
  room = await startRoom({ rateLimits: false });
  handle = (interaction) => interaction.isChatInputCommand() && interaction.reply('ok');
  bot = await startBot(room, {
    onInteraction: (interaction) => handle(interaction),
    commands: [
      {
        name: 'ask',
        description: 'd',
        options: [
          { ...string, name: 'text', required: true, minLength: 2, maxLength: 5 },
          { ...string, name: 'scope', choices: [{ name: 'One', value: 'one' }] },
          { type: ApplicationCommandOptionType.Integer, name: 'page', description: 'd', minValue: 1, maxValue: 9 },
          { type: ApplicationCommandOptionType.Boolean, name: 'hide', description: 'd' },
          { type: ApplicationCommandOptionType.User, name: 'mention', description: 'd' },
          {
            type: ApplicationCommandOptionType.Channel,
            name: 'channel',
            description: 'd',
            channelTypes: [ChannelType.GuildForum],
          },
          { ...string, name: 'topic', autocomplete: true },
        ],
      },
      {
        name: 'digest',
        description: 'd',
        options: [
          { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: 'd' },
          {
            type: ApplicationCommandOptionType.Subcommand,
            name: 'show',
            description: 'd',
            options: [{ ...string, name: 'name', required: true }],
          },
        ],
      },
      { name: 'manage', description: 'd', defaultMemberPermissions: 32n, contexts: [InteractionContextType.Guild] },
      {
        name: 'anywhere',
        description: 'd',
        integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      },
    ],
  });
  info = await roomInfo(room);
});
afterEach(async () => {
  await bot.close();
  await room.close();
  if (bot.errors.length > 0) throw bot.errors[0];
});

const member = (index = 0): RoomInfo['members'][number] => info.members[index]!;
const ask = async (...options: unknown[]): Promise<Answered> =>
  interact(room, member(), await slash(room, 'ask', [{ type: 3, name: 'text', value: 'abc' }, ...options]));
const problem = (answer: Answered, ...path: (string | number)[]): unknown =>
  path.reduce((errors, key) => errors?.[key], answer.body.errors?.data?.options)?._errors?.[0]?.code;

describe('option values', () => {
  test('are checked by the command as it is registered', async () => {
    const text = async (value: unknown): Promise<Answered> =>
      interact(room, member(), await slash(room, 'ask', [{ type: 3, name: 'text', value }]));
    expect((await text('ab')).status).toBe(200);
    expect(problem(await text('a'), 0, 'value')).toBe('BASE_TYPE_MIN_LENGTH');
    expect((await text('abcde')).status).toBe(200);
    expect(problem(await text('abcdef'), 0, 'value')).toBe('BASE_TYPE_MAX_LENGTH');
    expect(problem(await text(1), 0, 'value')).toBe('STRING_TYPE_CONVERT');
    expect(problem(await interact(room, member(), await slash(room, 'ask')), 'text')).toBe('BASE_TYPE_REQUIRED');
  });

  test.each<[option: unknown, code: string | undefined]>([
    [{ type: 3, name: 'scope', value: 'one' }, undefined],
    [{ type: 3, name: 'scope', value: 'two' }, 'APPLICATION_COMMAND_INVALID_CHOICE'],
    [{ type: 4, name: 'page', value: 9 }, undefined],
    [{ type: 4, name: 'page', value: 10 }, 'NUMBER_TYPE_MAX'],
    [{ type: 4, name: 'page', value: 0 }, 'NUMBER_TYPE_MIN'],
    [{ type: 4, name: 'page', value: 1.5 }, 'NUMBER_TYPE_COERCE'],
    [{ type: 5, name: 'hide', value: 'yes' }, 'BOOLEAN_TYPE_CONVERT'],
    [{ type: 6, name: 'mention', value: '1' }, 'MODEL_ID_UNKNOWN'],
  ])('%j', async (option, code) => {
    expect(problem(await ask(option), 1, 'value')).toBe(code);
  });

  test('name channels of the wanted kind only', async () => {
    const channel = (name: string): unknown => ({
      type: 7,
      name: 'channel',
      value: info.channels.find((each) => each.name === name)!.id,
    });
    expect((await ask(channel('questions'))).status).toBe(200);
    expect(problem(await ask(channel('general')), 1, 'value')).toBe('APPLICATION_COMMAND_OPTION_CHANNEL_TYPE');
  });

  test('come to the bot with the users that they name', async () => {
    handle = (interaction) =>
      interaction.isChatInputCommand() && interaction.reply(`${interaction.options.getUser('mention')?.username}`);
    const answer = await ask({ type: 6, name: 'mention', value: member(1).id });
    expect(answer.body.message.content).toBe('robin');
  });

  test('of a subcommand', async () => {
    handle = (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString('name')}`);
    const show = await slash(room, 'digest', [
      { type: 1, name: 'show', options: [{ type: 3, name: 'name', value: 'x' }] },
    ]);
    const answer = await interact(room, member(), show);
    expect(answer.body.message).toMatchObject({ content: 'show x', interaction: { name: 'digest show' } });
    expect((await interact(room, member(), await slash(room, 'digest'))).body.code).toBe(50035);
    const missing = await slash(room, 'digest', [{ type: 1, name: 'show', options: [] }]);
    expect(problem(await interact(room, member(), missing), 0, 'options', 'name')).toBe('BASE_TYPE_REQUIRED');
  });

  test('may be missing while one is being typed, which must have autocomplete', async () => {
    handle = (interaction) => interaction.isAutocomplete() && interaction.respond([]);
    const typed = async (name: string): Promise<Answered> =>
      interact(room, member(), await slash(room, 'ask', [{ type: 3, name, value: '', focused: true }], 4));
    expect((await typed('topic')).body).toEqual({ type: 8, choices: [] });
    expect((await typed('text')).body.code).toBe(50035);
  });
});

describe('a command', () => {
  test('is hidden from members without its permission, until the owner opens it', async () => {
    const use = async (): Promise<number> => (await interact(room, member(1), await slash(room, 'manage'))).status;
    expect((await interact(room, member(0), await slash(room, 'manage'))).status).toBe(200);
    expect(await use()).toBe(403);
    const id = info.commands.find((command) => command.name === 'manage')!.id;
    await request(room, `/room/commands/${id}/open`, { method: 'PUT' });
    expect(await use()).toBe(200);
  });

  test('is used in direct messages where its contexts hold them', async () => {
    const direct = { guild_id: undefined, channel_id: member().dm_channel_id };
    const use = async (name: string): Promise<Answered> =>
      interact(room, member(), { ...(await slash(room, name)), ...direct });
    handle = (interaction) => interaction.isChatInputCommand() && interaction.reply(String(interaction.inGuild()));
    expect((await use('anywhere')).body.message.content).toBe('false');
    expect((await use('manage')).status).toBe(403);
  });

  test('is used in a server without the bot where it is installed by the user', async () => {
    const elsewhere = info.other_guilds[0]!;
    const place = { guild_id: elsewhere.id, channel_id: elsewhere.channels[0]!.id };
    handle = (interaction) =>
      interaction.isChatInputCommand() && interaction.reply(`${interaction.guildId} ${interaction.guild === null}`);
    const answer = await interact(room, member(), { ...(await slash(room, 'anywhere')), ...place });
    expect(answer.body.message.content).toBe(`${elsewhere.id} true`);
    expect((await interact(room, member(), { ...(await slash(room, 'digest')), ...place })).status).toBe(403);
  });

  test('used where only the user installed the bot has five follow-ups', async () => {
    const elsewhere = info.other_guilds[0]!;
    const codes: unknown[] = [];
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      for (let index = 0; index < 5; index += 1) await interaction.followUp(`${index}`);
      await interaction.followUp('5');
      await interaction.followUp('6').catch((error: { code: number }) => codes.push(error.code));
    };
    const place = { guild_id: elsewhere.id, channel_id: elsewhere.channels[0]!.id };
    await interact(room, member(), { ...(await slash(room, 'anywhere')), ...place });
    await until(() => codes.length > 0);
    expect(codes).toEqual([40094]);
  });

  test('that is outdated or unknown is refused', async () => {
    const body = await slash(room, 'manage');
    const changed = (data: object): Promise<Answered> =>
      interact(room, member(), { type: 2, data: { ...(body['data'] as object), ...data } });
    expect((await changed({ version: '1' })).body.code).toBe(50035);
    expect((await changed({ id: '1' })).body.code).toBe(10063);
  });
});

describe('components and modals', () => {
  const row = (component: object): never => ({ type: ComponentType.ActionRow, components: [component] }) as never;
  const sent = async (component: object): Promise<string> => {
    handle = (interaction) =>
      interaction.isChatInputCommand() && interaction.reply({ content: 'x', components: [row(component)] });
    return (await ask()).body.message.id;
  };

  test('a select accepts what it offers', async () => {
    const messageId = await sent({
      type: ComponentType.StringSelect,
      custom_id: 'format',
      options: ['a', 'b'].map((value) => ({ label: value, value })),
    });
    handle = (interaction) => interaction.isStringSelectMenu() && interaction.reply(interaction.values.join());
    const choose = (values: unknown): Promise<Answered> =>
      interact(room, member(), {
        type: 3,
        message_id: messageId,
        data: { component_type: 3, custom_id: 'format', values },
      });
    expect((await choose(['b'])).body.message).toMatchObject({
      content: 'b',
      type: 19,
      message_reference: { message_id: messageId },
    });
    for (const values of [['c'], ['a', 'b'], [], undefined]) expect((await choose(values)).body.code).toBe(50035);
  });

  test('a disabled button, or one that is not there, is refused', async () => {
    const messageId = await sent({
      type: ComponentType.Button,
      style: 1,
      label: 'x',
      custom_id: 'off',
      disabled: true,
    });
    for (const id of ['off', 'other']) {
      const press = { type: 3, message_id: messageId, data: { component_type: 2, custom_id: id } };
      expect((await interact(room, member(), press)).body.code).toBe(50035);
    }
  });

  test('an ephemeral message is out of the reach of others', async () => {
    const button = { type: ComponentType.Button, style: 1, label: 'x', custom_id: 'b' };
    handle = (interaction) =>
      interaction.isChatInputCommand() && interaction.reply({ content: 'x', flags: 64, components: [row(button)] });
    const { message } = (await ask()).body;
    handle = (interaction) => interaction.isButton() && interaction.reply('shared');
    const press = (who: number): Promise<Answered> =>
      interact(room, member(who), { type: 3, message_id: message.id, data: { component_type: 2, custom_id: 'b' } });
    expect((await press(1)).body.code).toBe(10008);
    const shared = (await press(0)).body.message;
    expect(shared.content).toBe('shared');
    expect(shared.referenced_message).toBeUndefined();
  });

  test('a deferred update is answered by its edit', async () => {
    const messageId = await sent({ type: ComponentType.Button, style: 1, label: 'x', custom_id: 'b' });
    handle = async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('edited');
    };
    const press = { type: 3, message_id: messageId, data: { component_type: 2, custom_id: 'b' } };
    expect((await interact(room, member(), press)).body).toMatchObject({
      type: 6,
      message: { id: messageId, content: 'edited' },
    });
  });

  test('a modal is shown, filled in and submitted', async () => {
    handle = (interaction) => {
      if (interaction.isChatInputCommand()) {
        return interaction.showModal({
          custom_id: 'm',
          title: 'Edit',
          components: [{ type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1, max_length: 3 } }],
        });
      }
      return interaction.isModalSubmit() && interaction.reply(`named ${interaction.fields.getTextInputValue('name')}`);
    };
    const shown = await ask();
    expect(shown.body).toMatchObject({ type: 9, modal: { custom_id: 'm', title: 'Edit' } });
    const submit = (value: string): Promise<Answered> =>
      interact(room, member(), {
        type: 5,
        data: { custom_id: 'm', components: [{ type: 18, component: { type: 4, custom_id: 'name', value } }] },
      });
    expect((await submit('long')).body.code).toBe(50035);
    expect((await submit('abc')).body.message.content).toBe('named abc');
    expect((await submit('abc')).body.code).toBe(50035);
  });
});

describe('answers that Discord refuses', () => {
  test('leave the interaction open', async () => {
    const codes: unknown[] = [];
    const refused = (error: { code: number }): void => void codes.push(error.code);
    handle = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'a'.repeat(2001) }).catch(refused);
      await interaction.reply('short');
    };
    expect((await ask()).body.message.content).toBe('short');
    expect(codes).toEqual([50035]);
  });

  test('are choices beyond 25, or a message to a typing member', async () => {
    const codes: unknown[] = [];
    const refused = (error: { code: number }): void => void codes.push(error.code);
    const choices = (count: number): { name: string; value: string }[] =>
      Array.from({ length: count }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    handle = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond(choices(26)).catch(refused);
      await interaction.respond([{ name: 'a'.repeat(101), value: 'v' }]).catch(refused);
      await interaction.respond(choices(25));
    };
    const typed = await slash(room, 'ask', [{ type: 3, name: 'topic', value: '', focused: true }], 4);
    expect((await interact(room, member(), typed)).body.choices).toHaveLength(25);
    expect(codes).toEqual([50035, 50035]);
  });
});
