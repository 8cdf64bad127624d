import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimStore } from '../../src/store/claimStore.ts';
import type { Store } from '../../src/store/store.ts';
import { openTestStore } from '../fixtures/testStore.ts';

let store: Store;

beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

test('claimStore accepts only the first application, and not the room', async () => {
  const claim = (kind: 'discord' | 'room', application: string) => claimStore(store, { kind, application, now: 1 });
  expect(await claim('discord', '1')).toBeUndefined();
  expect(await claim('discord', '1')).toBeUndefined();
  expect(await claim('discord', '2')).toMatch(
    /^The database .+ belongs to application 1 \(Discord\), and this is application 2/u,
  );
  expect(await claim('room', '1')).toMatch(/this is application 1 \(the local room\)/u);
});
