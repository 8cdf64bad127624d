import type { APIApplicationCommandOptionChoice, APIMessage } from 'discord-api-types/v10';
import type { ViewChannel } from '../../members/events.ts';
import { Refusal, refusalText } from './refusal.ts';
import type { RoomEvents } from './roomEvents.ts';

export type Handlers = { readonly [Name in keyof RoomEvents]: (data: RoomEvents[Name]) => void };

/** Whether the page hears the room; `closed` will not connect again by itself. */
export type Listening = 'open' | 'reconnecting' | 'closed';

interface InteractOptions {
  /** Whether to wait for the bot's answer, which is then what the call returns. */
  readonly wait?: boolean;
  /** By it, `interaction` events name this interaction. */
  readonly nonce?: string;
  /** Files that the interaction names by their places. */
  readonly files?: readonly File[] | undefined;
}

/** The requests of one member; each rejects with a {@link Refusal}. */
export interface RoomClient {
  readonly interact: (
    channel: ViewChannel,
    interaction: Readonly<Record<string, unknown>>,
    options?: InteractOptions,
  ) => Promise<{ readonly choices?: readonly APIApplicationCommandOptionChoice[] } | undefined>;
  /** Newest first. */
  readonly messages: (channelId: string, before: string | undefined) => Promise<readonly APIMessage[]>;
  readonly send: (
    channelId: string,
    message: { readonly content?: string; readonly message_reference?: object },
    files?: readonly File[],
  ) => Promise<void>;
  /** Starts a post in a forum. */
  readonly post: (forumId: string, name: string, content: string) => Promise<{ readonly id: string }>;
  readonly edit: (channelId: string, id: string, content: string) => Promise<void>;
  readonly remove: (channelId: string, id: string) => Promise<void>;
  readonly typing: (channelId: string) => Promise<void>;
  /** Lists commands to begin with in a channel, as they are typed. */
  readonly examples: (channelId: string) => Promise<readonly string[]>;
  /** Listens to the room until the returned function is called. */
  readonly listen: (handlers: Handlers, onState: (state: Listening) => void) => () => void;
}

/** Speaks to the room as one member. */
export function createRoomClient(member: { readonly token: string; readonly applicationId: string }): RoomClient {
  const { token, applicationId } = member;
  const session = crypto.randomUUID().replaceAll('-', '');

  async function request<Result>(
    method: string,
    path: string,
    body?: unknown,
    files: readonly File[] = [],
  ): Promise<Result> {
    const isJson = body !== undefined && files.length === 0;
    const response = await fetch(path, {
      method,
      headers: { Authorization: token, ...(isJson ? { 'Content-Type': 'application/json' } : {}) },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : formOf(body, files) }),
    }).catch((cause: unknown) => {
      throw new Refusal('The room cannot be reached. Is it still running?', { cause });
    });
    const answer: unknown = response.headers.get('content-type')?.includes('json') ? await response.json() : undefined;
    if (!response.ok) throw new Refusal(refusalText(answer) ?? `The room answered ${response.status}`);
    return answer as Result;
  }

  const channelPath = (id: string): string => `/api/v10/channels/${id}`;
  return {
    interact: (channel, interaction, { wait = false, nonce = newNonce(), files } = {}) => {
      const body = {
        ...interaction,
        application_id: applicationId,
        ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
        channel_id: channel.id,
        session_id: session,
        nonce,
      };
      return request('POST', `/api/v10/interactions${wait ? '?wait=true' : ''}`, body, files);
    },
    messages: (channelId, before) =>
      request('GET', `${channelPath(channelId)}/messages?limit=50${before ? `&before=${before}` : ''}`),
    send: (channelId, message, files) => request('POST', `${channelPath(channelId)}/messages`, message, files),
    post: (forumId, name, content) =>
      request('POST', `${channelPath(forumId)}/threads`, { name, message: { content } }),
    edit: (channelId, id, content) => request('PATCH', `${channelPath(channelId)}/messages/${id}`, { content }),
    remove: (channelId, id) => request('DELETE', `${channelPath(channelId)}/messages/${id}`),
    typing: (channelId) => request('POST', `${channelPath(channelId)}/typing`),
    examples: (channelId) => request('GET', `/room/channels/${channelId}/examples`),
    listen(handlers, onState) {
      const source = new EventSource(`/room/events?token=${encodeURIComponent(token)}`);
      for (const [name, handle] of Object.entries(handlers) as [string, (data: unknown) => void][])
        source.addEventListener(name, ({ data }: MessageEvent<string>) => handle(JSON.parse(data)));
      source.addEventListener('open', () => onState('open'));
      source.addEventListener('error', () =>
        onState(source.readyState === EventSource.CLOSED ? 'closed' : 'reconnecting'),
      );
      return () => source.close();
    },
  };
}

/** A request with files: https://docs.discord.com/developers/reference#uploading-files */
function formOf(body: unknown, files: readonly File[]): FormData {
  const form = new FormData();
  form.append('payload_json', JSON.stringify(body));
  for (const [index, file] of files.entries()) form.append(`files[${index}]`, file, file.name);
  return form;
}

/** Makes up a nonce: digits, as Discord's clients send. */
export function newNonce(): string {
  return `${Date.now()}${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
}
