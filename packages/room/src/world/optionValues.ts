import type { FormProblem } from '../http/apiError.ts';
import { asText, isJsonObject, type JsonObject } from '../json.ts';
import { attachmentObject } from '../objects/messageObject.ts';
import { memberObject, resolvedChannelObject, roleObject, userObject } from '../objects/serialize.ts';
import { channelPermissions } from './permission.ts';
import type { CommandOption } from './commandOption.ts';
import type { World } from './world.ts';
import type { Attachment, Channel } from './entities.ts';

/** Longest value of a string option, where the command sets none. */
const OPTION_MAX_CHARS = 6000;

/** What the bot gets: the options as given, and the objects that they name. */
export interface ReadOptions {
  readonly options: JsonObject[];
  readonly resolved: JsonObject;
  readonly problems: readonly FormProblem[];
  /** The names of subcommand group and subcommand, in order. */
  readonly subcommands: readonly string[];
}

interface Reading {
  readonly world: World;
  readonly channel: Channel;
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** While an option is being typed, others may be missing or unfinished. */
  readonly autocomplete: boolean;
  readonly resolved: Record<string, JsonObject>;
  readonly problems: FormProblem[];
  readonly subcommands: string[];
  focused: number;
}

/** Reads a member's option values by the command as it is registered, and reports what Discord refuses. */
export function readOptions(
  given: unknown,
  definition: { readonly options: readonly CommandOption[] },
  use: Pick<Reading, 'world' | 'channel' | 'attachments' | 'autocomplete'>,
): ReadOptions {
  const reading: Reading = { ...use, resolved: {}, problems: [], subcommands: [], focused: 0 };
  const options = readList(given, definition.options, { at: ['data', 'options'], reading });
  if (use.autocomplete && reading.focused !== 1) {
    report(reading, ['data', 'options'], 'INTERACTION_AUTOCOMPLETE_FOCUSED', 'Exactly one option must be focused');
  }
  return { options, resolved: reading.resolved, problems: reading.problems, subcommands: reading.subcommands };
}

type Path = readonly (string | number)[];
interface Place {
  readonly at: Path;
  readonly reading: Reading;
}

