import type { JsonObject } from '../json.ts';

/** What the bot answered: the callback's type and what it shows. */
export interface InteractionAnswer {
  readonly type: number;
  readonly messageId?: string;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly modal?: JsonObject;
}

/** One use of a command, component, option or modal, from the moment the bot is told of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  readonly createdAt: number;
  readonly userId: string;
  readonly channelId: string;
  readonly nonce: string | null;
  readonly metadata: JsonObject;
  /** The command's name, as its reply shows it. */
  readonly commandName?: string;
  /** 20 slash command, 23 menu command, 19 or 0 otherwise. */
  readonly replyType: number;
  /** The message on which a component was used. */
  readonly sourceMessageId?: string;
  /** Whether every reply is only seen by its user. */
  readonly forcedEphemeral: boolean;
  /** Whether only the user has installed the bot there, not the server. */
  readonly userInstalled: boolean;
  /** The callback's type, once acknowledged. */
  callback?: number;
  /** The message that `@original` names. */
  originalId?: string;
  /** Whether a deferred reply still waits for its message. */
  pending: boolean;
  /** The modal that was shown in answer, until it is submitted. */
  modal?: JsonObject;
  failed: boolean;
  followUps: number;
  answer?: InteractionAnswer;
  readonly waiters: Set<() => void>;
}
