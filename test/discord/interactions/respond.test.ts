import { DiscordAPIError, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { respond, type Outgoing, type Respondable } from '../../../src/discord/interactions/respond.ts';

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
};

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
      { ...rest, turn: waits(wait) },
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
      { ...rest, turn: waits(5000) },
    );
    await vi.runAllTimersAsync();
    expect(await responding).toBe('late');
    expect(begun).toBe(false);
    expect(calls).toEqual(['defer at 1000']);
  });

  test('shows a hidden answer after a public deferral to nobody else', async () => {
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
      { ...rest, turn: waits(1200) },
    );
    await vi.runAllTimersAsync();
    expect(await responding).toBe('answered');
    expect(calls).toEqual(['defer at 1000', 'delete at 1200', 'follow up']);
    expect(flags).toEqual([[MessageFlags.IsComponentsV2, MessageFlags.Ephemeral]]);
  });
});
