import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { z } from 'zod';
import { accessChannel } from '../world/access.ts';
import { apiError } from '../http/apiError.ts';
import { botIsMember, mayUseCommand } from '../world/commandAccess.ts';
import { parseForm } from '../form/parseForm.ts';
import { NO_RESPONSE, openInteraction, waitForAnswer } from '../world/interaction.ts';
import type { Interaction } from '../world/interactionState.ts';
import { findMessage, messageObject } from '../objects/messageObject.ts';
import { channelPermissions, holds } from '../world/permission.ts';
import type { Call, Reply, Route } from '../http/route.ts';
import { commandObject } from '../objects/serialize.ts';
import { prepareCommand } from './prepareCommand.ts';
import { prepareComponent, prepareModal } from './prepareComponent.ts';
import type { Prepare } from './prepare.ts';
import { surroundings } from './surroundings.ts';

/** How long `?wait=true` waits for the end of a deferred answer, unless `timeout_ms` says otherwise. */
const WAIT_MS = 30_000;

/** Endpoints by which a member's client uses commands and components, and asks which commands there are. */
export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions', who: 'member', run: createInteraction },
  { method: 'GET', path: '/channels/:channel/application-command-index', who: 'member', run: listCommands },
];

const interactionSchema = z.object({
  type: z.literal([2, 3, 4, 5]),
  application_id: z.string(),
  guild_id: z.string().nullish(),
  channel_id: z.string(),
  session_id: z.string().nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  message_id: z.string().nullish(),
  message_flags: z.int().nullish(),
  data: z.looseObject({}),
});

const PREPARE: Record<2 | 3 | 4 | 5, Prepare> = {
  2: prepareCommand,
  3: prepareComponent,
  4: prepareCommand,
  5: prepareModal,
};

async function createInteraction(call: Call): Promise<Reply> {
  const { world, actor } = call;
  const form = parseForm(interactionSchema, call.body ?? {});
  if (form.application_id !== world.applicationId) throw apiError(10002);
  const channel = accessChannel(call, form.channel_id);
  if (form.guild_id && form.guild_id !== channel.guildId) throw apiError(10004);
  if (channel.guildId === undefined && !channel.recipients.includes(world.applicationId)) throw apiError(50001);

  const id = world.nextId();
  const prepared = PREPARE[form.type](call, { ...form, messageId: form.message_id ?? '', channel, id });
  const userInstalled = channel.guildId !== undefined && !botIsMember(world, channel);
  const permissions = channelPermissions(world, channel, actor.userId);
  const interaction = openInteraction(
    world,
    {
      id,
      type: form.type,
      userId: actor.userId,
      channelId: channel.id,
      nonce: form.nonce === null || form.nonce === undefined ? null : String(form.nonce),
      userInstalled,
      forcedEphemeral: userInstalled && !holds(permissions, Bit.UseExternalApps),
      ...prepared.start,
    },
    { ...surroundings(call, channel), type: form.type, ...prepared.payload },
  );
  if (call.query.get('wait') !== 'true') return { status: 204 };
  return awaitAnswer(call, interaction);
}

async function awaitAnswer(call: Call, interaction: Interaction): Promise<Reply> {
  const timeout = Number(call.query.get('timeout_ms') ?? WAIT_MS);
  const answer = await waitForAnswer(interaction, Number.isFinite(timeout) ? timeout : WAIT_MS);
  if (!answer) return { status: 504, body: { message: NO_RESPONSE, code: 0 } };
  const message = answer.messageId && findMessage(call.world, interaction.channelId, answer.messageId);
  return {
    body: {
      type: answer.type,
      ...(message ? { message: messageObject(call.world, message) } : {}),
      ...(answer.choices ? { choices: answer.choices } : {}),
      ...(answer.modal ? { modal: answer.modal } : {}),
    },
  };
}

function listCommands(call: Call): Reply {
  const channel = accessChannel(call);
  const commands = [...call.world.commands.values()].filter((command) =>
    mayUseCommand(call.world, command, { channel, userId: call.actor.userId }),
  );
  return { body: { application_commands: commands.map((command) => commandObject(call.world, command)) } };
}
