import {
  ChannelType,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  type Message,
  type MessageCreateOptions,
  type SendableChannels,
} from 'discord.js';

const THREAD_NAME_MAX_CHARS = 100;
const THREAD_ARCHIVE_MINUTES = 1440;
/** A message that is answered was deleted, or the bot may no longer write there. */
const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.ThreadLocked,
]);
const CANNOT_START_THREAD: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage,
  RESTJSONErrorCodes.MaximumActiveThreads,
]);

export type Payload = Pick<MessageCreateOptions, 'components' | 'content' | 'files' | 'flags'>;

/**
 * Sends an answer to a message: as a reply, without one where the bot may not read the history, or in a new thread at the
 * message. Pings nobody. The nonce is the message's id, so that a repeated request shows no second answer. Returns false
 * if nobody can receive it.
 */
export async function deliver(
  message: Message<boolean>,
  payload: Payload,
  { thread }: { readonly thread?: string | undefined } = {},
): Promise<boolean> {
  const body: MessageCreateOptions = {
    ...payload,
    allowedMentions: { parse: [], repliedUser: false },
    nonce: message.id,
    enforceNonce: true,
  };
  try {
    const started = thread === undefined ? undefined : await threadAt(message, thread);
    await (started ? started.send(body) : replyTo(message, body));
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && GONE.has(error.code)) return false;
    throw error;
  }
}

async function replyTo(message: Message<boolean>, body: MessageCreateOptions): Promise<void> {
  try {
    await message.reply({ ...body, failIfNotExists: false });
  } catch (error) {
    if (
      !isCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory) ||
      !message.channel.isSendable()
    )
      throw error;
    await message.channel.send(body);
  }
}

/** Starts a thread at a message; undefined where that is not possible, such as in a thread. */
async function threadAt(message: Message<boolean>, name: string): Promise<SendableChannels | undefined> {
  if (message.hasThread && message.thread) return message.thread;
  const { type } = message.channel;
  if (type !== ChannelType.GuildText && type !== ChannelType.GuildAnnouncement) return undefined;
  try {
    return await message.startThread({ name: threadName(name), autoArchiveDuration: THREAD_ARCHIVE_MINUTES });
  } catch (error) {
    if (error instanceof DiscordAPIError && CANNOT_START_THREAD.has(error.code)) return undefined;
    throw error;
  }
}

function threadName(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = Array.from(line);
  let name = '';
  for (const character of characters) {
    if (name.length + character.length > THREAD_NAME_MAX_CHARS - 1) return `${name.trimEnd()}…`;
    name += character;
  }
  return name === '' ? '?' : name;
}

function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}

/** A message of one sentence. */
export function plainMessage(content: string): Payload {
  return { content, flags: MessageFlags.SuppressNotifications };
}
