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

  test.each([
    ['postgres://me:s%40cret@db.example.org:5432/team', 'config'],
    ['postgresql:///team?host=/run/postgresql', 'config'],
    ['postgres://me:sec#ret@db/team', 'invalid'],
    ['postgres://me:secret@db', 'invalid'],
    ['mysql://me:secret@db/team', 'invalid'],
    ['/srv/secret.sqlite', 'invalid'],
  ])('takes the database %s: %s, and never repeats it', (database, kind) => {
    const reading = readConfig({ DATABASE_URL: database });
    expect(reading.kind).toBe(kind);
    if (reading.kind === 'invalid') {
      expect(reading.problems).toEqual([
        expect.stringMatching(/^DATABASE_URL must be like postgres:\/\/user:password@/u),
      ]);
      expect(reading.problems.join()).not.toMatch(/secret|sec#ret/u);
    }
  });

  test.each([
    [{ INTERACTIONS: 'http' }, 'INTERACTIONS=http needs HTTP_PORT, the port on which interactions arrive.'],
    [
      { INTERACTIONS: 'http', HTTP_PORT: '80', ASK_CHANNELS: 'on' },
      'ASK_CHANNELS=on needs INTERACTIONS=gateway: messages only arrive over the gateway.',
    ],
    [
      { INTERACTIONS: 'http', HTTP_PORT: '80', SHARDS: 'auto' },
      'SHARDS needs INTERACTIONS=gateway: interactions over HTTP have no shards.',
    ],
    [{ INTERACTIONS: 'https' }, 'INTERACTIONS must be gateway or http, not "https".'],
    [
      { DISCORD_PUBLIC_KEY: 'abc' },
      'DISCORD_PUBLIC_KEY must be the 64 hexadecimal digits of the public key in the developer portal, not "abc".',
    ],
    [{ SHARD_IDS: '0' }, 'SHARD_IDS needs SHARDS, the number of shards in all.'],
    [
      { SHARD_IDS: '0', SHARDS: '2' },
      'SHARD_IDS needs DATABASE_URL: a SQLite file has one process, which takes every shard.',
    ],
    [
      { SHARD_IDS: '0,2', SHARDS: '2', DATABASE_URL: 'postgres://a/b' },
      'SHARD_IDS must be 0 to 1 for 2 shards, not 2.',
    ],
  ])('says of %j what does not go together', (environment, problem) => {
    expect(readConfig(environment)).toEqual({ kind: 'invalid', problems: [problem] });
  });

  test('takes interactions over HTTP with a port alone', () => {
    expect(readConfig({ INTERACTIONS: 'http', HTTP_PORT: '8080' })).toMatchObject({
      kind: 'config',
      config: { INTERACTIONS: 'http', HTTP_PORT: 8080 },
    });
  });
});
