import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../../src/page/composer/parseCommandLine.ts';
import { usages } from './commands.ts';

describe('parseCommandLine reads a typed command', () => {
  test.each([
    ['/quote ', 'quote', {}],
    ['/quote some words', 'quote', { text: 'some words' }],
    ['/quote text:some: words scope:all', 'quote', { text: 'some: words', scope: 'all' }],
    ['/quote some words scope: all', 'quote', { text: 'some words', scope: 'all' }],
    ['/digest post now channel:general', 'digest post now', { channel: 'general' }],
  ])('%j', (line, name, values) => {
    const read = parseCommandLine(usages, line);
    expect(read?.usage.name).toBe(name);
    expect(read?.values).toEqual(values);
  });

  test.each(['/quote', '/digest post', 'quote a', '/other a', ''])('%j is none yet', (line) => {
    expect(parseCommandLine(usages, line)).toBeUndefined();
  });
});
