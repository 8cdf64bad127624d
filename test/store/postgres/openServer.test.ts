import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { unfitServer } from '../../../src/store/postgres/troubleOfServer.ts';
import { CannotOpen, openStore } from '../../../src/store/store.ts';
import { GUARDED } from '../../fixtures/startPostgres.ts';
import { newDatabase } from '../../fixtures/testStore.ts';

const SERVER = inject('postgres') ?? '';
const PASSWORD = 'a/b:c@wrong';
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The server's URL with these parts. */
function changed(
  parts: Partial<Record<'username' | 'password' | 'port' | 'pathname' | 'hostname' | 'search', string>>,
) {
  const url = new URL(SERVER);
  for (const [name, value] of Object.entries(parts)) url[name as keyof typeof parts] = value;
  return url.href;
}

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return String(port);
}

async function refusal(url: string): Promise<CannotOpen> {
  const error = await openStore(url).then(
    (store) => store.close().then(() => new Error('it was opened')),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CannotOpen)) throw new Error('not refused in a sentence', { cause: error });
  return error;
}

const isOurs = process.env['DATABASE_URL'] === undefined;

test.runIf(isOurs).each([
  [
    'no server',
    async () => changed({ port: await closedPort() }),
    /accepts no connection \(.+\): start the server, or correct host and port in DATABASE_URL$/u,
    true,
  ],
  [
    'no such host',
    () => changed({ hostname: 'nowhere.invalid' }),
    /cannot be found \(.+\): correct the host in DATABASE_URL$/u,
    true,
  ],
  [
    'a wrong password',
    () => changed({ username: GUARDED.user, password: encodeURIComponent(PASSWORD) }),
    /does not accept the user or the password \(.+\): correct them in DATABASE_URL$/u,
    false,
  ],
  [
    'no password',
    () => changed({ username: GUARDED.user }),
    /asks for a password, and DATABASE_URL has none: write postgres:\/\/user:password@…$/u,
    false,
  ],
  [
    'an unknown user',
    () => changed({ username: 'stranger' }),
    /does not let this user in \(role "stranger" does not exist\)/u,
    false,
  ],
  [
    'no such database',
    () => changed({ pathname: '/nowhere' }),
    /\/nowhere does not exist \(.+\): create the database, or correct DATABASE_URL$/u,
    false,
  ],
  ['a server without TLS', () => changed({ search: '?sslmode=verify-full' }), /does not offer TLS/u, false],
  [
    'a database that can only be read',
    () => changed({ search: '?options=-c%20default_transaction_read_only%3Don' }),
    /can only be read: connect to the primary server/u,
    false,
  ],
  [
    'a user who may create nothing',
    () => changed({ username: GUARDED.user, password: GUARDED.password }),
    /does not let this user create or change tables \(.+\): make the user the owner of the database$/u,
    false,
  ],
] as const)('openStore says in one sentence what is wrong with %s', async (_, url, sentence, temporary) => {
  const address = await url();
  const error = await refusal(address);
  expect(error.message).toMatch(/^The database postgres:\/\/[\w.:]+\/\w+ /u);
  expect(error.message).toMatch(sentence);
  expect(error.message).not.toContain('\n');
  expect(error.temporary).toBe(temporary);
  const everything = JSON.stringify([error, error.cause, (error.cause as Error).cause]) + String(error.stack);
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), GUARDED.password])
    expect(everything).not.toContain(secret);
});

test('openStore lets a user in by their password, who owns a schema', async () => {
  const name = `owned_${process.pid}`;
  const admin = new pg.Client(SERVER);
  await admin.connect();
  closing.push(() => admin.query(`drop schema ${name} cascade`).finally(() => admin.end()));
  await admin.query(`create schema ${name} authorization ${GUARDED.user}`);
  const url = changed({
    username: GUARDED.user,
    password: GUARDED.password,
    search: `?options=-c%20search_path%3D${name}`,
  });
  const store = await openStore(url);
  await store.ping();
  expect(store.name).not.toContain(GUARDED.user);
  await store.close();
});

test.each([
  [{ version: 130_021, readOnly: false }, 'is on PostgreSQL 13, and Rapporteur needs 14 or later: upgrade the server.'],
  [{ version: 140_000, readOnly: false }, undefined],
  [{ version: 180_001, readOnly: true }, 'can only be read'],
])('unfitServer judges %o', (facts, sentence) => {
  const found = unfitServer(facts, 'postgres://me:secret@db/team')?.sentence;
  if (sentence === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(`The database postgres://db/team ${sentence}`);
});

test('a number of 64 bits is read as a number', async () => {
  const store = await openStore(await newDatabase());
  closing.push(() => store.close());
  const at = Date.UTC(9999, 0);
  await store.db.insertInto('owner').values({ id: 1, kind: 'room', application: '1', claimed_at: at }).execute();
  const { count } = await store.db
    .selectFrom('owner')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { claimed_at: read } = await store.db.selectFrom('owner').selectAll().executeTakeFirstOrThrow();
  expect([count, read]).toEqual([1, at]);
});
