import { describe, expect, it } from 'vitest';
import { introductionsOf } from '../../../src/language/words/acronyms.ts';

describe('introductionsOf', () => {
  it.each([
    ['The Coast and Harbour Authority (CHA) met.', [{ short: 'CHA', other: 'Coast and Harbour Authority' }]],
    ['the Northern Front-Brackwater (NF-B) group', [{ short: 'NF-B', other: 'Northern Front-Brackwater' }]],
    ['NF-B, also called NFBW, is new.', [{ short: 'NF-B', other: 'NFBW' }]],
    ['CHA (Coast and Harbour Authority) met.', [{ short: 'CHA', other: 'Coast and Harbour Authority' }]],
    ['He spoke to the press (BBC).', []],
    ['the north (see NFB)', []],
    ['CHA, also called the guild, met.', []],
  ])('%s', (text, expected) => {
    expect(introductionsOf(text)).toEqual(expected);
  });
});
