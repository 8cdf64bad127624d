import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { line, temporaryFolder, type Outcome } from '../line.ts';

const server = '100000000000000001';
let corpus: string;

beforeEach(async () => {
  corpus = await temporaryFolder();
  for (const id of ['ferry', 'harbour-1', 'harbour-2']) await mkdir(join(corpus, id));
});

const access = (...words: string[]): Promise<Outcome> => line(['access', ...words, '--corpus', corpus]);
const file = (): Promise<string> => readFile(join(corpus, 'access.json'), 'utf8');

describe('access', () => {
  test('says that everybody sees everything without a file', async () => {
    expect(await access('show')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^There is no .*access\.json, so everybody sees everything\.\nferry: everyone\n/u),
    });
    expect(await access('revoke', 'ferry')).toMatchObject({
      code: 2,
      error: expect.stringContaining('everybody sees everything'),
    });
  });

  test('grants, shows and revokes', async () => {
    expect((await access('grant', 'harbour-*', '--server', server)).out).toMatch(
      /harbour-\* \(harbour-1, harbour-2\): server 100000000000000001\n.* is new: what it does not grant is denied from now on\. Granted to nobody so far: ferry\./u,
    );
    expect(await access('grant', 'ferry', '--everyone', '--direct-messages')).toMatchObject({
      code: 0,
      out: 'ferry: everyone, direct messages\n',
    });
    expect(await access('grant', 'harbour-*', '--role', '300000000000000001')).toMatchObject({ code: 0 });
    expect(await file()).toBe(
      '{\n  "harbour-*": ["server 100000000000000001", "role 300000000000000001"],\n  "ferry": ["everyone", "direct messages"]\n}\n',
    );
    expect((await access('show', 'h*')).out).toBe(
      'harbour-1: server 100000000000000001, role 300000000000000001\nharbour-2: server 100000000000000001, role 300000000000000001\n',
    );
    expect((await access('revoke', 'harbour-*', '--guild', server)).out).toContain(
      'harbour-1: role 300000000000000001',
    );
    expect((await access('revoke', 'ferry', '--everyone')).out).toBe('ferry: direct messages\n');
    expect((await access('revoke', 'ferry')).out).toBe('ferry: nobody\n');
    expect(JSON.parse((await access('show', '--json')).out)).toEqual({
      open: false,
      articles: { ferry: [], 'harbour-1': ['role 300000000000000001'], 'harbour-2': ['role 300000000000000001'] },
      unused: [],
    });
  });

  test('says what still grants an article that one entry grants no more', async () => {
    await access('grant', '*', '--everyone');
    await access('grant', 'ferry', '--server', server);
    expect((await access('revoke', 'ferry')).out).toBe('ferry: everyone\n');
  });

  test.each([
    [[], 'Use `access show`'],
    [['grant'], 'Name an article'],
    [['grant', 'ferry'], 'Say to whom'],
    [['grant', 'Ferry', '--everyone'], 'no article or pattern'],
    [['grant', 'ferry', '--server', '12'], '--server must be an id of 15 to 20 digits'],
    [['grant', 'ferry', '--server'], '--server needs a value'],
    [['revoke', 'constructor'], 'has no entry "constructor"'],
    [['revoke', 'harbour-1', '--everyone'], '"harbour-1" is not granted to everyone'],
  ])('refuses %j in one sentence, and changes nothing', async (words, sentence) => {
    await writeFile(join(corpus, 'access.json'), `{"harbour-1": ["server ${server}"]}`);
    const { code, error } = await access(...words);
    expect([code, error]).toEqual([2, expect.stringContaining(sentence)]);
    expect(await file()).toBe(`{"harbour-1": ["server ${server}"]}`);
  });

  test('grants an article that is named like a property of every object', async () => {
    expect(await access('grant', 'constructor', '--everyone')).toMatchObject({ code: 0 });
    expect(await file()).toBe('{\n  "constructor": ["everyone"]\n}\n');
  });

  test('does not touch a broken file, and says where it is broken', async () => {
    await writeFile(join(corpus, 'access.json'), '{\n  "ferry": 1\n}');
    expect(await access('grant', 'ferry', '--everyone')).toMatchObject({
      code: 2,
      error: expect.stringContaining('access.json:2: "ferry": must be a list.'),
    });
    expect(await file()).toBe('{\n  "ferry": 1\n}');
  });
});
