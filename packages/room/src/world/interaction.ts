import { randomBytes } from 'node:crypto';
import type { InteractionProgress } from '../members/events.ts';
import type { Interaction, InteractionAnswer } from './interactionState.ts';
import type { JsonObject } from '../json.ts';
import type { World } from './world.ts';

/** How long the bot has to acknowledge an interaction, in milliseconds. */
export const ACK_DEADLINE_MS = 3000;
/** How long an interaction's token is good for follow-ups, in milliseconds. */
export const TOKEN_LIFETIME_MS = 15 * 60_000;
/** What Discord shows when the bot did not answer. */
export const NO_RESPONSE = 'The application did not respond';

export type InteractionStart = Pick<
  Interaction,
  'type' | 'userId' | 'channelId' | 'nonce' | 'metadata' | 'replyType' | 'forcedEphemeral' | 'userInstalled'
> &
  Partial<Pick<Interaction, 'commandName' | 'sourceMessageId'>> & { readonly id: string };

/** Makes up a token by which the bot answers an interaction; like Discord's, it names the interaction. */
function interactionToken(id: string): string {
  return Buffer.from(`interaction:${id}:${randomBytes(64).toString('base64url')}`).toString('base64url');
}

/** Finds the interaction that a token belongs to. */
export function interactionOf(world: World, token: string): Interaction | undefined {
  const id = Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
  const interaction = world.interactions.get(id);
  return interaction?.token === token ? interaction : undefined;
}

/** Opens an interaction, tells the bot of it by `payload`, and starts its three seconds. */
export function openInteraction(world: World, start: InteractionStart, payload: JsonObject): Interaction {
  const interaction: Interaction = {
    ...start,
    token: interactionToken(start.id),
    createdAt: world.clock.now(),
    pending: false,
    failed: false,
    followUps: 0,
    waiters: new Set(),
  };
  world.interactions.set(interaction.id, interaction);
  emitProgress(world, interaction, { state: 'sent' });
  world.emit({ kind: 'interaction', payload: { ...payload, id: interaction.id, token: interaction.token } });
  world.clock.after(ACK_DEADLINE_MS, () => {
    // An acknowledgement that has come while the room was busy is in time: it is read before this is judged.
    setImmediate(() => {
      if (interaction.callback === undefined) failInteraction(world, interaction);
    });
  });
  world.clock.after(TOKEN_LIFETIME_MS + 60_000, () => world.interactions.delete(interaction.id));
  return interaction;
}

/** Takes down that the bot answered, and wakes who waits for it. */
export function settleInteraction(world: World, interaction: Interaction, answer: InteractionAnswer): void {
  interaction.answer = answer;
  emitProgress(world, interaction, {
    state: 'answered',
    callback: answer.type,
    ...(answer.modal ? { modal: answer.modal } : {}),
    ...(answer.choices ? { choices: answer.choices } : {}),
  });
  wake(interaction);
}

/** Takes down that the bot let the time pass. */
export function failInteraction(world: World, interaction: Interaction): void {
  interaction.failed = true;
  emitProgress(world, interaction, { state: 'failed', reason: NO_RESPONSE });
  wake(interaction);
}

/**
 * Waits until the bot has answered an interaction; a deferral alone is no answer. Returns nothing when three seconds
 * pass without an acknowledgement, or `timeoutMs` without an answer.
 */
export async function waitForAnswer(
  interaction: Interaction,
  timeoutMs: number,
): Promise<InteractionAnswer | undefined> {
  if (!interaction.answer && !interaction.failed) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs).unref();
      interaction.waiters.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  if (interaction.answer) return interaction.answer;
  if (interaction.callback === 6 && interaction.sourceMessageId !== undefined) {
    return { type: 6, messageId: interaction.sourceMessageId };
  }
  return undefined;
}

function wake(interaction: Interaction): void {
  for (const waiter of interaction.waiters) waiter();
  interaction.waiters.clear();
}

function emitProgress(
  world: World,
  interaction: Interaction,
  progress: Omit<InteractionProgress, 'id' | 'nonce' | 'channel_id' | 'type'>,
): void {
  world.emit({
    kind: 'progress',
    userId: interaction.userId,
    progress: {
      id: interaction.id,
      nonce: interaction.nonce,
      channel_id: interaction.channelId,
      type: interaction.type,
      ...progress,
    },
  });
}
