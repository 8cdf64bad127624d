import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startBalancer } from '../fixtures/balancer.ts';
import { startReplicas } from './replicas.ts';

const LIMIT_MS = 240_000;
const SERVES = /"port":(\d+),"msg":"serving interactions/u;

test(
  'replicas over HTTP answer together, each interaction once, also while one is killed and another one is restarted',
  async () => {
    const replicas = await startReplicas();
    const balancer = await startBalancer();
    onTestFinished(() => balancer.close());
    const environment = { INTERACTIONS: 'http', HTTP_PORT: '0', COMMANDS_PER_WINDOW: '1000' };
    const started = [await replicas.add(environment), await replicas.add(environment)];
    const ports = await Promise.all(started.map(async (each) => Number((await each.says(SERVES))[1])));
    const [first, second] = started;
    balancer.use(ports);
    await replicas.room.sendInteractionsTo(`${balancer.address}/interactions`);
    // As a load balancer that repeats what it has passed on: the same signed request to each replica.
    const twice = vi.fn<(ports: readonly number[]) => void>();
    replicas.room.world.on((event) => {
      if (event.kind !== 'interaction') return;
      const body = JSON.stringify(event.payload);
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = replicas.room.world.sign(Buffer.from(`${timestamp}${body}`)).toString('hex');
      const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
      for (const port of ports)
        void fetch(`http://127.0.0.1:${port}/interactions`, { method: 'POST', headers, body }).catch(() => {});
      twice(ports);
    });
    await vi.waitFor(async () => expect((await replicas.use()).status).toBe(200), { timeout: 30_000 });
    for (let at = 0; at < 8; at += 1) expect((await replicas.use()).status).toBe(200);
    expect(twice.mock.calls.length).toBeGreaterThan(8);
    const callbacks = (await readFile(replicas.record, 'utf8')).matchAll(/interactions\/(\d+)\/[^/"]+\/callback/gu);
    const counts = [...Map.groupBy(callbacks, ([, id]) => id).values()].map(({ length }) => length);
    expect(new Set(counts)).toEqual(new Set([1]));
    // One that is asked to stop answers what comes until the balancer has turned to the other.
    first!.child.kill('SIGTERM');
    for (let at = 0; at < 30; at += 1) {
      expect((await replicas.use()).status).toBe(200);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await first!.ended).toMatchObject({ code: 0 });
    expect((await replicas.use()).status).toBe(200);
    second!.child.kill('SIGKILL');
    expect((await replicas.use()).status).toBe(504);
  },
  LIMIT_MS,
);
