import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { line, temporaryFolder } from '../line.ts';

test('rapporteur backup and restore say what they did and where things are', async () => {
  const folder = await temporaryFolder();
  const environment = { DATA_DIR: join(folder, 'data'), CORPUS_DIR: 'corpus' };
  const file = join(folder, 'backup');
  const run = (...words: readonly string[]) => line(words, { environment });
  expect(await run('backup', file)).toEqual({
    code: 2,
    out: '',
    error: `Cannot write the backup "${file}": there is no file "${folder}/data/rapporteur.sqlite".\n`,
  });
  const store = await openStore(join(folder, 'data', 'rapporteur.sqlite'));
  const { version } = store;
  expect(await run('backup', file)).toEqual({
    code: 0,
    out: `${file} holds the database (schema ${version}). Keep it private.\nThe articles are not in it: copy the folder corpus as well.\n`,
    error: '',
  });
  expect(await run('restore', file)).toMatchObject({
    code: 2,
    out: '',
    error: `Cannot restore "${file}": a bot or another program uses "${folder}/data/rapporteur.sqlite"; stop it first.\n`,
  });
  await store.close();
  const { code, out } = await run('restore', file);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^\S+data holds the database \(schema \d+\) of \S+backup again\.\nWhat was there before is now:\n {2}\S+rapporteur\.sqlite\.before-\d{8}T\d{6}Z\n$/u,
  );
  expect((await run('backup')).error).toBe('Name one file to write: rapporteur backup FILE.\n');
  expect((await run('restore', 'a', 'b')).error).toBe('Name one backup: rapporteur restore FILE.\n');
  const url = { ...environment, DATABASE_URL: 'postgres://me:secret@db/team' };
  for (const [command, tool] of [
    ['backup', 'pg_dump'],
    ['restore', 'pg_restore'],
  ] as const) {
    const { code: refused, error } = await line([command, file], { environment: url });
    expect(refused).toBe(2);
    expect(error).toContain(tool);
    expect(error).not.toContain('secret');
  }
  const json = JSON.parse((await run('backup', `${file}2`, '--json')).out) as object;
  expect(json).toEqual({ file: `${file}2`, version, files: [] });
});
