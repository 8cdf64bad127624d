import { z } from 'zod';
import { ApiError, apiError, formError } from '../http/apiError.ts';
import { checkComponents } from '../form/checkComponents.ts';
import { modalSchema } from '../form/componentForm.ts';
import { FLAG_EPHEMERAL, FLAG_LOADING, parseMessageForm } from '../form/messageForm.ts';
import { parseForm } from '../form/parseForm.ts';
import { ACK_DEADLINE_MS, settleInteraction } from '../world/interaction.ts';
import type { Interaction } from '../world/interactionState.ts';
import { asText } from '../json.ts';
import { blankMessage } from '../world/blankMessage.ts';
import { addMessage, buildMessage, editMessage } from '../world/message.ts';
import { findMessage, messageObject } from '../objects/messageObject.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import type { Message } from '../world/entities.ts';

/** The endpoint by which the bot acknowledges an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding */
export const callbackRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', who: 'token', run: acknowledge },
];

/** Which callbacks answer which type of interaction: command, component, autocomplete, modal. Activities and premium are not played here. */
const CALLBACKS: Record<number, readonly number[]> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

const choicesSchema = z.object({
  choices: z
    .array(
      z.object({
        name: z.string().min(1).max(100),
        name_localizations: z.record(z.string(), z.string()).nullish(),
        value: z.union([z.string().max(100), z.number()]),
      }),
    )
    .max(25),
});

/** Takes an answer to an interaction, from this endpoint or from the response to an interaction that was sent by HTTP. */
export function acknowledge(call: Call): Reply {
  const { world } = call;
  const interaction = world.interactions.get(call.params['interaction']!);
  if (!interaction || interaction.token !== call.params['token']) throw apiError(10062);
  if (interaction.callback !== undefined) throw apiError(40060);
  if (interaction.failed || world.clock.now() - interaction.createdAt > ACK_DEADLINE_MS) throw apiError(10062);

  const body = (call.body ?? {}) as { type?: unknown; data?: unknown };
  const type = Number(body.type);
  const fits =
    CALLBACKS[interaction.type]!.includes(type) && !((type === 6 || type === 7) && !interaction.sourceMessageId);
  if (!fits) {
    throw formError([
      {
        path: ['type'],
        code: 'INTERACTION_CALLBACK_TYPE_INVALID',
        message: `Callback type ${asText(body.type)} does not answer this interaction`,
      },
    ]);
  }
  const message = CALLBACK_RUNS[type]?.(call, interaction, body.data);
  return call.query.get('with_response') === 'true'
    ? { body: callbackResponse(call, interaction, message) }
    : { status: 204 };
}

const CALLBACK_RUNS: Record<number, (call: Call, interaction: Interaction, data: unknown) => Message | undefined> = {
  4: replyWithMessage,
  5: deferReply,
  6: deferUpdate,
  7: updateSource,
  8: giveChoices,
  9: showModal,
};

function replyWithMessage(call: Call, interaction: Interaction, data: unknown): Message {
  const message = interactionMessage(call, interaction, data, ['data']);
  interaction.callback = 4;
  interaction.originalId = message.id;
  addMessage(call.world, message);
  settleInteraction(call.world, interaction, { type: 4, messageId: message.id });
  return message;
}

function deferReply(call: Call, interaction: Interaction, data: unknown): Message {
  const flags = Number((data as { flags?: unknown } | null | undefined)?.flags ?? 0);
  const ephemeral = interaction.forcedEphemeral || (flags & FLAG_EPHEMERAL) !== 0;
  const message = blankMessage({
    id: call.world.nextId(),
    channelId: interaction.channelId,
    authorId: call.world.applicationId,
    type: interaction.replyType,
    flags: FLAG_LOADING | (ephemeral ? FLAG_EPHEMERAL : 0),
    ...marks(call, interaction, ephemeral),
  });
  interaction.callback = 5;
  interaction.originalId = message.id;
  interaction.pending = true;
  addMessage(call.world, message);
  return message;
}

function deferUpdate(call: Call, interaction: Interaction): Message | undefined {
  interaction.callback = 6;
  interaction.originalId = interaction.sourceMessageId!;
  return findMessage(call.world, interaction.channelId, interaction.originalId);
}

function updateSource(call: Call, interaction: Interaction, data: unknown): Message {
  const source = findMessage(call.world, interaction.channelId, interaction.sourceMessageId!);
  if (!source) throw apiError(10008);
  editMessage(call.world, source, { form: parseMessageForm(data, ['data']), uploads: call.uploads });
  interaction.callback = 7;
  interaction.originalId = source.id;
  settleInteraction(call.world, interaction, { type: 7, messageId: source.id });
  return source;
}

function giveChoices(call: Call, interaction: Interaction, data: unknown): undefined {
  const { choices } = parseForm(choicesSchema, data ?? {}, ['data']);
  interaction.callback = 8;
  settleInteraction(call.world, interaction, { type: 8, choices: choices.map(({ name, value }) => ({ name, value })) });
}

function showModal(call: Call, interaction: Interaction, data: unknown): undefined {
  const modal = parseForm(modalSchema, data ?? {}, ['data']);
  const problems = checkComponents(modal.components, true, ['data', 'components']);
  if (problems.length > 0) throw formError(problems);
  interaction.callback = 9;
  interaction.modal = modal;
  settleInteraction(call.world, interaction, { type: 9, modal: interaction.modal });
}

/** Builds a message by which the bot answers an interaction: seen by all, or by its user alone. */
export function interactionMessage(
  call: Call,
  interaction: Interaction,
  data: unknown,
  at: readonly (string | number)[] = [],
): Message {
  const channel = call.world.channels.get(interaction.channelId);
  if (!channel) throw apiError(10003);
  const form = parseMessageForm(data, at);
  const ephemeral = interaction.forcedEphemeral || ((form.flags ?? 0) & FLAG_EPHEMERAL) !== 0;
  return buildMessage(call.world, {
    channel,
    authorId: call.world.applicationId,
    form: { ...form, message_reference: undefined },
    uploads: call.uploads,
    type: interaction.replyType,
    at,
    extra: { flags: ephemeral ? FLAG_EPHEMERAL : 0, ...marks(call, interaction, ephemeral) },
  });
}

/** What a message that answers an interaction carries besides. */
function marks(call: Call, interaction: Interaction, ephemeral: boolean): Partial<Message> {
  const reply = interaction.replyType === 19 && interaction.sourceMessageId;
  return {
    applicationId: call.world.applicationId,
    interactionMetadata: interaction.metadata,
    ...(interaction.commandName
      ? {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            name: interaction.commandName,
            user: interaction.metadata['user'],
          },
        }
      : {}),
    ...(reply ? { reference: { messageId: reply, channelId: interaction.channelId } } : {}),
    ...(ephemeral ? { visibleTo: interaction.userId } : {}),
  };
}

function callbackResponse(call: Call, interaction: Interaction, message: Message | undefined): unknown {
  if (interaction.callback === undefined) throw new ApiError(500, { message: 'Callback was not run', code: 0 });
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (message.flags & FLAG_LOADING) !== 0,
            response_message_ephemeral: (message.flags & FLAG_EPHEMERAL) !== 0,
          }
        : {}),
      channel_id: interaction.channelId,
    },
    ...(message ? { resource: { type: interaction.callback, message: messageObject(call.world, message) } } : {}),
  };
}
