import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tagFiles } from '../../src/app/tagFiles.ts';
import { vectorFiles } from '../../src/app/vectorFiles.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { tagsOf } from '../fixtures/fakeTagReader.ts';
import { temporaryFolder } from '../terminal/line.ts';

const TAGS = { sentences: new Map([[0, tagsOf('The Last Keeper of Skarn Rock')]]) };

describe('tagFiles', () => {
  test('reads what another process has written', async () => {
    const folder = await temporaryFolder();
    expect(await tagFiles(folder).read(lighthouse)).toBeUndefined();
    await tagFiles(folder).write(lighthouse, TAGS);
    expect(await tagFiles(folder).read(lighthouse)).toEqual(TAGS);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('reads nothing from a file that is damaged anywhere', async () => {
    const folder = await temporaryFolder();
    await tagFiles(folder).write(lighthouse, TAGS);
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    for (let at = 0; at < bytes.length; at += 13) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1;
      await writeFile(join(folder, name), damaged);
      expect(await tagFiles(folder).read(lighthouse)).toBeUndefined();
    }
    await tagFiles(folder).write(lighthouse, TAGS);
    expect(await tagFiles(folder).read(lighthouse)).toEqual(TAGS);
  });

  test('reads nothing from the file of another article, or of something else', async () => {
    const folder = await temporaryFolder();
    const other = articleOf('other', [['paragraph', 'The Last Keeper of Skarn Rock']]);
    await tagFiles(folder).write(lighthouse, TAGS);
    await rename(
      join(folder, `${lighthouse.edition.slice(0, 32)}.bin`),
      join(folder, `${other.edition.slice(0, 32)}.bin`),
    );
    expect(await tagFiles(folder).read(other)).toBeUndefined();
    await vectorFiles(folder).write(lighthouse, new Int8Array(384));
    expect(await tagFiles(folder).read(lighthouse)).toBeUndefined();
  });

  test('does without a folder that cannot be written to', async () => {
    const files = tagFiles('/dev/null/none');
    await files.write(lighthouse, TAGS);
    expect(await files.read(lighthouse)).toBeUndefined();
  });
});
