import type { Attachment, Message, MessageSnapshot } from 'discord.js';
import { hasKnownEnding } from '../../document/documentKind.ts';
import type { AttachedFile } from './fetchAttachment.ts';

/** A file of a message. */
export interface MessageFile extends AttachedFile {
  readonly id: string;
}

/** Lists the files of a message that can be read, and those of the messages that it forwards. */
export function messageFiles(message: Message | MessageSnapshot): readonly MessageFile[] {
  const own = [...message.attachments.values()].map(attachedFile).filter(({ name }) => hasKnownEnding(name));
  const forwarded = 'messageSnapshots' in message ? [...(message.messageSnapshots?.values() ?? [])] : [];
  return [...own, ...forwarded.flatMap(messageFiles)];
}

/** Describes an attachment. */
export function attachedFile({ id, name, url, size }: Attachment): MessageFile {
  return { id, name, url, size };
}
