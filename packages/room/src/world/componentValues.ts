import { formError, type FormProblem } from '../http/apiError.ts';
import { asText, isJsonObject, type JsonObject } from '../json.ts';
import { memberObject, resolvedChannelObject, roleObject, userObject } from '../objects/serialize.ts';
import type { World } from './world.ts';
import type { Attachment, Channel } from './entities.ts';

/** The type of a field that takes files. */
const FILE_UPLOAD = 19;

/** What a member chose in a select, with the objects that the ids name. Throws 50035 for what the select does not offer. */
export function checkSelectValues(
  world: World,
  channel: Channel,
  { component, values }: { component: JsonObject; values: unknown },
): { values: string[]; resolved?: JsonObject } {
  const problem = selectProblem(world, channel, { component, values });
  if (problem) throw formError([{ path: ['data', 'values'], ...problem }]);
  const chosen = values as string[];
  const resolved = resolve(world, channel, { type: Number(component['type']), ids: chosen });
  return { values: chosen, ...(resolved ? { resolved } : {}) };
}

/**
 * A modal's fields as the member filled them in, in the form that the bot gets; of files, the values are ids, and `files` has
 * those that were named.
 */
export function checkModalValues(
  world: World,
  channel: Channel,
  { modal, given, uploads }: { modal: JsonObject; given: unknown; uploads: ReadonlyMap<string, Attachment> },
): { components: JsonObject[]; files: Attachment[]; problems: FormProblem[] } {
  const files: Attachment[] = [];
  const filled = new Map<unknown, JsonObject>();
  for (const row of Array.isArray(given) ? given : []) {
    if (!isJsonObject(row)) continue;
    const inner = Array.isArray(row['components']) ? row['components'] : [row['component']];
    for (const field of inner) if (isJsonObject(field)) filled.set(field['custom_id'], field);
  }
  const problems: FormProblem[] = [];
  const read = (field: JsonObject, path: readonly (string | number)[]): JsonObject => {
    const entry = filled.get(field['custom_id']);
    if (field['type'] === FILE_UPLOAD) {
      const chosen = readFiles(field, entry, uploads);
      if ('problem' in chosen) problems.push({ path: ['data', ...path], ...chosen.problem });
      else files.push(...chosen.files);
      const ids = 'files' in chosen ? chosen.files.map(({ id }) => id) : [];
      return { id: field['id'] ?? 0, type: FILE_UPLOAD, custom_id: field['custom_id'], values: ids };
    }
    const problem = fieldProblem(world, channel, { field, entry });
    if (problem) problems.push({ path: ['data', ...path], ...problem });
    const base = { id: field['id'] ?? 0, type: field['type'], custom_id: field['custom_id'] };
    if (field['type'] === 4) return { ...base, value: asText(entry?.['value']) };
    return { ...base, values: entry?.['values'] ?? [] };
  };
  const components: JsonObject[] = [];
  (modal['components'] as JsonObject[]).forEach((row, index) => {
    if (row['type'] === 10) return;
    if (isJsonObject(row['component'])) {
      components.push({
        type: row['type'],
        id: index + 1,
        component: read(row['component'], ['components', index, 'component']),
      });
      return;
    }
    const fields = (row['components'] as JsonObject[]).map((field, place) =>
      read(field, ['components', index, 'components', place]),
    );
    components.push({ type: row['type'], id: index + 1, components: fields });
  });
  return { components, files, problems };
}

type Problem = Pick<FormProblem, 'code' | 'message'>;

/** Finds the files that a field names, each by its number in the request. */
function readFiles(
  field: JsonObject,
  entry: JsonObject | undefined,
  uploads: ReadonlyMap<string, Attachment>,
): { readonly files: readonly Attachment[] } | { readonly problem: Problem } {
  const named = Array.isArray(entry?.['values']) ? entry['values'] : [];
  const files = [...new Set(named)].flatMap((value) => uploads.get(asText(value)) ?? []);
  if (files.length < named.length) return { problem: { code: 'MODEL_ID_UNKNOWN', message: 'Unknown Attachment' } };
  const required = field['required'] !== false;
  if (files.length === 0 && !required) return { files };
  if (files.length === 0) return { problem: { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' } };
  const least = Math.max(Number(field['min_values'] ?? 1), 1);
  const most = Number(field['max_values'] ?? 1);
  if (files.length >= least && files.length <= most) return { files };
  return { problem: { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` } };
}

function fieldProblem(
  world: World,
  channel: Channel,
  { field, entry }: { field: JsonObject; entry: JsonObject | undefined },
): Problem | undefined {
  const required = field['required'] !== false;
  if (field['type'] === 4) {
    const value = asText(entry?.['value']);
    if (value === '') return required ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' } : undefined;
    const most = Number(field['max_length'] ?? 4000);
    if (value.length > most) return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` };
    const least = Number(field['min_length'] ?? 0);
    if (value.length < least) return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${least} or more in length.` };
    return undefined;
  }
  const values = entry?.['values'] ?? [];
  if (!required && Array.isArray(values) && values.length === 0) return undefined;
  return selectProblem(world, channel, { component: field, values });
}

function selectProblem(
  world: World,
  channel: Channel,
  { component, values }: { component: JsonObject; values: unknown },
): Problem | undefined {
  if (
    !Array.isArray(values) ||
    !values.every((value) => typeof value === 'string') ||
    new Set(values).size < values.length
  ) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  const least = Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? 1);
  if (values.length < least || values.length > most) {
    return { code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` };
  }
  const type = Number(component['type']);
  const options = Array.isArray(component['options']) ? (component['options'] as JsonObject[]) : [];
  const offered = (value: string): boolean =>
    type === 3 ? options.some((option) => option['value'] === value) : exists(world, channel, { type, id: value });
  return values.every(offered)
    ? undefined
    : { code: 'COMPONENT_VALIDATION_FAILED', message: 'Component validation failed' };
}

function exists(world: World, channel: Channel, { type, id }: { type: number; id: string }): boolean {
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const user = world.users.has(id);
  const role = guild?.roles.has(id) === true;
  if (type === 5) return user;
  if (type === 6) return role;
  if (type === 7) return user || role;
  if (type === 8) return channel.guildId !== undefined && world.channels.get(id)?.guildId === channel.guildId;
  return true;
}

function resolve(
  world: World,
  channel: Channel,
  { type, ids }: { type: number; ids: readonly string[] },
): JsonObject | undefined {
  if (type < 5 || type > 8) return undefined;
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const resolved: Record<string, JsonObject> = {};
  for (const id of ids) {
    const user = type === 5 || type === 7 ? world.users.get(id) : undefined;
    const role = type === 6 || type === 7 ? guild?.roles.get(id) : undefined;
    const target = type === 8 ? world.channels.get(id) : undefined;
    if (user) (resolved['users'] ??= {})[id] = userObject(user);
    const member = user && guild && memberObject(guild, id);
    if (member) (resolved['members'] ??= {})[id] = member;
    if (role) (resolved['roles'] ??= {})[id] = roleObject(role, world.applicationId);
    if (target) (resolved['channels'] ??= {})[id] = resolvedChannelObject(world, target, world.applicationId);
  }
  return resolved;
}
