import { apiError } from '../http/apiError.ts';
import { FLAG_EPHEMERAL, FLAG_LOADING, parseMessageForm } from '../form/messageForm.ts';
import { interactionOf, settleInteraction, TOKEN_LIFETIME_MS } from '../world/interaction.ts';
import type { Interaction } from '../world/interactionState.ts';
import { addMessage, deleteMessage, editMessage } from '../world/message.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { findMessage, messageObject } from '../objects/messageObject.ts';
import type { Message } from '../world/entities.ts';
import { interactionMessage } from './callback.ts';

/** Most follow-ups where the bot is no member of the server: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const USER_INSTALL_FOLLOW_UPS = 5;

const BASE = '/webhooks/:application/:token';

/** Endpoints by which the bot goes on after its acknowledgement: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: BASE, who: 'token', run: followUp },
  { method: 'GET', path: `${BASE}/messages/:message`, who: 'token', run: getReply },
  { method: 'PATCH', path: `${BASE}/messages/:message`, who: 'token', run: editReply },
  { method: 'DELETE', path: `${BASE}/messages/:message`, who: 'token', run: deleteReply },
];

/** Throws 10015 for a token nobody was given or that was not yet acknowledged, 50027 once its 15 minutes are over. */
function accessInteraction(call: Call): Interaction {
  const { world, params } = call;
  const interaction = interactionOf(world, params['token']!);
  if (params['application'] !== world.applicationId || !interaction) throw apiError(10015);
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFETIME_MS) throw apiError(50027);
  if (interaction.callback === undefined) throw apiError(10015);
  return interaction;
}

/** A message that the interaction's token may name: its own replies, and the one its component is on. */
function accessReply(call: Call, interaction: Interaction): Message {
  const wanted = call.params['message'];
  const id = wanted === '@original' ? interaction.originalId : wanted;
  const message = id === undefined ? undefined : findMessage(call.world, interaction.channelId, id);
  const own = message?.interactionMetadata?.['id'] === interaction.id || message?.id === interaction.sourceMessageId;
  if (!message || !own) throw apiError(10008);
  return message;
}

function followUp(call: Call): Reply {
  const { world } = call;
  const interaction = accessInteraction(call);
  if (interaction.pending) return editOriginal(call, interaction);
  if (interaction.userInstalled && interaction.followUps >= USER_INSTALL_FOLLOW_UPS) throw apiError(40094);
  const message = interactionMessage(call, interaction, call.body);
  if (message.visibleTo !== undefined) message.flags |= FLAG_EPHEMERAL;
  message.type = 19;
  const originalId = interaction.originalId ?? interaction.sourceMessageId ?? '';
  const original = findMessage(world, interaction.channelId, originalId);
  if (original && (original.visibleTo === undefined || message.visibleTo !== undefined)) {
    message.reference = { messageId: originalId, channelId: interaction.channelId };
  } else {
    delete message.reference;
    message.type = 0;
  }
  interaction.followUps += 1;
  addMessage(world, message);
  if (!interaction.answer)
    settleInteraction(world, interaction, { type: interaction.callback!, messageId: message.id });
  return { body: messageObject(world, message) };
}

function getReply(call: Call): Reply {
  const interaction = accessInteraction(call);
  return { body: messageObject(call.world, accessReply(call, interaction)) };
}

function editReply(call: Call): Reply {
  const interaction = accessInteraction(call);
  const message = accessReply(call, interaction);
  if (message.id === interaction.originalId) return editOriginal(call, interaction);
  editMessage(call.world, message, { form: parseMessageForm(call.body), uploads: call.uploads });
  return { body: messageObject(call.world, message) };
}

/** Edits the first reply; where it was deferred, this is the answer. The first follow-up of a deferred reply does the same. */
function editOriginal(call: Call, interaction: Interaction): Reply {
  const message = findMessage(call.world, interaction.channelId, interaction.originalId ?? '');
  if (!message) throw apiError(10008);
  editMessage(call.world, message, { form: parseMessageForm(call.body), uploads: call.uploads });
  interaction.pending = false;
  if (!interaction.answer) {
    settleInteraction(call.world, interaction, { type: interaction.callback!, messageId: message.id });
  }
  return { body: messageObject(call.world, message) };
}

function deleteReply(call: Call): Reply {
  const interaction = accessInteraction(call);
  const message = accessReply(call, interaction);
  deleteMessage(call.world, message);
  if ((message.flags & FLAG_LOADING) !== 0) interaction.pending = false;
  return {};
}
