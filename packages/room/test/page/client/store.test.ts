import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { createStore, localId } from '../../../src/page/client/store.ts';
import type { LocalEntry } from '../../../src/page/client/message.ts';
import { VIEW } from '../view.ts';

const message = (id: string, interaction?: string): APIMessage =>
  ({ id, channel_id: '4', interaction_metadata: interaction && { id: interaction } }) as unknown as APIMessage;
const ids = (store: ReturnType<typeof createStore>): readonly string[] => store.list('4').map(({ id }) => id);

test('list orders by id, whatever came first', () => {
  const store = createStore();
  for (const id of ['20', '9', '100']) store.put(message(id));
  expect(ids(store)).toEqual(['9', '20', '100']);
  store.remove('4', '20');
  expect(ids(store)).toEqual(['9', '100']);
});

test("the bot's reply takes the place of the command on its way", () => {
  const store = createStore();
  const entry: LocalEntry = {
    id: '50',
    channel_id: '4',
    local: 'sending',
    visible: true,
    interactionId: '7',
    timestamp: '',
    author: VIEW.bot,
    used: { name: 'quote', user: VIEW.user, menu: false },
  };
  store.local.set('nonce', entry);
  store.put(message('60', '8'));
  expect(ids(store)).toEqual(['50', '60']);
  store.put(message('61', '7'));
  expect(ids(store)).toEqual(['60', '61']);
});

test('take knows a channel as whole once a page is not full', () => {
  const store = createStore();
  store.take('4', [message('3'), message('2')], { earlier: false, size: 2 });
  expect(store.isWhole('4')).toBe(false);
  store.take('4', [message('1')], { earlier: true, size: 2 });
  expect(store.isWhole('4')).toBe(true);
  expect(ids(store)).toEqual(['1', '2', '3']);
});

test('localId sorts as an id of that moment', () => {
  expect(BigInt(localId(1_420_070_400_001))).toBe(1n << 22n);
});
