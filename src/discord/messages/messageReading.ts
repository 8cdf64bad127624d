import type { Message } from 'discord.js';
import type { CommandContext } from '../../command/command.ts';
import type { Earlier, Intent } from '../../utterance/intent.ts';

/** A message as it was read, and what answering it takes. */
export interface MessageReading {
  /** `withheld`: Discord does not show what the message says. */
  readonly intent: Intent | { readonly kind: 'withheld' };
  readonly context: CommandContext;
  /** The bot's answer that it replies to. */
  readonly earlier?: Earlier | undefined;
  /** The message of somebody else that it replies to, if that is shown. */
  readonly other?: Message | undefined;
  /** In an ask channel: the name of the thread to answer in, if the channel is none itself. */
  readonly posted?: { readonly thread: string | undefined } | undefined;
}
