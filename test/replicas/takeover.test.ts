import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { startTcpProxy } from '../fixtures/tcpProxy.ts';
import { startReplicas, type Replicas } from './replicas.ts';

const LIMIT_MS = 240_000;
const HAS_IT = /this replica has the gateway/u;
const STANDS_BY = /another replica has the gateway; this one stands by/u;
const LOST_IT = /the right to the gateway is lost/u;

/** Uses a command, every half second, until a bot answers. */
async function untilAnswered(replicas: Replicas): Promise<void> {
  await vi.waitFor(async () => expect((await replicas.use()).status).toBe(200), { timeout: 60_000, interval: 500 });
}

/** How often each interaction was answered. */
async function answersByInteraction({ record }: Replicas): Promise<readonly number[]> {
  const lines = (await readFile(record, 'utf8')).trim().split('\n');
  const callbacks = lines.flatMap((line) => /interactions\/(\d+)\/[^/"]+\/callback/u.exec(line)?.[1] ?? []);
  return [...Map.groupBy(callbacks, (id) => id).values()].map(({ length }) => length);
}

test(
  'a replica takes over from one that was killed, and from one that is stopped, which then answers nothing',
  async () => {
    const replicas = await startReplicas();
    const first = await replicas.add();
    await first.says(HAS_IT);
    const second = await replicas.add();
    await second.says(STANDS_BY);
    await untilAnswered(replicas);
    first.child.kill('SIGKILL');
    await second.says(HAS_IT);
    await untilAnswered(replicas);
    const third = await replicas.add();
    await third.says(STANDS_BY);
    second.child.kill('SIGSTOP');
    await third.says(HAS_IT);
    // The stopped one gets these too, once it goes on.
    for (let at = 0; at < 5; at += 1) await replicas.use();
    second.child.kill('SIGCONT');
    await second.says(LOST_IT);
    await untilAnswered(replicas);
    expect(new Set(await answersByInteraction(replicas))).toEqual(new Set([1]));
    third.child.kill('SIGTERM');
    await vi.waitFor(() => expect(second.output().split('has the gateway"')).toHaveLength(3), { timeout: 60_000 });
    await untilAnswered(replicas);
  },
  LIMIT_MS,
);

test(
  'a replica whose database is out of reach drops the gateway before another takes it, and stands by when it is back',
  async () => {
    const replicas = await startReplicas();
    const proxy = await startTcpProxy(replicas.database);
    const first = await replicas.add({ DATABASE_URL: proxy.url });
    await first.says(HAS_IT);
    const second = await replicas.add();
    await second.says(STANDS_BY);
    proxy.freeze();
    await second.says(HAS_IT);
    await first.says(LOST_IT);
    await untilAnswered(replicas);
    proxy.mend();
    await first.says(/the database is well again/u);
    expect(new Set(await answersByInteraction(replicas))).toEqual(new Set([1]));
    second.child.kill('SIGKILL');
    await vi.waitFor(() => expect(first.output().split('has the gateway"')).toHaveLength(3), { timeout: 60_000 });
    await untilAnswered(replicas);
    await proxy.close();
  },
  LIMIT_MS,
);
