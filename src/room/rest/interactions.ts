import { z } from 'zod';
import { accessChannel, accessMessage } from '../access.ts';
import { ApiError, apiError, formError } from '../api-error.ts';
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { botIsMember, contextOf, mayUseCommand } from '../command-access.ts';
import { walkComponents } from '../form/check-components.ts';
import { FLAG_EPHEMERAL } from '../form/message-form.ts';
import { parseForm } from '../form/parse-form.ts';
import {
  NO_RESPONSE,
  openInteraction,
  waitForAnswer,
  type Interaction,
  type InteractionStart,
} from '../interaction.ts';
import { asText, type JsonObject } from '../json.ts';
import { readOptions } from '../option-values.ts';
import { channelPermissions, holds } from '../permission.ts';
import type { Call, Reply, Route } from '../route.ts';
import {
  commandObject,
  findMessage,
  guildObject,
  memberObject,
  messageObject,
  resolvedChannelObject,
  userObject,
} from '../serialize.ts';
import type { Attachment, Channel, Command } from '../world.ts';
import { checkModalValues, checkSelectValues } from '../component-values.ts';

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
type InteractionForm = z.infer<typeof interactionSchema>;

/** An interaction ready to be told: what is kept of it, and what the bot gets. */
interface Prepared {
  readonly start: Pick<InteractionStart, 'metadata' | 'replyType'> & Partial<InteractionStart>;
  readonly payload: JsonObject;
}

async function createInteraction(call: Call): Promise<Reply> {
  const { world, actor } = call;
  const form = parseForm(interactionSchema, call.body ?? {});
  if (form.application_id !== world.applicationId) throw apiError(10002);
  const channel = accessChannel(call, form.channel_id);
  if (form.guild_id && form.guild_id !== channel.guildId) throw apiError(10004);
  if (channel.guildId === undefined && !channel.recipients.includes(world.applicationId)) throw apiError(50001);

  const id = world.nextId();
  const prepared = PREPARE[form.type](call, { form, channel, id });
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

type Prepare = (call: Call, given: { form: InteractionForm; channel: Channel; id: string }) => Prepared;

const PREPARE: Record<InteractionForm['type'], Prepare> = {
  2: prepareCommand,
  3: prepareComponent,
  4: prepareCommand,
  5: prepareModal,
};

function prepareCommand(call: Call, { form, channel, id }: Parameters<Prepare>[1]): Prepared {
  const { world } = call;
  const data = form.data as { id?: unknown; name?: unknown; version?: unknown; options?: unknown; target_id?: unknown };
  const command = world.commands.get(asText(data.id));
  if (!command) throw apiError(10063);
  if (!mayUseCommand(world, command, { channel, userId: call.actor.userId })) {
    throw new ApiError(403, { message: 'You are not authorized to use this command', code: 50013 });
  }
  checkVersion(command, data);
  const { definition } = command;
  const common = {
    id: command.id,
    name: definition.name,
    type: definition.type,
    ...(command.guildId ? { guild_id: command.guildId } : {}),
  };
  const metadata = metadataOf(call, {
    id,
    type: form.type,
    channel,
    extra: { name: definition.name, command_type: definition.type },
  });
  if (definition.type !== 1) {
    const { resolved, targetId } = resolveTarget(call, channel, { type: definition.type, target: data.target_id });
    return {
      start: {
        metadata: { ...metadata, [definition.type === 3 ? 'target_message_id' : 'target_user_id']: targetId },
        replyType: 23,
        commandName: definition.name,
      },
      payload: { data: { ...common, target_id: targetId, resolved } },
    };
  }
  const attachments = uploadedOptions(call);
  const read = readOptions(data.options, definition, { world, channel, attachments, autocomplete: form.type === 4 });
  if (read.problems.length > 0) throw formError(read.problems);
  return {
    start: { metadata, replyType: 20, commandName: [definition.name, ...read.subcommands].join(' ') },
    payload: {
      data: {
        ...common,
        options: read.options,
        ...(Object.keys(read.resolved).length > 0 ? { resolved: read.resolved } : {}),
      },
    },
  };
}

/** A client that holds an older registration is refused, as by Discord. */
function checkVersion(command: Command, data: { name?: unknown; version?: unknown }): void {
  if (data.version !== undefined && data.version !== null && asText(data.version) !== command.version) {
    throw formError([
      {
        path: ['data', 'version'],
        code: 'INTERACTION_APPLICATION_COMMAND_INVALID_VERSION',
        message: 'This command is outdated, please try again in a few minutes',
      },
    ]);
  }
  if (data.name !== undefined && data.name !== command.definition.name) throw apiError(10063);
}

function resolveTarget(
  call: Call,
  channel: Channel,
  { type, target }: { type: number; target: unknown },
): { resolved: JsonObject; targetId: string } {
  const targetId = asText(target);
  if (type === 3) {
    const message = accessMessage(call, channel, targetId);
    return { targetId, resolved: { messages: { [targetId]: messageObject(call.world, message) } } };
  }
  const user = call.world.users.get(targetId);
  if (!user) throw apiError(10013);
  const guild = channel.guildId === undefined ? undefined : call.world.guilds.get(channel.guildId);
  const member = guild && memberObject(guild, targetId);
  return {
    targetId,
    resolved: { users: { [targetId]: userObject(user) }, ...(member ? { members: { [targetId]: member } } : {}) },
  };
}

/** Files of attachment options: the value of the option is the number in `files[n]`. */
function uploadedOptions(call: Call): Map<string, Attachment> {
  return new Map(
    call.uploads.map((upload, index) => [
      /\[(\d+)\]/.exec(upload.field)?.[1] ?? String(index),
      { id: call.world.nextId(), filename: upload.name, contentType: upload.contentType, content: upload.content },
    ]),
  );
}

function prepareComponent(call: Call, { form, channel, id }: Parameters<Prepare>[1]): Prepared {
  const { world } = call;
  const message = accessMessage(call, channel, form.message_id ?? '');
  const data = form.data as { component_type?: unknown; custom_id?: unknown; values?: unknown };
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

function prepareModal(call: Call, { form, channel, id }: Parameters<Prepare>[1]): Prepared {
  const { world, actor } = call;
  const data = form.data as { custom_id?: unknown; components?: unknown };
  const shown = [...world.interactions.values()].findLast(
    (each) =>
      each.userId === actor.userId && each.channelId === channel.id && each.modal?.['custom_id'] === data.custom_id,
  );
  if (!shown?.modal) {
    throw formError([{ path: ['data', 'custom_id'], code: 'MODAL_UNKNOWN', message: 'No such modal is shown' }]);
  }
  const { components, problems } = checkModalValues(world, channel, { modal: shown.modal, given: data.components });
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
      data: { custom_id: data.custom_id, components },
      ...(source ? { message: messageObject(world, source) } : {}),
    },
  };
}

