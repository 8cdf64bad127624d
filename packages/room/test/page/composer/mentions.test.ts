import { expect, test } from 'vitest';
import { withMentions } from '../../../src/page/composer/mentions.ts';

const user = (id: string, username: string): { id: string; username: string; global_name: null; bot: boolean } => ({
  id,
  username,
  global_name: null,
  bot: false,
});
const view = {
  users: [user('1', 'Ann'), user('2', 'Ann Lee')],
  bot: { ...user('3', 'rapporteur'), bot: true },
  channels: [
    { id: '4', type: 0, name: 'general', guild_id: '9', position: 0, permissions: '0', bot: true },
    { id: '5', type: 1, name: 'rapporteur', position: 0, permissions: '0', bot: true },
  ],
};

test.each([
  ['@rapporteur what?', '<@3> what?'],
  ['Hello @Rapporteur, and @ann!', 'Hello <@3>, and <@1>!'],
  ['@Ann Lee knows', '<@2> knows'],
  ['@Annabel @nobody #general #rapporteur', '@Annabel @nobody <#4> #rapporteur'],
  ['mail@rapporteur.org <@1> \\@rapporteur', 'mail@rapporteur.org <@1> \\@rapporteur'],
])('withMentions(%j)', (content, expected) => {
  expect(withMentions(content, view)).toBe(expected);
});
