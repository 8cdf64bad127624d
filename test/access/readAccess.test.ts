import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/article/problem.ts';
import { parseAccess, readAccess } from '../../src/access/readAccess.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'access-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('readAccess', () => {
  test('is open if there is no file', async () => {
    expect(await readAccess(folder)).toEqual({ kind: 'access', access: { kind: 'open' } });
  });

  test('takes ids and patterns with those they are granted to', async () => {
    const grants = {
      'harbour-*': ['server 100000000000000001', 'role 300000000000000001'],
      ferry: ['everyone', 'direct messages', 'channel 200000000000000001'],
      draft: [],
    };
    await writeFile(join(folder, 'access.json'), `\uFEFF${JSON.stringify(grants)}`);
    expect(await readAccess(folder)).toEqual({ kind: 'access', access: { kind: 'granted', grants } });
  });

  test('does not take a file that it cannot read for one that is not there', async () => {
    await mkdir(join(folder, 'access.json'));
    expect(await readAccess(folder)).toMatchObject({ kind: 'broken' });
    await rm(join(folder, 'access.json'), { recursive: true });
    await writeFile(join(folder, 'access.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    expect(await readAccess(folder)).toMatchObject({
      kind: 'broken',
      problems: [{ message: 'the file is not UTF-8 text' }],
    });
  });
});

test.each([
  ['{\n  "a": ["everyone"],\n}', 'access.json:3: this is not JSON'],
  ['', 'access.json: this is not JSON'],
  ['[]', 'access.json:1: must be an object'],
  ['null', 'access.json:1: must be an object'],
  ['{\n  "a": "everyone"\n}', 'access.json:2: "a": must be a list'],
  [
    '{\n  "a": ["everyone"],\n  "Ferry": []\n}',
    /^access\.json:3: "Ferry": an entry is named by an article id, or a pattern/u,
  ],
  ['{"": ["everyone"]}', /an entry is named by/u],
  [
    '{\n  "a": [\n    "everyone",\n    "server 12"\n  ]\n}',
    /^access\.json:4: "a": must be "everyone", "direct messages", or "server"/u,
  ],
  ['{"a": ["Everyone"]}', /must be "everyone"/u],
  ['{"a": [7]}', /^access\.json:1: "a": must be text/u],
  ['{\n  "a": ["everyone"],\n  "a": []\n}', 'access.json:3: an entry with this name is there already'],
] as const)('parseAccess says what is wrong with %j, and where', (text, sentence) => {
  const reading = parseAccess(text, 'access.json');
  if (reading.kind !== 'broken') throw new Error('it was taken');
  const [first] = reading.problems.map(formatProblem);
  if (typeof sentence === 'string') expect(first).toBe(sentence);
  else expect(first).toMatch(sentence);
});