function metadataOf(
  call: Call,
  { id, type, channel, extra }: { id: string; type: number; channel: Channel; extra: JsonObject },
): JsonObject {
  return {
    id,
    type,
    user: userObject(call.world.users.get(call.actor.userId)!),
    authorizing_integration_owners: owners(call, channel),
    ...extra,
  };
}

/** Which installation answers: the server's where the bot is a member, else the user's own. */
function owners(call: Call, channel: Channel): JsonObject {
  if (channel.guildId === undefined) return { 0: '0', 1: call.actor.userId };
  return botIsMember(call.world, channel) ? { 0: channel.guildId, 1: call.actor.userId } : { 1: call.actor.userId };
}

/** What each interaction tells of where and by whom: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function surroundings(call: Call, channel: Channel): JsonObject {
  const { world, actor } = call;
  const user = userObject(world.users.get(actor.userId)!);
  const common = {
    application_id: world.applicationId,
    version: 1,
    channel_id: channel.id,
    channel: resolvedChannelObject(world, channel, actor.userId),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners(call, channel),
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
  };
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  if (!guild)
    return { ...common, user, app_permissions: channelPermissions(world, channel, world.applicationId).toString() };
  const permissions = channelPermissions(world, channel, actor.userId);
  const external = Bit.EmbedLinks | Bit.AttachFiles | Bit.SendMessages | Bit.MentionEveryone | Bit.UseExternalEmojis;
  const appPermissions = botIsMember(world, channel)
    ? channelPermissions(world, channel, world.applicationId)
    : permissions & external;
  return {
    ...common,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: guildObject(world, guild)['features'] },
    guild_locale: 'en-US',
    member: { ...memberObject(guild, actor.userId), user, permissions: permissions.toString() },
    app_permissions: appPermissions.toString(),
  };
}

function listCommands(call: Call): Reply {
  const channel = accessChannel(call);
  const commands = [...call.world.commands.values()].filter((command) =>
    mayUseCommand(call.world, command, { channel, userId: call.actor.userId }),
  );
  return { body: { application_commands: commands.map((command) => commandObject(call.world, command)) } };
}
