import type { CommandOption } from './commandOption.ts';
import type { JsonObject } from '../json.ts';

/** A person, or the bot. */
export interface User {
  readonly id: string;
  username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
}

/** A role of a server; the one with the server's id is @everyone. */
export interface Role {
  readonly id: string;
  name: string;
  color: number;
  position: number;
  permissions: bigint;
  managed: boolean;
  mentionable: boolean;
}

/** A user in a server. */
export interface Member {
  readonly userId: string;
  roles: string[];
  readonly joinedAt: string;
}

/** What a channel changes of the permissions of a role (type 0) or member (type 1). */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What only a thread has. */
interface Thread {
  readonly ownerId: string;
  readonly members: Set<string>;
  readonly createdAt: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  messageCount: number;
  appliedTags: string[];
}

/** A channel of a server, a thread, or a direct message. `type` is Discord's. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  /** Missing for direct messages. */
  readonly guildId?: string;
  name: string;
  topic: string | null;
  position: number;
  parentId: string | null;
  overwrites: Overwrite[];
  lastMessageId: string | null;
  /** The two users of a direct message; empty in servers. */
  readonly recipients: readonly string[];
  tags: { readonly id: string; readonly name: string }[];
  /** A forum or media channel may demand a tag of each post. */
  requiresTag: boolean;
  readonly thread?: Thread;
}

/** A server. The bot is a member of it, or it is not: then only members who installed the bot for themselves use it there. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

/** A file of a message. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
  readonly description?: string;
}

/** A message as the room keeps it; `serialize.ts` makes Discord's object of it. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  type: number;
  content: string;
  flags: number;
  editedAt: string | null;
  embeds: JsonObject[];
  components: JsonObject[];
  attachments: Attachment[];
  /** Who is pinged: ids of users and roles, after `allowed_mentions`. */
  mentions: string[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  pinned: boolean;
  nonce?: string | number;
  /** The message that it replies to, or with a `snapshot` the one that it forwards. */
  reference?: { readonly messageId: string; readonly channelId: string };
  snapshot?: Snapshot;
  interaction?: JsonObject;
  interactionMetadata?: JsonObject;
  applicationId?: string;
  /** Set for an ephemeral message: the only user who sees it. */
  readonly visibleTo?: string;
  threadId?: string;
}

/** What a forwarded message said when it was forwarded; `sent` is its id, which tells when it was sent. */
export interface Snapshot extends Readonly<
  Pick<
    Message,
    'type' | 'content' | 'flags' | 'editedAt' | 'embeds' | 'components' | 'attachments' | 'mentions' | 'mentionRoles'
  >
> {
  readonly sent: string;
}

/** A registered application command: what the bot sent, with the fields that Discord adds. */
export interface Command {
  readonly id: string;
  readonly guildId?: string;
  version: string;
  definition: CommandDefinition;
}

/** The checked body of a command registration. */
export interface CommandDefinition {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly default_member_permissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integration_types: readonly number[];
  readonly nsfw: boolean;
  readonly name_localizations: JsonObject | null;
  readonly description_localizations: JsonObject | null;
}
