import { DiscordAPIError, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  respond,
  type Outgoing,
  type RespondOptions,
  type Respondable,
} from '../../../src/discord/interactions/respond.ts';

const outgoing: Outgoing = { payload: { components: [] }, hidden: false };

/** An interaction that notes what it is acknowledged with, and how long after its receipt. */
function fakeInteraction({ refuses = false } = {}) {
  const calls: string[] = [];
  const note = (name: string) => async (): Promise<void> => {
    calls.push(`${name} at ${Math.round(performance.now())}`);
    if (refuses) throw unknownInteraction();
  };
  const interaction: Respondable = {
    reply: note('reply'),
    deferReply: note('defer'),
    editReply: note('edit'),
    deleteReply: note('delete'),
    followUp: note('follow up'),
  };
  return { interaction, calls };
}

function unknownInteraction(): DiscordAPIError {
  const body = { code: 10_062, message: 'Unknown interaction' };
  return new DiscordAPIError(body, 10_062, 404, 'POST', '/callback', { body: undefined, files: undefined });
}

const waits = (ms: number) => (): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const rest = {
  hidden: false,
  about: {},
  log: pino({ level: 'silent' }),
  failure: () => ({ ...outgoing, hidden: true }),
  tooBusy: () => ({ ...outgoing, hidden: true }),
};
/** A queue whose turn comes after a time. */
const queueOf = (ms: number, { isCrowded = false } = {}): RespondOptions['queue'] => ({
  turn: waits(ms),
  acknowledge: (send) => send(),
  isCrowded: () => isCrowded,
});

