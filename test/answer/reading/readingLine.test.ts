import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createReadingLine, type ReadingLine } from '../../../src/answer/reading/readingLine.ts';
import { READ_BUDGET_MS, READING_MAX_MS, TURN_LEAST_MS } from '../../../src/answer/reading/readingLimits.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A question as it is drawn: when it comes, and what its turn is like. */
interface Drawn {
  readonly nth?: number;
  readonly at: number;
  readonly prepareMs: number;
  readonly readMs: number;
  readonly end: 'read' | 'fails' | 'hangs';
  readonly budgetMs: number;
  readonly abortAfter: number | undefined;
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Steps of 50 ms, so that things happen in the same moment. */
const time = (max: number) => fc.integer({ min: 0, max: max / 50 }).map((steps) => steps * 50);
const question: fc.Arbitrary<Drawn> = fc.record({
  at: time(3000),
  prepareMs: time(300),
  readMs: time(900),
  end: fc.constantFrom('read', 'read', 'read', 'fails', 'hangs'),
  budgetMs: fc.constantFrom(READ_BUDGET_MS, 200, 100),
  abortAfter: fc.option(time(2500), { nil: undefined, freq: 5 }),
});

/** Asks a question; returns when it settled, and what its turn had. */
async function ask(line: ReadingLine, drawn: Drawn, log: string[]) {
  await after(drawn.at);
  const came = performance.now();
  const stop = new AbortController();
  if (drawn.abortAfter !== undefined) setTimeout(() => stop.abort(new Error('stop')), drawn.abortAfter);
  const seen: { left?: number; began?: boolean } = {};
  const name = `${drawn.at} ${drawn.nth}`;
  const settled = await line
    .run(
      async (turn) => {
        log.push(`in ${name}`);
        turn.signal.addEventListener('abort', () => log.push(`out ${name}`));
        if (drawn.end === 'hangs') return new Promise<string>(() => {});
        await after(drawn.prepareMs);
        if (drawn.end === 'fails') throw new Error('fails');
        seen.began = turn.begin();
        seen.left = turn.left();
        if (!seen.began) return undefined;
        await after(Math.min(drawn.readMs, turn.left()));
        return 'read';
      },
      { budgetMs: drawn.budgetMs, signal: stop.signal },
    )
    .catch((error: unknown) => (error as Error).message);
  return { ...drawn, ...seen, waited: performance.now() - came, settled };
}

describe('a line of questions to read for', () => {
  test('holds none up for longer than the limit, reads for one at a time, and goes on, whatever becomes of each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 20 }), async (all) => {
        const line = createReadingLine();
        const log: string[] = [];
        const asked = Promise.all(all.map((drawn, nth) => ask(line, { ...drawn, nth }, log)));
        await vi.advanceTimersByTimeAsync(3000 + READING_MAX_MS);
        for (const { waited, settled, began, left, budgetMs, end } of await asked) {
          expect(waited).toBeLessThanOrEqual(READING_MAX_MS);
          if (settled === 'read') expect([end, began]).toEqual(['read', true]);
          if (began === true) expect(left).toBeGreaterThanOrEqual(Math.min(TURN_LEAST_MS, budgetMs));
          if (left !== undefined) expect(left).toBeLessThanOrEqual(budgetMs);
        }
        const turns = log.filter((entry) => entry.startsWith('in')).map((entry) => entry.slice(3));
        expect(log).toEqual(turns.flatMap((name) => [`in ${name}`, `out ${name}`]));
        const next = line.run(() => Promise.resolve('read'), { budgetMs: READ_BUDGET_MS, waitMs: 0 });
        expect(await next).toBe('read');
      }),
      { numRuns: 300, seed: 51 },
    );
  });

  test('reads for as many of twenty at once as there is time for, in order, and refuses the others at once', async () => {
    const line = createReadingLine();
    const log: string[] = [];
    const one: Drawn = { at: 0, prepareMs: 50, readMs: 200, end: 'read', budgetMs: 400, abortAfter: undefined };
    const round = async () => {
      const asked = Promise.all(Array.from({ length: 20 }, (_, nth) => ask(line, { ...one, nth }, log)));
      await vi.advanceTimersByTimeAsync(READING_MAX_MS);
      return asked;
    };
    const first = await round();
    const read = first.filter(({ settled }) => settled === 'read');
    expect(read.map(({ waited }) => waited)).toEqual([250, 500, 750, 1000, 1250]);
    expect(first.filter(({ settled }) => settled !== 'read').map(({ waited }) => waited)).toEqual(Array(15).fill(0));
    // Turns are shorter than it had to expect, so that more are let in.
    expect((await round()).filter(({ settled }) => settled === 'read').length).toBeGreaterThan(5);
  });

  test.each([
    [READING_MAX_MS - TURN_LEAST_MS, 'read'],
    [READING_MAX_MS - TURN_LEAST_MS + 1, undefined],
  ])('reads after %i ms of waiting: %s', async (ms, expected) => {
    const line = createReadingLine();
    const before = line.run(() => after(ms), { budgetMs: READ_BUDGET_MS });
    const own = line.run(async (turn) => (turn.begin() ? 'read' : undefined), { budgetMs: READ_BUDGET_MS });
    await vi.advanceTimersByTimeAsync(READING_MAX_MS);
    await before;
    expect(await own).toBe(expected);
  });

  test('does not begin to read if preparing has left too little time', async () => {
    const line = createReadingLine();
    const late = line.run(
      async (turn) => {
        await after(READING_MAX_MS - TURN_LEAST_MS + 1);
        return turn.begin();
      },
      { budgetMs: READ_BUDGET_MS },
    );
    await vi.advanceTimersByTimeAsync(READING_MAX_MS);
    expect(await late).toBe(false);
  });

  test('lets nobody wait who does not want to', async () => {
    const line = createReadingLine();
    const before = line.run(() => after(100), { budgetMs: READ_BUDGET_MS });
    expect(await line.run(() => Promise.resolve('read'), { budgetMs: 200, waitMs: 0 })).toBeUndefined();
    await vi.advanceTimersByTimeAsync(100);
    await before;
  });

  test('aborts what is done for a question that is answered without it', async () => {
    const line = createReadingLine();
    const signals: AbortSignal[] = [];
    const hanging = line.run(({ signal }) => new Promise<never>(() => signals.push(signal)), { budgetMs: 400 });
    await vi.advanceTimersByTimeAsync(READING_MAX_MS - 1);
    expect(signals[0]?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([await hanging, signals[0]?.aborted]).toEqual([undefined, true]);
  });
});
