import { readdir, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { editionFile, removeUnused } from '../../src/app/editionFiles.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { temporaryFolder } from '../terminal/line.ts';

const DAY_MS = 86_400_000;

test('removeUnused deletes files of editions that nothing has used for a month, and no others', async () => {
  const folder = await temporaryFolder();
  const now = Date.now();
  const write = async (file: string, days: number): Promise<string> => {
    await writeFile(file, '');
    await utimes(file, (now - days * DAY_MS) / 1000, (now - days * DAY_MS) / 1000);
    return basename(file);
  };
  const fileOf = (text: string): string => editionFile(folder, articleOf('gone', [['paragraph', text]]));
  const kept = [
    await write(editionFile(folder, lighthouse), 90),
    await write(fileOf('Recent.'), 29),
    await write(join(folder, 'notes.bin'), 90),
  ];
  await write(fileOf('Old.'), 31);
  await write(`${fileOf('Interrupted.')}.0a1b2c3d4e5f.tmp`, 31);
  await removeUnused(folder, [lighthouse], now);
  expect(await readdir(folder)).toEqual(kept.toSorted());
  await removeUnused(join(folder, 'none'), [lighthouse], now);
});
