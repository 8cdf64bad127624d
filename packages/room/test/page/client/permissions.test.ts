import { expect, test } from 'vitest';
import { may, mayPost, mayWrite } from '../../../src/page/client/permissions.ts';

const SEND = '2048';
const IN_THREADS = String(2 ** 38);

test.each([
  ['text', 0, SEND, true, false],
  ['text without the permission', 0, IN_THREADS, false, false],
  ['a thread', 11, IN_THREADS, true, false],
  ['a thread without the permission', 11, SEND, false, false],
  ['a direct message, whatever the permissions', 1, '0', true, false],
  ['a forum', 15, SEND, false, true],
  ['a forum without the permission', 15, '0', false, false],
  ['text, as an administrator', 0, '8', true, false],
] as const)('mayWrite and mayPost in %s', (_, type, permissions, write, post) => {
  expect(mayWrite({ type, permissions })).toBe(write);
  expect(mayPost({ type, permissions })).toBe(post);
});

test('may holds for the permission itself, and not for another', () => {
  expect(may({ permissions: '6' }, 4n)).toBe(true);
  expect(may({ permissions: '6' }, 1n)).toBe(false);
});
