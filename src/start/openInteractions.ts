import type { Logger } from 'pino';
import type { App } from '../app/app.ts';
import type { BotOptions } from '../discord/bot.ts';
import { createRest } from '../discord/gateway/createRest.ts';
import { pollMemberships } from '../discord/gateway/pollMemberships.ts';
import { readApplication } from '../discord/gateway/readApplication.ts';
import { CLOCK_TOLERANCE_MS, createEndpoint } from '../discord/http/createEndpoint.ts';
import { receiveInteractions } from '../discord/http/receiveInteractions.ts';
import type { Refusal } from '../discord/interactions/refusal.ts';
import { systemClock } from '../schedule/times/clock.ts';
import { startTicker } from '../schedule/startTicker.ts';
import { claimInteraction, forgetInteractions } from '../store/claimInteraction.ts';
import { takeLease } from '../store/postgres/lease.ts';
import type { Gateway } from './openGateway.ts';

/** How long to wait for interactions in progress after a stop was requested. */
const DRAIN_MS = 5000;
/** How long an interaction's id is remembered: a signature is accepted for so long before its time and after it. */
const REMEMBERED_MS = 3 * CLOCK_TOLERANCE_MS;
const FORGET_EVERY_MS = 60_000;
/** What the replica holds that asks Discord which servers the bot is in. */
const MEMBERSHIPS = 'memberships';

/** The bot without a gateway, and the handler of the requests with which Discord sends interactions. */
type Opening =
  | { readonly kind: 'opened'; readonly gateway: Gateway; readonly interactions: ReturnType<typeof createEndpoint> }
  | Refusal;

/**
 * Starts answering interactions that arrive over HTTP, in any number of replicas at once. One of them keeps track of the
 * servers that the bot is in.
 */
export async function openInteractions({
  app,
  publicKey,
  bot,
  log,
}: {
  readonly app: App;
  /** Default: what Discord says. */
  readonly publicKey: string | undefined;
  readonly bot: BotOptions;
  readonly log: Logger;
}): Promise<Opening> {
  const store = await app.store();
  const application = await readApplication(bot);
  if ('reason' in application) return application;
  const { id: applicationId, verify_key: key = '' } = application;
  const isFirst = (id: string): Promise<boolean> => claimInteraction(store, { id, now: Date.now() });
  if (publicKey === undefined && !/^[0-9a-f]{64}$/iu.test(key)) {
    const reason = 'Discord did not say the public key of the application; set DISCORD_PUBLIC_KEY.';
    return { kind: 'refused', reason, temporary: false };
  }
  const started = await receiveInteractions({ ...bot, application: applicationId, isFirst });
  if (started.kind === 'refused') return started;
  const { receiver } = started;
  const since = Date.now();
  const forgetting = startTicker({
    clock: systemClock,
    maxSleepMs: FORGET_EVERY_MS,
    tick: async (now) => {
      await forgetInteractions(store, now - REMEMBERED_MS);
      return now + FORGET_EVERY_MS;
    },
    onError: (error) => log.debug({ err: error }, 'old interactions could not be forgotten'),
  });
  const following = followAlone();

  /** Of several replicas one at a time follows; the others wait for its end. */
  function followAlone(): { close(): Promise<void> } {
    const closing = new AbortController();
    const follow = () => pollMemberships({ rest: createRest(bot), application: applicationId, app, log });
    const ended = new Promise<void>((resolve) => {
      closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const running = (async () => {
      if (store.kind === 'sqlite') {
        const alone = follow();
        await ended;
        return alone.close();
      }
      while (!closing.signal.aborted) {
        const lease = await takeLease(store, {
          names: [MEMBERSHIPS],
          excludes: (name) => name === MEMBERSHIPS,
          signal: closing.signal,
          onError: (error) => log.debug({ err: error }, 'the right to follow memberships could not be asked for'),
        });
        if (!lease) return;
        const following = follow();
        await Promise.race([lease.lost, ended]);
        await following.close();
        await lease.release().catch(() => {});
      }
    })();
    return {
      async close() {
        closing.abort();
        await running;
      },
    };
  }

  return {
    kind: 'opened',
    interactions: createEndpoint({
      publicKey: publicKey ?? key,
      receive: (interaction) => receiver.receive(interaction),
      now: () => Date.now(),
      warn: (event, message) => log.warn(event, message),
    }),
    gateway: {
      client: () => undefined,
      state: () => ({ state: 'off', seconds: Math.round((Date.now() - since) / 1000) }),
      showArticles: () => {},
      closed: new Promise<string>(() => {}),
      async close() {
        await receiver.close(DRAIN_MS);
        await following.close();
        await forgetting.close();
      },
    },
  };
}
