import { expect, test } from 'vitest';
import { changeChannels } from '../../../src/page/client/changeChannels.ts';
import { channel } from '../view.ts';

const thread = channel('5', 'thread', { type: 11, parent_id: '4' });
const direct = channel('8', 'helper', { type: 1, guild_id: '' });
const CHANNELS = [
  channel('4', 'general'),
  thread,
  channel('6', 'news'),
  channel('7', 'lobby', { guild_id: '10' }),
  direct,
];

test.each([
  ['a thread after the last one of its parent', 'create', channel('9', 'new', { type: 11, parent_id: '4' }), '459678'],
  ['a channel after those of its server', 'create', channel('9', 'new'), '456978'],
  ['a channel of a new server at the end', 'create', channel('9', 'new', { guild_id: '11' }), '456789'],
  ['a changed channel in its place', 'update', channel('6', 'renamed'), '45678'],
  ['a channel that comes into view, as if it were new', 'update', channel('9', 'new'), '456978'],
  ['nothing where a channel was deleted', 'delete', channel('6', 'news'), '4578'],
] as const)('changeChannels puts %s', (_, action, changed, order) => {
  const channels = changeChannels(CHANNELS, { action, channel: changed });
  expect(channels.map(({ id }) => id).join('')).toBe(order);
  if (action !== 'delete') expect(channels).toContain(changed);
});
