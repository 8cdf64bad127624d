import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { App } from '../../src/app/app.ts';
import { createReloads, followReloads } from '../../src/start/followReloads.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { startTcpProxy, type TcpProxy } from '../fixtures/tcpProxy.ts';
import { newDatabase } from '../fixtures/testStore.ts';

let proxy: TcpProxy;
const closing: (() => Promise<unknown>)[] = [];
let replicas: Awaited<ReturnType<typeof add>>[];

async function add(url: string) {
  const store: Store = await openStore(url);
  const reloads = createReloads();
  const reload = vi.fn(async () => reloads.happened({ kind: 'taken-up', changed: [], broken: [] }));
  const app = { store: async () => store, reload } as unknown as App;
  const following = await followReloads({ app, url, reloads });
  closing.push(
    () => following.close(),
    () => store.close(),
  );
  return {
    reload,
    change: (changed: readonly string[]) => reloads.happened({ kind: 'taken-up', changed, broken: [] }),
  };
}

beforeEach(async () => {
  const database = await newDatabase();
  proxy = await startTcpProxy(database);
  replicas = [await add(database), await add(database), await add(proxy.url)];
  // Listening begins by itself; until then words are missed.
  while (!replicas.slice(1).every(({ reload }) => reload.mock.calls.length > 0)) {
    replicas[0]!.change(['a']);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Until what was said last has arrived.
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const { reload } of replicas) reload.mockClear();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await proxy.close();
});

test('a change of the corpus that one replica has found is read by all, once', async () => {
  replicas[0]!.change(['a']);
  await vi.waitFor(() => replicas.forEach(({ reload }) => expect(reload).toHaveBeenCalled()));
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const { reload } of replicas) expect(reload).toHaveBeenCalledTimes(1);
});

test('reading the corpus without a change is told to nobody', async () => {
  replicas[0]!.change([]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (const { reload } of replicas) expect(reload).not.toHaveBeenCalled();
});

test('a replica whose connection was lost reads the corpus again when it is back', async () => {
  proxy.cut();
  replicas[0]!.change(['a']);
  await vi.waitFor(() => expect(replicas[1]!.reload).toHaveBeenCalled());
  expect(replicas[2]!.reload).not.toHaveBeenCalled();
  proxy.mend();
  await vi.waitFor(() => expect(replicas[2]!.reload).toHaveBeenCalled(), { timeout: 10_000 });
});
