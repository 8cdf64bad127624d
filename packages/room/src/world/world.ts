import type { ShiftableClock } from './clock.ts';
import type { Attachment, Channel, Command, Guild, Message, User } from './entities.ts';
import type { Interaction } from './interactionState.ts';
import type { RoomEvent } from './roomEvent.ts';

/** Everything that is in the room, and what changes of it tells others. */
export interface World {
  readonly clock: ShiftableClock;
  /** Makes an id above all those before it. */
  readonly nextId: () => string;
  readonly applicationId: string;
  readonly botToken: string;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  /** The server that the bot belongs to, and in which `GET /room` invites to try it. */
  readonly homeGuildId: string;
  readonly channels: Map<string, Channel>;
  /** Oldest first. */
  readonly messages: Map<string, Message[]>;
  readonly commands: Map<string, Command>;
  /** Ids of commands that the server's owner opened to everyone, whatever `default_member_permissions` says. */
  readonly openCommands: Set<string>;
  /** Ids of members who take no direct messages. */
  readonly closedDirectMessages: Set<string>;
  /** Set once the bot has registered its commands, or read that they need no change; until it takes its leave. */
  commandsSettled: boolean;
  /** A member's token to their id. */
  readonly tokens: Map<string, string>;
  /** Files of options and forms, which belong to no message; the oldest go first. */
  readonly uploads: Map<string, Attachment>;
  readonly interactions: Map<string, Interaction>;
  /** `author:channel:nonce` to the message it made, for `enforce_nonce`. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  /** How long a nonce is remembered; Discord says a few minutes, and two were seen. */
  nonceMemoryMs: number;
  /** How many shards the bot is told to connect. */
  readonly recommendedShards: number;
  /** Privileged intents that the application was granted, as a bit field. */
  readonly privilegedIntents: number;
  /** The application's public key as hex; the bot checks with it what was signed by `sign`. */
  readonly verifyKey: string;
  readonly sign: (message: Buffer) => Buffer;
  /** Where interactions are sent by HTTP, as the application's settings say; null for the gateway. */
  interactionsEndpoint: string | null;
  /** `http://127.0.0.1:PORT` */
  address: string;
  emit(event: RoomEvent): void;
  on(listener: (event: RoomEvent) => void): () => void;
}
