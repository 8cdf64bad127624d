import { expect, test } from 'vitest';
import { refusalText } from '../../../src/page/client/refusal.ts';

test.each([
  ['the message', { message: 'Missing Access', code: 50_001 }, 'Missing Access'],
  [
    'its errors, each with its field',
    {
      message: 'Invalid Form Body',
      errors: { data: { options: { 0: { count: { _errors: [{ code: 'A', message: 'Too large.' }] } } } } },
    },
    'count: Too large.',
  ],
  ['errors without a field', { message: 'Invalid', errors: { _errors: [{ message: 'Wrong.' }] } }, 'Wrong.'],
  ['nothing if there is none', undefined, undefined],
  ['nothing if it is no object', 'text', undefined],
])('refusalText words %s', (_, answer, expected) => {
  expect(refusalText(answer)).toBe(expected);
});