function readList(given: unknown, registered: readonly CommandOption[], { at, reading }: Place): JsonObject[] {
  const list = Array.isArray(given) ? given : [];
  if (given !== undefined && given !== null && !Array.isArray(given)) {
    report(reading, at, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  }
  const read: JsonObject[] = [];
  const names = new Set<unknown>();
  list.forEach((item: unknown, index) => {
    const path = [...at, index];
    const name = isJsonObject(item) ? item['name'] : undefined;
    const option = registered.find((each) => each.name === name);
    if (!isJsonObject(item) || !option || names.has(name)) {
      report(
        reading,
        [...path, 'name'],
        'APPLICATION_COMMAND_OPTION_UNKNOWN',
        `This command has no option "${asText(name)}" here`,
      );
      return;
    }
    names.add(name);
    if (item['type'] !== undefined && item['type'] !== option.type) {
      report(reading, [...path, 'type'], 'BASE_TYPE_CHOICES', `Value must be one of {${option.type}}.`);
      return;
    }
    if (option.type <= 2) {
      reading.subcommands.push(option.name);
      const options = readList(item['options'], option.options ?? [], { at: [...path, 'options'], reading });
      read.push({ type: option.type, name: option.name, options });
    } else {
      const value = readValue(item, option, { at: [...path, 'value'], reading });
      read.push({
        type: option.type,
        name: option.name,
        value,
        ...(item['focused'] === true ? { focused: true } : {}),
      });
    }
  });
  const groups = registered.filter((option) => option.type <= 2).length;
  if (groups > 0 && read.length !== 1) {
    report(reading, at, 'BASE_TYPE_REQUIRED', 'A subcommand is required');
  }
  if (!reading.autocomplete) {
    for (const option of registered) {
      if (option.required && !names.has(option.name)) {
        report(reading, [...at, option.name], 'BASE_TYPE_REQUIRED', 'This field is required');
      }
    }
  }
  return read;
}

function readValue(item: JsonObject, option: CommandOption, { at, reading }: Place): unknown {
  const value = item['value'];
  if (item['focused'] === true) {
    reading.focused += 1;
    if (!option.autocomplete) {
      report(reading, at, 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID', 'This option has no autocomplete');
    }
  }
  if (reading.autocomplete) return item['focused'] === true ? asText(value) : value;
  VALUE_CHECKS[option.type]?.(value, option, { at, reading });
  return value;
}

const VALUE_CHECKS: Record<number, (value: unknown, option: CommandOption, place: Place) => void> = {
  3: checkString,
  4: checkNumber,
  5: (value, _option, { at, reading }) => {
    if (typeof value !== 'boolean') report(reading, at, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  },
  6: (value, _option, place) => resolveUser(value, place),
  7: resolveChannel,
  8: (value, _option, place) => resolveRole(value, place),
  9: (value, _option, place) => {
    const isUser = typeof value === 'string' && place.reading.world.users.has(value);
    (isUser ? resolveUser : resolveRole)(value, place);
  },
  10: checkNumber,
  11: resolveAttachment,
};

function checkString(value: unknown, option: CommandOption, { at, reading }: Place): void {
  if (typeof value !== 'string')
    return report(reading, at, 'STRING_TYPE_CONVERT', 'Could not interpret the value as string.');
  const most = option.max_length ?? OPTION_MAX_CHARS;
  if (value.length > most) return report(reading, at, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  if (value.length < (option.min_length ?? 0)) {
    return report(reading, at, 'BASE_TYPE_MIN_LENGTH', `Must be ${option.min_length} or more in length.`);
  }
  checkChoice(value, option, { at, reading });
}

function checkNumber(value: unknown, option: CommandOption, { at, reading }: Place): void {
  const fits =
    typeof value === 'number' && Number.isFinite(value) && (option.type === 10 || Number.isSafeInteger(value));
  if (!fits)
    return report(
      reading,
      at,
      'NUMBER_TYPE_COERCE',
      `Value "${asText(value)}" is not ${option.type === 4 ? 'int' : 'number'}.`,
    );
  if (option.max_value !== undefined && value > option.max_value) {
    return report(reading, at, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${option.max_value}.`);
  }
  if (option.min_value !== undefined && value < option.min_value) {
    return report(reading, at, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${option.min_value}.`);
  }
  checkChoice(value, option, { at, reading });
}

function checkChoice(value: string | number, option: CommandOption, { at, reading }: Place): void {
  if (option.choices && !option.choices.some((choice) => choice.value === value)) {
    report(reading, at, 'APPLICATION_COMMAND_INVALID_CHOICE', 'Must be one of the choices');
  }
}

function resolveUser(value: unknown, { at, reading }: Place): void {
  const user = typeof value === 'string' ? reading.world.users.get(value) : undefined;
  if (!user) return report(reading, at, 'MODEL_ID_UNKNOWN', 'Unknown User');
  addResolved(reading, 'users', user.id, userObject(user));
  const guild = reading.channel.guildId === undefined ? undefined : reading.world.guilds.get(reading.channel.guildId);
  const member = guild && memberObject(guild, user.id);
  if (member) {
    const permissions = channelPermissions(reading.world, reading.channel, user.id).toString();
    addResolved(reading, 'members', user.id, { ...member, permissions });
  }
}

function resolveChannel(value: unknown, option: CommandOption, { at, reading }: Place): void {
  const channel = typeof value === 'string' ? reading.world.channels.get(value) : undefined;
  if (!channel || channel.guildId === undefined || channel.guildId !== reading.channel.guildId) {
    return report(reading, at, 'MODEL_ID_UNKNOWN', 'Unknown Channel');
  }
  if (option.channel_types && !option.channel_types.includes(channel.type)) {
    return report(reading, at, 'APPLICATION_COMMAND_OPTION_CHANNEL_TYPE', 'This type of channel is not allowed here');
  }
  addResolved(
    reading,
    'channels',
    channel.id,
    resolvedChannelObject(reading.world, channel, reading.world.applicationId),
  );
}

function resolveRole(value: unknown, { at, reading }: Place): void {
  const guild = reading.channel.guildId === undefined ? undefined : reading.world.guilds.get(reading.channel.guildId);
  const role = typeof value === 'string' ? guild?.roles.get(value) : undefined;
  if (!role) return report(reading, at, 'MODEL_ID_UNKNOWN', 'Unknown Role');
  addResolved(reading, 'roles', role.id, roleObject(role, reading.world.applicationId));
}

function resolveAttachment(value: unknown, _option: CommandOption, { at, reading }: Place): void {
  const attachment = reading.attachments.get(asText(value));
  if (!attachment) return report(reading, at, 'MODEL_ID_UNKNOWN', 'Unknown Attachment');
  const object = attachmentObject(reading.world, reading.channel.id, attachment);
  addResolved(reading, 'attachments', asText(value), { ...object, id: asText(value) });
}

function addResolved(reading: Reading, kind: string, id: string, value: JsonObject): void {
  (reading.resolved[kind] ??= {})[id] = value;
}

function report(reading: Reading, path: Path, code: string, message: string): void {
  reading.problems.push({ path, code, message });
}
