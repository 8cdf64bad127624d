import { randomBytes } from 'node:crypto';
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type InteractionReplyOptions } from 'discord.js';
import type { Logger } from 'pino';
import type { Queue } from '../../runtime/steps/createQueue.ts';
import { acknowledge, TooLate } from './acknowledge.ts';

/** An interaction that has no answer after this long is deferred. */
const DEFER_AFTER_MS = 1000;
/** Discord accepts messages for an interaction for 15 minutes; work that has waited this long is not started. */
const BEGIN_WITHIN_MS = 14 * 60_000;

/** What is sent: components and files, and whether only the user sees it. */
export interface Outgoing {
  readonly payload: Pick<InteractionReplyOptions, 'components' | 'files' | 'allowedMentions'>;
  readonly hidden: boolean;
}

/** The acknowledgements an interaction accepts; the same for discord.js's slash commands and buttons. */
export interface Respondable {
  deferred?: boolean;
  reply(options: InteractionReplyOptions): Promise<unknown>;
  deferReply(options: { flags?: MessageFlags.Ephemeral }): Promise<unknown>;
  editReply(
    options: Pick<InteractionReplyOptions, 'components' | 'files' | 'allowedMentions'> & {
      flags: MessageFlags.IsComponentsV2;
    },
  ): Promise<unknown>;
  deleteReply(): Promise<unknown>;
  followUp(options: InteractionReplyOptions): Promise<unknown>;
}

export interface RespondOptions {
  /** Whether only the user sees the deferral; the answer itself may still turn out to be hidden. */
  readonly hidden: boolean;
  readonly log: Logger;
  /** Added to each log line about it: the command, the interaction's id and the server's. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Builds the message for a failure; it contains the id that is in the log. */
  readonly failure: (id: string) => Outgoing;
  /** Builds the message for work that has waited until the interaction is about to expire. */
  readonly tooBusy: () => Outgoing;
  /** Resolves when the work may start. The wait counts towards the deferral. */
  readonly queue: Pick<Queue, 'turn' | 'acknowledge' | 'isCrowded'>;
}

/** How an interaction ended, for metrics. */
export type Outcome = 'answered' | 'failed' | 'late';

/**
 * Answers an interaction exactly once: immediately, or after a deferral one second after the call, which must be made
 * on receipt (sooner if the queue is crowded). Work whose deferral came too late is not started. After a failure the
 * user gets a sentence with an id that is in the log; a public deferral is deleted first. Never throws.
 */
export async function respond(
  interaction: Respondable,
  work: () => Promise<Outgoing>,
  { hidden, log, about, failure, tooBusy, queue }: RespondOptions,
): Promise<Outcome> {
  const received = performance.now();
  let deferral: Promise<unknown> | undefined;
  const defer = (): Promise<unknown> => {
    deferral ??= deferOnce(interaction, { hidden, received, queue });
    deferral.catch(() => {});
    return deferral;
  };
  const timer = setTimeout(defer, DEFER_AFTER_MS);
  if (queue.isCrowded()) void defer();
  let outcome: Outcome = 'answered';
  try {
    await queue.turn();
    if (deferral || performance.now() - received >= DEFER_AFTER_MS) await defer();
    const begin = async (): Promise<Outgoing> => {
      if (performance.now() - received < BEGIN_WITHIN_MS) return work();
      outcome = 'late';
      return tooBusy();
    };
    const outgoing = await begin().catch((error: unknown) => {
      outcome = 'failed';
      return failure(reportFailure(log, error, about));
    });
    clearTimeout(timer);
    await send(interaction, outgoing, { deferral, deferredHidden: hidden, received });
    const ms = Math.round(performance.now() - received);
    log.debug({ ...about, outcome, ms, deferred: deferral !== undefined, hidden: outgoing.hidden }, 'responded');
    return outcome;
  } catch (error) {
    clearTimeout(timer);
    return reportTrouble(error, log, about);
  }
}

async function deferOnce(
  interaction: Respondable,
  { hidden, received, queue }: { readonly hidden: boolean; readonly received: number } & Pick<RespondOptions, 'queue'>,
): Promise<void> {
  const defer = () => interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  await queue.acknowledge(() => acknowledge(defer, received));
  // discord.js does not know about a deferral whose confirmation was lost.
  interaction.deferred = true;
}

/** Logs an error and its context under a new id, and returns the id. */
export function reportFailure(log: Logger, error: unknown, about: Readonly<Record<string, unknown>>): string {
  const id = newFailure();
  log.error({ ...about, failure: id, err: error }, 'a command failed');
  return id;
}

function newFailure(): string {
  return randomBytes(4).toString('hex');
}

async function send(
  interaction: Respondable,
  { payload, hidden }: Outgoing,
  {
    deferral,
    deferredHidden,
    received,
  }: { deferral: Promise<unknown> | undefined; deferredHidden: boolean; received: number },
): Promise<void> {
  const flags = hidden
    ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const)
    : ([MessageFlags.IsComponentsV2] as const);
  if (!deferral) {
    await acknowledge(() => interaction.reply({ ...payload, flags: [...flags] }), received);
    return;
  }
  await deferral;
  if (hidden && !deferredHidden) {
    await interaction.deleteReply();
    await interaction.followUp({ ...payload, flags: [...flags] });
    return;
  }
  // Editing twice is safe: the message is the same afterwards.
  await acknowledge(() => interaction.editReply({ ...payload, flags: MessageFlags.IsComponentsV2 }), performance.now());
}

/** Logs that an answer was not sent: too late, or for another reason under a new id. */
export function reportTrouble(error: unknown, log: Logger, about: Readonly<Record<string, unknown>>): Outcome {
  const code = error instanceof DiscordAPIError ? error.code : undefined;
  if (
    error instanceof TooLate ||
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  ) {
    log.warn({ ...about, code }, 'an answer came too late');
    return 'late';
  }
  log.error({ ...about, failure: newFailure(), err: error }, 'an answer could not be sent');
  return 'failed';
}
