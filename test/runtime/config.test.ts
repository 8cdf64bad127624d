import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultOf, ENVIRONMENT_KEYS, readConfig } from '../../src/runtime/config.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const lines = example.split('\n');

describe('.env.example', () => {
  test('names every key of the configuration, and no other', () => {
    const named = lines.flatMap((line) => /^([A-Z_]+)=/u.exec(line)?.[1] ?? []);
    expect(named.sort()).toEqual([...ENVIRONMENT_KEYS].sort());
  });

  test.each(ENVIRONMENT_KEYS)('returns the default of %s', (key) => {
    const line = lines.find((candidate) => candidate.startsWith(`${key}=`));
    expect(line).toBe(`${key}=${defaultOf(key) ?? ''}`);
  });

  test('explains each group of keys in a comment above it', () => {
    const bare = lines.filter((line, at) => /^[A-Z]/u.test(line) && !/^(?:#|[A-Z])/u.test(lines[at - 1] ?? ''));
    expect(bare).toEqual([]);
  });
});

describe('readConfig', () => {
  test('accepts an empty environment', () => {
    expect(readConfig({})).toMatchObject({ kind: 'config', config: { CORPUS_DIR: 'corpus', ROOM_PORT: 3210 } });
  });

  test('reports all problems together', () => {
    const reading = readConfig({ ROOM_PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'ftp://a' });
    expect(reading).toEqual({
      kind: 'invalid',
      problems: [
        'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud".',
        'ROOM_PORT must be a port number, not "x".',
        'PUBLIC_URL must be an http or https address, not "ftp://a".',
      ],
    });
  });

  test.each([
    ['65535', 'config'],
    ['65536', 'invalid'],
    ['0', 'config'],
    ['-1', 'invalid'],
    ['1.5', 'invalid'],
  ])('takes port %s: %s', (port, kind) => {
    expect(readConfig({ ROOM_PORT: port }).kind).toBe(kind);
  });

  test('never repeats a token', () => {
    const reading = readConfig({ DISCORD_TOKEN: 'se cret' });
    expect(JSON.stringify(reading)).not.toContain('cret');
    expect(reading.kind).toBe('invalid');
  });
});
