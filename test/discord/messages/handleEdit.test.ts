import type { Message } from 'discord.js';
import { expect, test } from 'vitest';
import { isNewMention } from '../../../src/discord/messages/handleEdit.ts';

const BOT = '100000000000000001';

/** As much of a message as says whether it mentions the bot. */
function message(
  content: string,
  { editedAfterMs, partial = false }: { editedAfterMs?: number; partial?: boolean } = {},
): Message {
  return {
    content,
    partial,
    author: { bot: false },
    webhookId: null,
    system: false,
    guildId: '1',
    guild: null,
    client: { user: { id: BOT } },
    mentions: { users: new Map(content.includes(BOT) ? [[BOT, {}]] : []), roles: new Map(), repliedUser: null },
    createdTimestamp: 1_000,
    editedTimestamp: editedAfterMs === undefined ? null : 1_000 + editedAfterMs,
  } as unknown as Message;
}

const mention = `<@${BOT}> who?`;

test.each([
  ['within five minutes', message('who?'), message(mention, { editedAfterMs: 300_000 }), true],
  ['later', message('who?'), message(mention, { editedAfterMs: 300_001 }), false],
  ['of a message that mentioned it', message(mention), message(mention, { editedAfterMs: 10 }), false],
  ['that mentions nobody', message('who'), message('who?', { editedAfterMs: 10 }), false],
  ['that is none, but a link that was unfurled', message('who?'), message(mention), false],
  ['of which nothing is known before', message('', { partial: true }), message(mention, { editedAfterMs: 10 }), false],
])('isNewMention of an edit %s', (_, before, after, expected) => {
  expect(isNewMention(before, after)).toBe(expected);
});
