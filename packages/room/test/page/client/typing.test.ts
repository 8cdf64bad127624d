import { expect, test } from 'vitest';
import { createTyping } from '../../../src/page/client/typing.ts';

const names = { user: (id: string): string => `user ${id}` };

test('sentence names who types in the channel for ten seconds, or until their message', () => {
  const typing = createTyping();
  typing.note('4', '1', 0);
  expect(typing.sentence('4', 9999, names)).toBe('user 1 is typing…');
  expect(typing.sentence('4', 10_000, names)).toBe('');
  expect(typing.sentence('5', 0, names)).toBe('');
  typing.note('4', '2', 5000);
  expect(typing.sentence('4', 6000, names)).toBe('user 1, user 2 are typing…');
  typing.end('4', '2');
  expect(typing.sentence('4', 6000, names)).toBe('user 1 is typing…');
});
