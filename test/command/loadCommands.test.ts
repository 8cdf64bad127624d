import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCommands } from '../../src/command/loadCommands.ts';
import { temporaryFolder } from '../terminal/line.ts';

async function load(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return loadCommands(folder);
}

const GOOD = `export default { definition: { name: 'a', description: 'b' }, help: 'c', run() {} };`;

test('loadCommands loads every .ts file by the name in its definition, and no other file', async () => {
  expect([...(await load({ 'x.ts': GOOD, 'notes.md': '# no' })).keys()]).toEqual(['a']);
});

test('loadCommands loads of a folder the file that has its name, and leaves the others to it', async () => {
  const files = {
    'x.ts': GOOD,
    'y/y.ts': `import { b } from './part.ts'; ${GOOD.replace(`'a'`, 'b')}`,
    'y/part.ts': `export const b = 'b';`,
    '.git/config.ts': 'throw new Error()',
  };
  expect([...(await load(files)).keys()]).toEqual(['a', 'b']);
});

test.each<[name: string, files: Record<string, string>, message: RegExp]>([
  ['no default export', { 'x.ts': 'export const a = 1;' }, /^Cannot load command "x\.ts": /u],
  ['no name', { 'x.ts': GOOD.replace(`'a'`, `''`) }, /^Cannot load command "x\.ts": /u],
  ['no help', { 'x.ts': GOOD.replace(`help: 'c', `, '') }, /^Cannot load command "x\.ts": /u],
  ['no function', { 'x.ts': GOOD.replace('run() {}', 'run: 1') }, /"x\.ts": run is not a function$/u],
  ['nothing of its name', { 'x/y.ts': GOOD }, /^Cannot load command "x": it has no file "x\.ts"$/u],
  ['no help in its folder', { 'x/x.ts': 'export default {}' }, /^Cannot load command "x\/x\.ts": /u],
  ['one name twice', { 'x.ts': GOOD, 'y.ts': GOOD }, /^Cannot load command "y\.ts": "a" is taken$/u],
])('loadCommands refuses a file or folder with %s, by its name', async (_name, files, message) => {
  await expect(load(files)).rejects.toThrow(message);
});
