import { expect, test } from 'vitest';
import { READY, threads } from './threads.ts';

const vectors = (count: number): Float32Array[] => Array.from({ length: count }, (_, at) => Float32Array.of(at));
const texts = Array.from({ length: 20 }, (_, at) => `Text ${at}`);

test('a thread that crashed is started again, and serves what was under way', async () => {
  const { reader, started } = threads();
  const placing = reader.place(texts);
  started[0]!.events.onResponse(READY);
  expect(started[0]!.sent).toMatchObject([{ kind: 'place', items: texts.slice(0, 12) }]);
  started[0]!.events.onCrash('exit code 1');
  expect(reader.status()).toEqual({ state: 'loading' });
  const { sent, events } = started[1]!;
  events.onResponse(READY);
  expect(sent).toMatchObject([{ kind: 'place', items: texts.slice(0, 12) }]);
  events.onResponse({ kind: 'done', id: (sent[0] as { id: number }).id, results: vectors(12) });
  expect(sent[1]).toMatchObject({ items: texts.slice(12) });
  events.onResponse({ kind: 'done', id: (sent[1] as { id: number }).id, results: vectors(8) });
  expect(await placing).toEqual({ ready: true, vectors: [...vectors(12), ...vectors(8)] });
});

test('a thread that crashed twice stays off, and every call says so', async () => {
  const { reader, started } = threads();
  const waiting = [reader.place(texts), reader.tag(texts)];
  started[0]!.events.onResponse(READY);
  started[0]!.events.onCrash('exit code 1');
  started[1]!.events.onCrash('out of memory');
  const off = { ready: false, reason: 'crashed' };
  expect(await Promise.all(waiting)).toEqual([off, off]);
  expect(await reader.read('Who?', [{ text: 'Nobody.', sentences: [] }])).toEqual(off);
  expect(reader.status()).toEqual({ state: 'off', reason: 'crashed', detail: 'out of memory' });
  expect(started).toHaveLength(2);
});
