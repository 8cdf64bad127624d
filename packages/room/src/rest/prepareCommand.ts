import { accessMessage } from '../world/access.ts';
import { ApiError, apiError, formError } from '../http/apiError.ts';
import { mayUseCommand } from '../world/commandAccess.ts';
import { asText, type JsonObject } from '../json.ts';
import { readOptions } from '../world/optionValues.ts';
import type { Call } from '../http/route.ts';
import { memberObject, userObject } from '../objects/serialize.ts';
import { messageObject } from '../objects/messageObject.ts';
import { keptUploads } from '../world/keptUploads.ts';
import type { Channel, Command } from '../world/entities.ts';
import { metadataOf } from './surroundings.ts';
import type { Prepared, Use } from './prepare.ts';

/** Prepares the use of a command, or of one of its options that is being typed. Throws 10063, 403 or 50035. */
export function prepareCommand(call: Call, { type, data: given, channel, id }: Use): Prepared {
  const { world } = call;
  const data = given as { id?: unknown; name?: unknown; version?: unknown; options?: unknown; target_id?: unknown };
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
    type: type,
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
  const attachments = keptUploads(call);
  const read = readOptions(data.options, definition, { world, channel, attachments, autocomplete: type === 4 });
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
