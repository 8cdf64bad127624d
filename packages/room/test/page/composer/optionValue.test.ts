import { describe, expect, test } from 'vitest';
import { optionValue } from '../../../src/page/composer/optionValue.ts';

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
