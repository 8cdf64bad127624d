/**
 * What the room tells a member's chat page, as Server-Sent Events: `GET /room/events?token=<member token>`.
 *
 * Each event has a name (`event:`) and one JSON object (`data:`); a comment line comes every 15 s to keep the connection
 * open. An unknown token is answered with 401. `EventSource` reconnects by itself: each connection begins with `ready`,
 * after which the page reads the messages of the open channel anew. Only what that member may see is sent.
 *
 * | event | data |
 * | --- | --- |
 * | `ready` | {@link MemberView}: who the member is, the servers, channels, people, roles and commands they see |
 * | `message` | `{action: 'create' \| 'update', message}`: the full message object of Discord's API, never a partial one |
 * | `message_delete` | `{id, channel_id}` |
 * | `typing` | `{channel_id, user_id}`: lasts 10 s, or until that user's next message |
 * | `interaction` | {@link InteractionProgress}: what became of an interaction that this member sent |
 * | `channel` | `{action: 'create' \| 'update' \| 'delete', channel}`; `delete` also when the member may no longer see it |
 * | `commands` | `{commands}`: the whole list again, after the bot registered others |
 * | `view` | {@link MemberView} again: permissions, roles, people or servers changed (the bot was removed, …) |
 *
 * Messages are Discord's own objects (`content`, `components`, `embeds`, `attachments`, `flags`, `mentions`,
 * `message_reference`, `referenced_message`, `interaction_metadata`, `edited_timestamp`, …). Of `flags`: 64 is ephemeral
 * (only this member sees it; it is gone after a restart), 128 is "thinking…" (deferred; an `update` without 128 follows, or a
 * `message_delete`), 32768 is Components V2. A reply to a command has `interaction_metadata: {id, type, user, name, …}` and
 * `interaction: {id, type, name, user}`, which say who used what. A message of a webhook or of the bot has
 * `author.bot: true`. `attachments[].url` and the `media.url` of components lie on this same server.
 *
 * What the page sends, always with the header `Authorization: <member token>` and JSON bodies:
 *
 * - `GET /api/v10/channels/{id}/messages?limit=50&before=ID`: newest first, ephemeral ones of this member included.
 * - `POST /api/v10/channels/{id}/messages` `{content, nonce?, message_reference?: {message_id}}` (with `type: 1` and `channel_id` it forwards); `PATCH` and `DELETE` of own messages.
 * - `POST /api/v10/channels/{id}/typing`.
 * - `POST /api/v10/interactions[?wait=true]` with `{type, application_id, guild_id?, channel_id, session_id, nonce, data, message_id?}`:
 *   - slash command: `type: 2`, `data: {id, name, type: 1, version, options: [{type, name, value} | {type, name, options}]}`
 *   - message menu: `type: 2`, `data: {id, name, type: 3, version, target_id}`
 *   - component: `type: 3`, `message_id`, `message_flags?`, `data: {component_type, custom_id, values?}`
 *   - autocomplete: `type: 4`, like a slash command, with `focused: true` on the option being typed (required options may be missing)
 *   - modal: `type: 5`, `data: {custom_id, components: [{type: 1, components: [{type: 4, custom_id, value}]}]}`
 *     (a field in a label: `{type: 18, component: {type: 4, custom_id, value}}`)
 *
 *   Without `wait` the answer is 204 at once, and the `interaction` event tells the rest by the same `nonce`. With
 *   `?wait=true`: 200 `{type, message | choices | modal}`, or 504 `{message}` when the bot did not answer. Use it for
 *   autocomplete (`choices: [{name, value}]`). An option, a permission or a command that does not hold is refused with 400 or 403 and
 *   Discord's error body: `{code, message, errors?}`, where `errors` nests like the request down to `_errors: [{code, message}]`.
 *
 * @module
 */

import type { CommandOption } from '../world/commandOption.ts';
import type { JsonObject } from '../json.ts';

/** A channel as Discord describes it; `type` 0 text, 1 direct message, 2 voice, 4 category, 5 announcement, 10 to 12 thread, 15 forum. */
export interface ViewChannel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  /** Missing for direct messages. */
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly topic?: string | null;
  readonly position: number;
  /** This member's permissions here, as a decimal bit field: 2048 is "send messages", 2147483648 "use application commands". */
  readonly permissions: string;
  /** Whether the bot can be written to or used here by this member (it may be no member of the server, but installed by the user). */
  readonly bot: boolean;
}

/** A person or bot that can be shown or mentioned. `color` is the name's colour by its highest coloured role, as `#rrggbb`. */
export interface ViewUser {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly bot: boolean;
  readonly color?: string;
}

/** A registered command, as Discord's API lists it. */
export interface ViewCommand {
  readonly id: string;
  readonly version: string;
  /** 1 slash command, 2 menu of a person, 3 menu of a message. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options?: readonly CommandOption[];
  readonly default_member_permissions: string | null;
  /** Only for a command of one server. */
  readonly guild_id?: string;
  /** 0 servers, 1 direct messages with the bot; null and missing mean everywhere. */
  readonly contexts?: readonly number[] | null;
  /** 0 installed in a server, 1 installed by a user. */
  readonly integration_types?: readonly number[];
}

/** All that a member sees of the room besides messages. */
export interface MemberView {
  readonly user: ViewUser;
  /** The bot's user; `@` and its name mention it as `<@id>`. */
  readonly bot: ViewUser;
  readonly application_id: string;
  /** `bot` says whether the bot is a member of that server. */
  readonly guilds: readonly { readonly id: string; readonly name: string; readonly bot: boolean }[];
  /** In the order in which they are shown: the first server's channels with threads after their parent, then other servers', then the direct message. */
  readonly channels: readonly ViewChannel[];
  readonly users: readonly ViewUser[];
  readonly roles: readonly {
    readonly id: string;
    readonly guild_id: string;
    readonly name: string;
    readonly color: number;
  }[];
  /** As registered, with `id`, `version`, `contexts`, `default_member_permissions`; only those that this member may use somewhere. `guild_id` where they belong to one server. */
  readonly commands: readonly ViewCommand[];
}

/** What became of an interaction: `sent` once accepted, then `answered` or `failed`. */
export interface InteractionProgress {
  readonly id: string;
  /** As the page gave it with the interaction. */
  readonly nonce: string | null;
  readonly channel_id: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly state: 'sent' | 'answered' | 'failed';
  /** With `failed`: a sentence as Discord shows it, "The application did not respond". */
  readonly reason?: string;
  /** With `answered`: the callback's type (4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 modal). */
  readonly callback?: number;
  /** With callback 9: `{custom_id, title, components}`. */
  readonly modal?: JsonObject;
  /** With callback 8. */
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}
