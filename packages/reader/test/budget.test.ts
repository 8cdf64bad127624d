import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Passage, PassageReading } from '../src/reader.ts';
import type { Request } from '../src/protocol.ts';
import { READY, threads } from './threads.ts';

const BUDGET_MS = 1000;
const PASSAGES: readonly Passage[] = Array.from({ length: 7 }, (_, at) => ({
  text: `Passage ${at}.`,
  sentences: [[0, 10] as const],
}));

/** The reading of a passage, told apart by its score. */
function readingOf(at: number): PassageReading {
  return { score: at, noAnswer: 0, answer: undefined, sentences: [undefined] };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Starts to read all passages; `answer` is the thread's reading of the batch that it was sent as the nth. */
function begin() {
  const { reader, started } = threads();
  const reading = reader.read('Who?', PASSAGES, { budgetMs: BUDGET_MS });
  const { sent, events } = started[0]!;
  events.onResponse(READY);
  const answer = (nth: number): void => {
    const batch = sent[nth] as Extract<Request, { readonly kind: 'read' }>;
    const results = batch.items.map((item) => readingOf(PASSAGES.indexOf(item)));
    events.onResponse({ kind: 'done', id: batch.id, results });
  };
  return { reader, reading, sent, answer };
}

test('read returns what was read when the budget ends, the first passages first, and names the rest', async () => {
  const { reader, reading, sent, answer } = begin();
  answer(0);
  answer(1);
  await vi.advanceTimersByTimeAsync(BUDGET_MS + 1);
  const four = [0, 1, 2, 3].map(readingOf);
  expect(await reading).toEqual({
    ready: true,
    passages: [...four, undefined, undefined, undefined],
    unread: [4, 5, 6],
  });
  // What the thread has is read to its end; nothing more is sent.
  expect([sent.length, reader.waiting()]).toEqual([4, 3]);
  answer(2);
  answer(3);
  expect([sent.length, reader.waiting()]).toEqual([4, 0]);
});

test('read does not end before its budget, nor wait for it once all is read', async () => {
  const { reading, answer } = begin();
  const settled = vi.fn();
  void reading.then(settled);
  await vi.advanceTimersByTimeAsync(BUDGET_MS - 1);
  expect(settled).not.toHaveBeenCalled();
  for (const nth of [0, 1, 2, 3]) answer(nth);
  expect(await reading).toEqual({ ready: true, passages: [0, 1, 2, 3, 4, 5, 6].map(readingOf), unread: [] });
});

test('read counts what came in while its process was busy until the budget had ended', async () => {
  const { reading, answer } = begin();
  vi.advanceTimersByTime(BUDGET_MS - 1);
  // The budget's timer has run, and what the thread sent before that is delivered next.
  setTimeout(() => answer(0), 1);
  await vi.runAllTimersAsync();
  expect(await reading).toMatchObject({ unread: [2, 3, 4, 5, 6] });
});
