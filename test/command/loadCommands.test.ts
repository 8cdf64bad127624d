import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/command/loadCommands.ts';
import { temporaryFolder } from '../terminal/line.ts';

async function load(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return loadCommands(folder);
}

const GOOD = `export default { definition: { name: 'a', description: 'b' }, help: 'c', run() {} };`;

test('loadCommands takes every .ts file by the name in its definition, and no other file', async () => {
  expect([...(await load({ 'x.ts': GOOD, 'notes.md': '# no' })).keys()]).toEqual(['a']);
});

test.each<[name: string, files: Record<string, string>, message: RegExp]>([
  ['no default export', { 'x.ts': 'export const a = 1;' }, /^Cannot load command "x\.ts": /u],
  ['no name', { 'x.ts': GOOD.replace(`'a'`, `''`) }, /^Cannot load command "x\.ts": /u],
  ['no help', { 'x.ts': GOOD.replace(`help: 'c', `, '') }, /^Cannot load command "x\.ts": /u],
  ['no function', { 'x.ts': GOOD.replace('run() {}', 'run: 1') }, /"x\.ts": run is not a function$/u],
  ['one name twice', { 'x.ts': GOOD, 'y.ts': GOOD }, /^Cannot load command "y\.ts": "a" is taken$/u],
])('loadCommands refuses a file with %s, by its name', async (_name, files, message) => {
  await expect(load(files)).rejects.toThrow(message);
});
