import { Client, Events, GatewayIntentBits } from 'discord.js';
import { startRoom } from 'discord-room';
import { expect, onTestFinished, test } from 'vitest';
import { receiveInSlices } from '../../../src/discord/gateway/receiveInSlices.ts';

const EVENTS = 1500;
/** Events in one read of a socket, 64 kB, when each has half a kilobyte; what was read is handled to its end. */
const IN_ONE_READ = 128;
const PADDING = 'x'.repeat(512);

test('yields to the loop between events that arrive at once, and loses none', async () => {
  const room = await startRoom({ port: 0, rateLimits: false });
  onTestFinished(() => room.close());
  const receipt = receiveInSlices();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: `${room.address}/api` },
    ws: receipt.ws,
  });
  receipt.follow(client);
  onTestFinished(() => client.destroy());
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(room.token);
  await ready;

  const received: unknown[] = [];
  let [inTurn, most] = [0, 0];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  client.on(Events.Raw, ({ t, d }: { readonly t: string; readonly d: { readonly id: number } }) => {
    if (t !== 'INTERACTION_CREATE') return;
    if (inTurn === 0) setImmediate(() => (inTurn = 0));
    inTurn += 1;
    most = Math.max(most, inTurn);
    received.push(d.id);
    // As much as handling an event takes on a slow machine.
    const end = performance.now() + 0.5;
    while (performance.now() < end);
    if (received.length === EVENTS) resolve();
  });
  for (let id = 0; id < EVENTS; id += 1)
    room.world.emit({ kind: 'interaction', payload: { id, type: 1, padding: PADDING } });
  await done;
  expect(received).toEqual(Array.from({ length: EVENTS }, (_, id) => id));
  expect(most).toBeLessThan(2 * IN_ONE_READ);
});