describe('respond', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  test.each([
    [0, 999, ['reply at 999']],
    [0, 1001, ['defer at 1000', 'edit at 1001']],
    [999, 0, ['reply at 999']],
    [1000, 0, ['defer at 1000', 'edit at 1000']],
    [900, 200, ['defer at 1000', 'edit at 1100']],
    [2500, 50, ['defer at 1000', 'edit at 2550']],
  ])('counts a wait of %i ms and work of %i ms from the receipt', async (wait, work, expected) => {
    const { interaction, calls } = fakeInteraction();
    const responding = respond(
      interaction,
      async () => {
        await waits(work)();
        return outgoing;
      },
      { ...rest, queue: queueOf(wait) },
    );
    await vi.runAllTimersAsync();
    expect(await responding).toBe('answered');
    expect(calls).toEqual(expected);
  });

  test('does not begin work that can no longer be shown', async () => {
    const { interaction, calls } = fakeInteraction({ refuses: true });
    let begun = false;
    const responding = respond(
      interaction,
      async () => {
        begun = true;
        return outgoing;
      },
      { ...rest, queue: queueOf(5000) },
    );
    await vi.runAllTimersAsync();
    expect(await responding).toBe('late');
    expect(begun).toBe(false);
    expect(calls).toEqual(['defer at 1000']);
  });

  test.each([
    [3000, ['defer at 3000', 'edit at 3000'], 'answered', true],
    [3001, [], 'late', false],
  ])('an acknowledgement that waited %i ms is sent as %j', async (wait, expected, outcome, isBegun) => {
    const { interaction, calls } = fakeInteraction();
    let begun = false;
    const work = async (): Promise<Outgoing> => {
      begun = true;
      return outgoing;
    };
    const acknowledge = async <Result>(send: () => Promise<Result>): Promise<Result> => {
      await waits(wait)();
      return send();
    };
    const responding = respond(interaction, work, {
      ...rest,
      queue: { ...queueOf(0, { isCrowded: true }), acknowledge },
    });
    await vi.runAllTimersAsync();
    expect(await responding).toBe(outcome);
    expect([calls, begun]).toEqual([expected, isBegun]);
  });

  test('defers at once when the queue is crowded, and edits even an answer that comes soon', async () => {
    const { interaction, calls } = fakeInteraction();
    const responding = respond(interaction, async () => outgoing, {
      ...rest,
      queue: queueOf(300, { isCrowded: true }),
    });
    await vi.runAllTimersAsync();
    expect(await responding).toBe('answered');
    expect(calls).toEqual(['defer at 0', 'edit at 300']);
  });

  const MINUTE = 60_000;
  test.each([
    [14 * MINUTE - 1, 'answered', true],
    [14 * MINUTE, 'late', false],
  ])('after a wait of %i ms the outcome is %s', async (wait, expected, isBegun) => {
    const { interaction, calls } = fakeInteraction();
    let begun = false;
    const work = async (): Promise<Outgoing> => {
      begun = true;
      return { ...outgoing, hidden: true };
    };
    const responding = respond(interaction, work, { ...rest, hidden: true, queue: queueOf(wait) });
    await vi.runAllTimersAsync();
    expect(await responding).toBe(expected);
    expect(begun).toBe(isBegun);
    expect(calls).toEqual(['defer at 1000', `edit at ${wait}`]);
  });

  test('shows a hidden answer after a public deferral only to the user', async () => {
    const { interaction, calls } = fakeInteraction();
    const flags: unknown[] = [];
    const responding = respond(
      {
        ...interaction,
        followUp: async (options) => {
          flags.push(options.flags);
          calls.push('follow up');
        },
      },
      async () => ({ ...outgoing, hidden: true }),
      { ...rest, queue: queueOf(1200) },
    );
    await vi.runAllTimersAsync();
    expect(await responding).toBe('answered');
    expect(calls).toEqual(['defer at 1000', 'delete at 1200', 'follow up']);
    expect(flags).toEqual([[MessageFlags.IsComponentsV2, MessageFlags.Ephemeral]]);
  });

  test.each([
    [0, ['reply at 10']],
    [1200, ['defer at 1000', 'edit at 1210']],
  ])('shows a hidden answer that waited %i ms after a hidden deferral by itself: %s', async (wait, expected) => {
    const { interaction, calls } = fakeInteraction();
    const flags: unknown[] = [];
    const noting =
      (method: 'reply' | 'deferReply') =>
      async (options: { flags?: unknown }): Promise<unknown> => {
        flags.push(options.flags);
        return interaction[method]({});
      };
    const hidden = async (): Promise<Outgoing> => {
      await waits(10)();
      return { ...outgoing, hidden: true };
    };
    const responding = respond({ ...interaction, reply: noting('reply'), deferReply: noting('deferReply') }, hidden, {
      ...rest,
      hidden: true,
      queue: queueOf(wait),
    });
    await vi.runAllTimersAsync();
    expect(await responding).toBe('answered');
    expect(calls).toEqual(expected);
    expect(flags).toEqual([
      wait === 0 ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] : MessageFlags.Ephemeral,
    ]);
  });

  test('answers a failure with its id from the log, only to the user', async () => {
    const { interaction, calls } = fakeInteraction();
    const lines: Record<string, unknown>[] = [];
    const log = pino({ level: 'error' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const shown: string[] = [];
    const failure = (id: string): Outgoing => {
      shown.push(id);
      return { ...outgoing, hidden: true };
    };
    const responding = respond(interaction, () => Promise.reject(new Error('bug')), {
      ...rest,
      log,
      failure,
      about: { command: 'ask' },
      queue: queueOf(1500),
    });
    await vi.runAllTimersAsync();
    expect(await responding).toBe('failed');
    expect(calls).toEqual(['defer at 1000', 'delete at 1500', 'follow up at 1500']);
    expect(shown).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/u)]);
    expect(lines).toMatchObject([{ command: 'ask', failure: shown[0], err: { message: 'bug' } }]);
  });

  test.each([
    [new DiscordAPIError({ code: 10_062, message: '' }, 10_062, 404, 'POST', '', {}), 'late', 40],
    [new DiscordAPIError({ code: 40_060, message: '' }, 40_060, 400, 'POST', '', {}), 'late', 40],
    [new DiscordAPIError({ code: 50_035, message: '' }, 50_035, 400, 'POST', '', {}), 'failed', 50],
    [new Error('no answer'), 'failed', 50],
  ] as const)('ends with %s as %s, and never throws', async (error, expected, level) => {
    const { interaction } = fakeInteraction();
    const lines: { readonly level: number; readonly failure?: string }[] = [];
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const reply = async (): Promise<never> => {
      throw error;
    };
    const responding = respond({ ...interaction, reply }, async () => outgoing, {
      ...rest,
      log,
      queue: queueOf(0),
    });
    await vi.runAllTimersAsync();
    expect(await responding).toBe(expected);
    expect(lines).toMatchObject([{ level }]);
    expect(lines[0]!.failure === undefined).toBe(expected === 'late');
  });
});
