import { describe, expect, test } from 'vitest';
import type { ViewChannel, ViewCommand } from '../../../src/members/events.ts';
import { commandData, matchUsages, usableCommands } from '../../../src/page/composer/command.ts';
import { command, usages } from './commands.ts';

const channel: ViewChannel = {
  id: '5',
  type: 0,
  name: 'general',
  guild_id: '9',
  position: 0,
  permissions: '2147483648',
  bot: true,
};
const guilds = [
  { id: '9', bot: true },
  { id: '10', bot: false },
];

test('commandUsages gives an entry for each subcommand', () => {
  expect(usages.map(({ name }) => name)).toEqual(['quote', 'digest post now', 'digest list']);
});

test('matchUsages puts names that begin with the text before those that hold it, and descriptions last', () => {
  expect(matchUsages(usages, 'd').map(({ name }) => name)).toEqual(['digest list', 'digest post now']);
  expect(matchUsages(usages, 'list').map(({ name }) => name)).toEqual(['digest list']);
  expect(matchUsages(usages, 'sentence').map(({ name }) => name)).toEqual(['quote']);
  expect(matchUsages(usages, 'x')).toEqual([]);
});

test('commandData nests options as deep as the command', () => {
  const values = [{ type: 7, name: 'channel', value: '5' }];
  expect(commandData(usages[1]!, values)).toEqual({
    id: '2',
    name: 'digest',
    type: 1,
    version: '8',
    options: [{ type: 2, name: 'post', options: [{ type: 1, name: 'now', options: values }] }],
  });
  expect(commandData(usages[0]!, [])).toMatchObject({ name: 'quote', options: [] });
});

describe('usableCommands', () => {
  const names = (commands: readonly ViewCommand[], where: ViewChannel = channel, type = 1): string[] =>
    usableCommands(commands, where, { type, guilds }).map(({ name }) => name);
  const dm: ViewChannel = { id: '6', type: 1, name: '', position: 0, permissions: '0', bot: true };

  test('asks for the permission that a command needs, and takes an administrator as having all', () => {
    const manage = [command({ name: 'manage', default_member_permissions: '32' })];
    expect(names(manage)).toEqual([]);
    expect(names(manage, { ...channel, permissions: String(2147483648 + 32) })).toEqual(['manage']);
    expect(names(manage, { ...channel, permissions: '8' })).toEqual(['manage']);
    expect(names([command({ name: 'nobody', default_member_permissions: '0' })])).toEqual([]);
  });

  test('keeps to the type, the contexts and the server of a command', () => {
    expect(names([command({ name: 'a' }), command({ name: 'b', type: 3 })])).toEqual(['a']);
    expect(names([command({ name: 'a' }), command({ name: 'b', type: 3 })], channel, 3)).toEqual(['b']);
    expect(names([command({ name: 'a', contexts: [0] }), command({ name: 'b', contexts: [1] })], dm)).toEqual(['b']);
    expect(names([command({ name: 'a', guild_id: '9' }), command({ name: 'b', guild_id: '10' })])).toEqual(['a']);
  });

  test('where the bot is no member, only what was installed by the user', () => {
    const lobby = { ...channel, guild_id: '10' };
    expect(
      names(
        [
          command({ name: 'a', integration_types: [0] }),
          command({ name: 'b', integration_types: [0, 1] }),
          command({ name: 'c' }),
        ],
        lobby,
      ),
    ).toEqual(['b']);
    expect(names([command({ name: 'a' })], { ...channel, bot: false })).toEqual([]);
    expect(names([command({ name: 'a' })], { ...channel, permissions: '0' })).toEqual([]);
  });
});
