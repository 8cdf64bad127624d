import { readRun } from '../schedule/runs/history.ts';
import type { FollowUp, FollowUpOutcome } from '../schedule/runs/followUps.ts';
import { readSchedule } from '../schedule/schedules.ts';
import type { DeliveryContext } from './delivery.ts';

/** A crosspost may have to wait for an hour: Discord allows ten an hour in a channel. */
const GIVE_UP_FACTOR = 6;

/** Publishes a posted message, or opens its thread, once. Never posts anything again. */
export async function doFollowUp(followUp: FollowUp, context: DeliveryContext): Promise<FollowUpOutcome> {
  const { store, outbox, clock, times, random, threadName } = context;
  const run = await readRun(store, followUp.run);
  const schedule = run && (await readSchedule(store, run.schedule));
  if (!run || !schedule || run.message === null) return { kind: 'done' };
  const controller = new AbortController();
  const cancel = clock.after(times.sendTimeoutMs, () => controller.abort());
  const result = await outbox
    .followUp({
      kind: followUp.kind,
      channel: run.channel ?? schedule.channel,
      message: run.message,
      name: threadName?.(schedule, run.local.slice(0, 10)) ?? schedule.name,
      signal: controller.signal,
    })
    .finally(cancel);
  if (result.kind === 'done') return result;
  if (result.kind === 'rejected') return { kind: 'failed', detail: result.detail };
  const now = clock.now();
  if (now - followUp.since > GIVE_UP_FACTOR * times.giveUpMs) return { kind: 'failed', detail: result.detail };
  const [first, longest] = times.backoffMs;
  const pause = Math.min(longest, first * 2 ** Math.min(followUp.attempt, 30)) * (0.5 + random() / 2);
  return { kind: 'retry', notBefore: now + Math.ceil(Math.max(result.retryAfterMs ?? 0, pause)) };
}
