import { describe, expect, test } from 'vitest';
import type { ViewChannel } from '../../src/events.ts';
import {
  commandData,
  commandUsages,
  matchUsages,
  optionValue,
  parseCommandLine,
  usableCommands,
} from '../../src/page/command.js';

const COMMANDS = [
  {
    id: '1',
    version: '7',
    name: 'quote',
    description: 'Quotes a sentence',
    options: [
      { type: 3, name: 'text', description: 'Words', required: true },
      { type: 3, name: 'scope', description: 'How much' },
    ],
  },
  {
    id: '2',
    version: '8',
    name: 'digest',
    description: 'Digests',
    options: [
      {
        type: 2,
        name: 'post',
        description: 'Posts',
        options: [
          {
            type: 1,
            name: 'now',
            description: 'Posts at once',
            options: [{ type: 7, name: 'channel', description: 'Where' }],
          },
        ],
      },
      { type: 1, name: 'list', description: 'Lists digests' },
    ],
  },
];
const usages = commandUsages(COMMANDS);
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

describe('parseCommandLine reads a typed command', () => {
  test.each([
    ['/quote ', 'quote', {}],
    ['/quote some words', 'quote', { text: 'some words' }],
    ['/quote text:some: words scope:all', 'quote', { text: 'some: words', scope: 'all' }],
    ['/quote some words scope: all', 'quote', { text: 'some words', scope: 'all' }],
    ['/digest post now channel:general', 'digest post now', { channel: 'general' }],
  ])('%j', (line, name, values) => {
    const read = parseCommandLine(usages, line);
    expect(read?.usage.name).toBe(name);
    expect(read?.values).toEqual(values);
  });

  test.each(['/quote', '/digest post', 'quote a', '/other a', ''])('%j is none yet', (line) => {
    expect(parseCommandLine(usages, line)).toBeUndefined();
  });
});

describe('optionValue checks a field', () => {
  const text = { type: 3, name: 'text', min_length: 2, max_length: 4 };
  const number = { type: 4, name: 'count', min_value: 1, max_value: 3 };
  const listed = { type: 3, name: 'scope', choices: [{ name: 'One', value: 'one' }] };

  test.each([
    [text, ' ab ', { value: 'ab' }],
    [text, 'a', { problem: 'text needs at least 2 characters' }],
    [text, 'abcd', { value: 'abcd' }],
    [text, 'abcde', { problem: 'text may have at most 4 characters; these are 5' }],
    [{ type: 3, name: 'text' }, 'a'.repeat(6000), { value: 'a'.repeat(6000) }],
    [{ type: 3, name: 'text' }, 'a'.repeat(6001), { problem: 'text may have at most 6000 characters; these are 6001' }],
    [text, ' ', { empty: true }],
    [{ ...text, required: true }, ' ', { problem: 'text is required' }],
    [number, '3', { value: 3 }],
    [number, '4', { problem: 'count must be at most 3' }],
    [number, '0', { problem: 'count must be at least 1' }],
    [number, '1.5', { problem: 'count must be a whole number' }],
    [number, 'two', { problem: 'count must be a number' }],
    [{ type: 10, name: 'share' }, '1.5', { value: 1.5 }],
    [listed, 'one', { value: 'one' }],
    [listed, 'ONE', { value: 'one' }],
    [listed, 'Two', { problem: 'scope must be one of “One”' }],
    [{ type: 6, name: 'who' }, 'Mara', { problem: 'who must be one of the listed values' }],
  ])('%j with %j', (option, typed, expected) => {
    expect(optionValue(option, typed, undefined)).toEqual(expected);
  });

  test('takes what was picked as it is', () => {
    expect(optionValue({ type: 5, name: 'hide' }, 'False', { value: false })).toEqual({ value: false });
  });
});

describe('usableCommands', () => {
  const names = (commands: object[], where: ViewChannel = channel, type = 1): string[] =>
    usableCommands(commands, where, { type, guilds }).map((command) => (command as { name: string }).name);
  const dm: ViewChannel = { id: '6', type: 1, name: '', position: 0, permissions: '0', bot: true };

  test('asks for the permission that a command needs, and takes an administrator as having all', () => {
    const manage = [{ name: 'manage', default_member_permissions: '32' }];
    expect(names(manage)).toEqual([]);
    expect(names(manage, { ...channel, permissions: String(2147483648 + 32) })).toEqual(['manage']);
    expect(names(manage, { ...channel, permissions: '8' })).toEqual(['manage']);
    expect(names([{ name: 'nobody', default_member_permissions: '0' }])).toEqual([]);
  });

  test('keeps to the type, the contexts and the server of a command', () => {
    expect(names([{ name: 'a' }, { name: 'b', type: 3 }])).toEqual(['a']);
    expect(names([{ name: 'a' }, { name: 'b', type: 3 }], channel, 3)).toEqual(['b']);
    expect(
      names(
        [
          { name: 'a', contexts: [0] },
          { name: 'b', contexts: [1] },
        ],
        dm,
      ),
    ).toEqual(['b']);
    expect(
      names([
        { name: 'a', guild_id: '9' },
        { name: 'b', guild_id: '10' },
      ]),
    ).toEqual(['a']);
  });

  test('where the bot is no member, only what was installed by the user', () => {
    const lobby = { ...channel, guild_id: '10' };
    expect(
      names([{ name: 'a', integration_types: [0] }, { name: 'b', integration_types: [0, 1] }, { name: 'c' }], lobby),
    ).toEqual(['b']);
    expect(names([{ name: 'a' }], { ...channel, bot: false })).toEqual([]);
    expect(names([{ name: 'a' }], { ...channel, permissions: '0' })).toEqual([]);
  });
});
