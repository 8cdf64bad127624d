import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { writeBackup } from '../../src/store/backup.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { restoreBackup } from '../../src/store/restoreBackup.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../terminal/line.ts';

let folder: string;
let data: string;
let database: string;
let file: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  data = join(folder, 'data');
  mkdirSync(data);
  database = join(data, 'rapporteur.sqlite');
  file = join(folder, 'backup.sqlite');
});

/** A store that another process, here the test, keeps open. */
async function running(): Promise<Store> {
  const store = await openStore(database);
  onTestFinished(() => store.close());
  return store;
}

const setting = (guild: string) => ({ guild, channel: '', name: 'zone', value: '"UTC"' });

async function write(...guilds: readonly string[]): Promise<void> {
  const store = await openStore(database);
  for (const guild of guilds) await store.db.insertInto('setting').values(setting(guild)).execute();
  await store.close();
}

async function guilds(): Promise<readonly string[]> {
  const store = await openStore(database);
  const rows = await store.db.selectFrom('setting').select('guild').orderBy('guild').execute();
  await store.close();
  return rows.map(({ guild }) => guild);
}

const restored = () => restoreBackup(file, { database, time: 'T' });

describe('writeBackup', () => {
  test('copies what a running bot has written, and the keys, but neither locks, snapshots nor other databases', async () => {
    const store = await running();
    await store.db.insertInto('setting').values(setting('1')).execute();
    writeFileSync(join(data, 'links.key'), Buffer.from([0, 255, 1]));
    for (const name of ['bot.lock', 'room.sqlite', '.half.tmp']) writeFileSync(join(data, name), 'x');
    mkdirSync(join(data, 'snapshots'));
    expect(writeBackup(database, file)).toEqual({ version: MIGRATIONS.length, files: ['links.key'] });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['backup.sqlite', 'data']);
    await store.db.insertInto('setting').values(setting('2')).execute();
    data = join(folder, 'elsewhere');
    database = join(data, 'rapporteur.sqlite');
    expect(restored()).toEqual({ version: MIGRATIONS.length, files: ['links.key'], aside: [] });
    expect(await guilds()).toEqual(['1']);
    expect([...readFileSync(join(data, 'links.key'))]).toEqual([0, 255, 1]);
    expect(statSync(join(data, 'links.key')).mode & 0o777).toBe(0o600);
  });

  test('captures one moment of a database that is being written to', async () => {
    const store = await running();
    const stop = new AbortController();
    const writer = (async () => {
      for (let at = 0; !stop.signal.aborted; at += 1) {
        // Both rows or neither, in every copy.
        await store.db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('setting')
            .values(setting(`${at}-a`))
            .execute();
          await transaction
            .insertInto('setting')
            .values(setting(`${at}-b`))
            .execute();
        });
        await setImmediate();
      }
    })();
    try {
      for (let at = 0; at < 10; at += 1) {
        await setTimeout(5);
        writeBackup(database, `${file}-${at}`);
        const copy = new DatabaseSync(`${file}-${at}`);
        const rows = copy.prepare('select guild from setting order by guild').all() as { guild: string }[];
        copy.close();
        expect(rows.filter(({ guild }) => guild.endsWith('-a'))).toHaveLength(rows.length / 2);
      }
    } finally {
      stop.abort();
      await writer;
    }
  });

  test('overwrites nothing, and leaves nothing behind when it fails', async () => {
    await write('1');
    writeFileSync(file, 'mine');
    expect(() => writeBackup(database, file)).toThrow(
      `Cannot write the backup "${file}": it exists already; choose another name`,
    );
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(() => writeBackup(join(folder, 'none'), join(folder, 'b'))).toThrow(/there is no file "[^"]*none"$/u);
    writeFileSync(database, 'no database, but long enough to be taken for one'.repeat(30));
    expect(() => writeBackup(database, join(folder, 'b'))).toThrow(/is damaged or not a database of Rapporteur$/u);
    expect(readdirSync(folder)).toEqual(['backup.sqlite', 'data']);
  });
});

describe('restoreBackup', () => {
  test('keeps what it replaces', async () => {
    await write('1');
    writeFileSync(join(data, 'links.key'), 'old');
    writeBackup(database, file);
    writeFileSync(join(data, 'links.key'), 'new');
    await write('2');
    expect(restored().aside).toEqual([join(data, 'links.key.before-T'), `${database}.before-T`]);
    expect(await guilds()).toEqual(['1']);
    expect(readFileSync(join(data, 'links.key'), 'utf8')).toBe('old');
    expect(readFileSync(join(data, 'links.key.before-T'), 'utf8')).toBe('new');
    database = `${database}.before-T`;
    expect(await guilds()).toEqual(['1', '2']);
  });

  test('refuses while a bot has the database open, even an idle one, and changes nothing', async () => {
    await write('1');
    writeBackup(database, file);
    const store = await running();
    await store.db.insertInto('setting').values(setting('2')).execute();
    expect(restored).toThrow(`Cannot restore "${file}": a bot or another program uses "${database}"; stop it first`);
    expect(await guilds()).toEqual(['1', '2']);
    expect(readdirSync(data).filter((name) => /before|restoring/u.test(name))).toEqual([]);
    // It goes on working.
    await store.db.insertInto('setting').values(setting('3')).execute();
    expect(await guilds()).toEqual(['1', '2', '3']);
  });

  test('replaces a damaged database, its log too', async () => {
    await write('1');
    writeBackup(database, file);
    writeFileSync(database, 'no database, but long enough to be taken for one'.repeat(30));
    writeFileSync(`${database}-wal`, 'what no longer fits');
    expect(restored().aside).toContain(`${database}.before-T`);
    expect(await guilds()).toEqual(['1']);
  });

  test('refuses what is newer than the program, damaged, or no backup', async () => {
    await write('1');
    writeBackup(database, file);
    const copy = new DatabaseSync(file);
    copy.prepare('insert into migration values (?, ?, 0)').run(MIGRATIONS.length + 1, 'from the future');
    copy.close();
    expect(restored).toThrow(
      `Cannot restore "${file}": "${file}" was written by a newer version of Rapporteur (schema ${MIGRATIONS.length + 1}, this one knows ${MIGRATIONS.length}); update Rapporteur first`,
    );
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(7, 4096, 3 * 4096));
    expect(restored).toThrow(/is damaged or not a database of Rapporteur$/u);
    writeFileSync(file, '');
    expect(restored).toThrow(/is damaged or not a database of Rapporteur$/u);
    expect(await guilds()).toEqual(['1']);
  });

  test.each(['../out', '/etc/out', '.hidden', 'a/b', ''])(
    'takes no file named "%s" out of a forged backup',
    async (name) => {
      await write('1');
      writeBackup(database, file);
      const copy = new DatabaseSync(file);
      copy.prepare('insert into backup_file values (?, ?)').run(name, Buffer.from('x'));
      copy.close();
      expect(restored().files).toEqual([]);
      expect(await guilds()).toEqual(['1']);
    },
  );

  test('accepts a plain copy of the database as a backup', async () => {
    await write('1');
    writeFileSync(file, readFileSync(database));
    await write('2');
    restored();
    expect(await guilds()).toEqual(['1']);
  });
});
