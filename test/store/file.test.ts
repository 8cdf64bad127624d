import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';

let folder: string;
let file: string;
const open: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  file = join(folder, 'deep', 'rapporteur.db');
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
  rmSync(folder, { recursive: true });
});

async function opened(): Promise<Store> {
  const store = await openStore(file);
  open.push(store);
  return store;
}

describe('a SQLite file', () => {
  test('is created with its folder', async () => {
    await opened();
    expect(existsSync(file)).toBe(true);
  });

  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['timeout', 20],
  ])('sets %s to %s', async (pragma, value) => {
    const store = await opened();
    const { rows } = await sql`pragma ${sql.raw(pragma === 'timeout' ? 'busy_timeout' : pragma)}`.execute(store.db);
    expect(Object.values(rows[0] as object)).toEqual([value]);
  });

  test('refuses a file that is no database', async () => {
    const other = join(folder, 'text.db');
    writeFileSync(other, 'not a database, but long enough to be taken for one'.repeat(40));
    await expect(openStore(other)).rejects.toThrow(`Cannot open the database "${other}": file is not a database`);
  });

  test.each([
    ['/proc/nowhere/x.db', /^Cannot open the database .*: E[A-Z]+: .*; set DATA_DIR to a folder that can be written$/u],
    ['/dev/null/x.db', /; set DATA_DIR to a folder that can be written$/u],
  ])('says what to do about %s', async (other, message) => {
    await expect(openStore(other)).rejects.toThrow(message);
  });

  test('says what to do about a file whose schema is lost', async () => {
    const store = await opened();
    await store.db.deleteFrom('migration').execute();
    await expect(openStore(file)).rejects.toThrow('put a backup in its place, or move it away to begin anew');
  });
});
