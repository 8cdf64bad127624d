import type { Room } from './room.ts';

export interface RoomMember {
  readonly id: string;
  readonly token: string;
  readonly dm_channel_id: string;
}

export interface RoomInfo {
  readonly application_id: string;
  readonly guild_id: string;
  readonly channels: readonly { readonly id: string; readonly name: string; readonly type: number }[];
  readonly members: readonly RoomMember[];
  readonly other_guilds: readonly { readonly id: string; readonly channels: readonly { readonly id: string }[] }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly commands: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: number;
    readonly version: string;
  }[];
}

export interface Answered {
  readonly status: number;
  // A test reads whatever it expects; what is missing makes it fail.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** What the room says of itself. */
export async function roomInfo(room: Room): Promise<RoomInfo> {
  return (await (await fetch(`${room.address}/room`)).json()) as RoomInfo;
}

/** Sends a request as a member, as the bot, or (without `authorization`) as nobody. */
export async function request(
  room: Room,
  path: string,
  options: { method?: string; authorization?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const response = await fetch(`${room.address}${path}`, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(options.authorization ? { authorization: options.authorization } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Sends an interaction as a member and waits for the bot's answer. */
export async function interact(
  room: Room,
  member: RoomMember,
  body: Record<string, unknown>,
  query = '?wait=true',
): Promise<Answered> {
  const info = await roomInfo(room);
  return request(room, `/api/v10/interactions${query}`, {
    authorization: member.token,
    body: {
      application_id: info.application_id,
      guild_id: info.guild_id,
      channel_id: info.channels[0]!.id,
      session_id: 'session',
      nonce: '1',
      ...body,
    },
  });
}

/** A file that a member attaches. */
export interface AttachedFile {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Sends an interaction as a member with files, whose options or fields have their numbers, and waits for the answer. */
export async function interactWithFiles(
  room: Room,
  member: RoomMember,
  { body, files }: { readonly body: Record<string, unknown>; readonly files: readonly AttachedFile[] },
): Promise<Answered> {
  const { application_id, guild_id, channels } = await roomInfo(room);
  const form = new FormData();
  const common = { application_id, guild_id, channel_id: channels[0]?.id, session_id: 'session', nonce: '1' };
  form.append('payload_json', JSON.stringify({ ...common, ...body }));
  for (const [index, { name, content }] of files.entries()) form.append(`files[${index}]`, new Blob([content]), name);
  const response = await fetch(`${room.address}/api/v10/interactions?wait=true`, {
    method: 'POST',
    headers: { authorization: member.token },
    body: form,
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

/** The body of a slash command (type 2) or of its autocomplete (type 4). */
export async function slash(
  room: Room,
  name: string,
  options: readonly unknown[] = [],
  type = 2,
): Promise<Record<string, unknown>> {
  const command = (await roomInfo(room)).commands.find((each) => each.name === name);
  return { type, data: { id: command?.id, name, type: 1, version: command?.version, options } };
}
