import { accessMessage } from '../world/access.ts';
import { formError } from '../http/apiError.ts';
import { checkModalValues, checkSelectValues } from '../world/componentValues.ts';
import { walkComponents } from '../form/checkComponents.ts';
import { FLAG_EPHEMERAL } from '../form/messageForm.ts';
import { keptUploads } from '../world/keptUploads.ts';
import type { Attachment, Channel } from '../world/entities.ts';
import type { JsonObject } from '../json.ts';
import { attachmentObject, findMessage, messageObject } from '../objects/messageObject.ts';
import type { Call } from '../http/route.ts';
import type { Prepared, Use } from './prepare.ts';
import { metadataOf } from './surroundings.ts';

/**
 * Prepares the use of a button or select. Throws 10008 for a message out of reach, 50035 for what is not on it or
 * is not offered.
 */
export function prepareComponent(call: Call, { data: given, messageId, channel, id }: Use): Prepared {
  const { world } = call;
  const message = accessMessage(call, channel, messageId);
  const data = given as { component_type?: unknown; custom_id?: unknown; values?: unknown };
  let component: JsonObject | undefined;
  walkComponents(message.components, (each) => {
    if (each['custom_id'] === data.custom_id && data.custom_id !== undefined) component = each;
  });
  const usable = component && component['disabled'] !== true && message.authorId === world.applicationId;
  if (!component || !usable || (data.component_type !== undefined && data.component_type !== component['type'])) {
    throw formError([
      { path: ['data', 'custom_id'], code: 'COMPONENT_VALIDATION_FAILED', message: 'Component validation failed' },
    ]);
  }
  const values =
    component['type'] === 2 ? undefined : checkSelectValues(world, channel, { component, values: data.values });
  const ephemeral = (message.flags & FLAG_EPHEMERAL) !== 0;
  return {
    start: {
      metadata: metadataOf(call, { id, type: 3, channel, extra: { interacted_message_id: message.id } }),
      replyType: ephemeral ? 0 : 19,
      sourceMessageId: message.id,
    },
    payload: {
      message: messageObject(world, message),
      data: { id: component['id'], component_type: component['type'], custom_id: component['custom_id'], ...values },
    },
  };
}

/** Prepares the submission of a modal that the bot has shown this member. Throws 50035 for another, and for fields that do not hold. */
export function prepareModal(call: Call, { data: given, channel, id }: Use): Prepared {
  const { world, actor } = call;
  const data = given as { custom_id?: unknown; components?: unknown };
  const shown = [...world.interactions.values()].findLast(
    (each) =>
      each.userId === actor.userId && each.channelId === channel.id && each.modal?.['custom_id'] === data.custom_id,
  );
  if (!shown?.modal) {
    throw formError([{ path: ['data', 'custom_id'], code: 'MODAL_UNKNOWN', message: 'No such modal is shown' }]);
  }
  const { components, files, problems } = checkModalValues(world, channel, {
    modal: shown.modal,
    given: data.components,
    uploads: keptUploads(call),
  });
  if (problems.length > 0) throw formError(problems);
  delete shown.modal;
  const source =
    shown.sourceMessageId === undefined ? undefined : findMessage(world, channel.id, shown.sourceMessageId);
  return {
    start: {
      metadata: metadataOf(call, { id, type: 5, channel, extra: { triggering_interaction_metadata: shown.metadata } }),
      replyType: source && (source.flags & FLAG_EPHEMERAL) === 0 ? 19 : 0,
      ...(source ? { sourceMessageId: source.id } : {}),
    },
    payload: {
      data: { custom_id: data.custom_id, components, ...resolvedFiles(call, channel, files) },
      ...(source ? { message: messageObject(world, source) } : {}),
    },
  };
}

function resolvedFiles({ world }: Call, channel: Channel, files: readonly Attachment[]): { resolved?: JsonObject } {
  if (files.length === 0) return {};
  const objects = files.map((file) => [file.id, attachmentObject(world, channel.id, file)] as const);
  return { resolved: { attachments: Object.fromEntries(objects) } };
}
