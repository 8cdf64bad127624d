import { randomBytes } from 'node:crypto';
import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes, type InteractionReplyOptions } from 'discord.js';
import type { Logger } from 'pino';
import type { Queue } from '../../runtime/steps/createQueue.ts';
import { acknowledge } from './acknowledge.ts';

/** After this long without an answer the interaction is deferred. */
const DEFER_AFTER_MS = 1000;
/** Discord takes messages for an interaction for 15 minutes; work that has waited for so long is not begun any more. */
const BEGIN_WITHIN_MS = 14 * 60_000;

/** What is sent: components and files, and whether only the one who asked may see it. */
export interface Outgoing {
  readonly payload: Pick<InteractionReplyOptions, 'components' | 'files' | 'allowedMentions'>;
  readonly hidden: boolean;
}

/** The acknowledgements that an interaction can be given; discord.js's interactions, slash commands and buttons alike. */
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
  /** Whether a deferral is shown to the one who asked alone; the answer may still turn out to be hidden. */
  readonly hidden: boolean;
  readonly log: Logger;
  /** What each line of the log tells of it: the command, the interaction's id, the server's. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Makes the message for a failure, which carries the id that is in the log. */
  readonly failure: (id: string) => Outgoing;
  /** Makes the message for work that has waited until the interaction is about to expire. */
  readonly tooBusy: () => Outgoing;
  /** Says when the work may begin. The wait counts towards the deferral. */
  readonly queue: Pick<Queue, 'turn' | 'acknowledge' | 'isCrowded'>;
}

/** How an interaction ended, for metrics. */
export type Outcome = 'answered' | 'failed' | 'late';

/**
 * Gives an interaction exactly one answer: at once, or deferred a second after the call, which must be made on receipt; before
 * that if the queue is crowded. Work whose deferral came too late is not begun. A failure is a sentence for the one who asked, with an id that is in
 * the log; after a public deferral that message is deleted and the sentence follows. Never throws.
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
  // discord.js does not know of a deferral whose confirmation was lost.
  interaction.deferred = true;
}

/** Logs an error under a new id with what it is about, and returns the id. */
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
  // An edit may be made twice: the message is the same after it.
  await acknowledge(() => interaction.editReply({ ...payload, flags: MessageFlags.IsComponentsV2 }), performance.now());
}

/** Logs that an answer was not sent: too late, or for another reason under a new id. */
export function reportTrouble(error: unknown, log: Logger, about: Readonly<Record<string, unknown>>): Outcome {
  const code = error instanceof DiscordAPIError ? error.code : undefined;
  if (
    code === RESTJSONErrorCodes.UnknownInteraction ||
    code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  ) {
    log.warn({ ...about, code }, 'an answer came too late');
    return 'late';
  }
  log.error({ ...about, failure: newFailure(), err: error }, 'an answer could not be sent');
  return 'failed';
}
