import type { Attachment, Message, MessageSnapshot } from 'discord.js';
import { hasKnownEnding } from '../../document/documentKind.ts';
import type { AttachedFile } from '../../intake/upload.ts';

/** Lists the files of a message that can be read, and those of the messages that it forwards. */
export function messageFiles(message: Message | MessageSnapshot): readonly AttachedFile[] {
  const own = [...message.attachments.values()].map(attachedFile).filter(({ name }) => hasKnownEnding(name));
  const forwarded = 'messageSnapshots' in message ? [...(message.messageSnapshots?.values() ?? [])] : [];
  return [...own, ...forwarded.flatMap(messageFiles)];
}

/** Describes an attachment. */
export function attachedFile({ name, url, size }: Attachment): AttachedFile {
  return { name, url, size };
}
