import { Collection } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/discord/messages/messageText.ts';

const display = (content: string) => ({ toJSON: () => ({ type: 10, content }) });
type Message = Parameters<typeof textOf>[0];

describe('textOf', () => {
  test.each<readonly [what: string, message: object, text: string]>([
    ['content', { content: 'He said “no”.', components: [] }, 'He said “no”.'],
    ['components', { content: '', components: [display('> One'), display('> Two')] }, '> One\n\n> Two'],
    [
      'a forwarded message',
      {
        content: '',
        components: [],
        messageSnapshots: new Collection([['1', { content: '“Forwarded.”', embeds: [] }]]),
      },
      '“Forwarded.”',
    ],
    [
      'a comment, and what is forwarded with it',
      { content: 'See:', messageSnapshots: [{ content: null, embeds: [{ description: '“In an embed.”' }] }] },
      'See:\n\n“In an embed.”',
    ],
    [
      'an embed',
      {
        content: '',
        components: [],
        embeds: [
          {
            data: { type: 'rich' },
            title: 'Title',
            description: '“Words.”',
            fields: [{ name: 'Name', value: '“Value.”' }],
          },
        ],
      },
      'Title\n\n“Words.”\n\nName\n\n“Value.”',
    ],
    [
      'no preview of a link',
      {
        content: 'https://example.org',
        components: [],
        embeds: [{ data: { type: 'article' }, description: '“Page.”' }],
      },
      'https://example.org',
    ],
    ['nothing', { content: '', components: [] }, ''],
  ])('reads %s', (_, message, text) => {
    expect(textOf(message as Message)).toBe(text);
  });
});
