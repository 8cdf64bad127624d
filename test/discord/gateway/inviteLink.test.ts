import { PermissionsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { inviteLink } from '../../../src/discord/gateway/inviteLink.ts';

test('inviteLink asks for the scopes and permissions that HOSTING.md names, and no others', () => {
  const { origin, pathname, searchParams } = new URL(inviteLink('123456789012345678'));
  expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
  expect(searchParams.get('client_id')).toBe('123456789012345678');
  expect(searchParams.get('scope')).toBe('bot applications.commands');
  expect(new Set(new PermissionsBitField(BigInt(searchParams.get('permissions')!)).toArray())).toEqual(
    new Set(['ViewChannel', 'SendMessages', 'SendMessagesInThreads', 'ReadMessageHistory', 'AttachFiles']),
  );
});
