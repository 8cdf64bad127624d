import { Collection, type Attachment, type Message, type MessageSnapshot } from 'discord.js';
import { expect, test } from 'vitest';
import { messageFiles } from '../../../src/discord/uploads/messageFiles.ts';

/** A message with files, and those that it forwards. */
function messageWith(names: readonly string[], forwarded: readonly MessageSnapshot[] = []): Message {
  const attachments = names.map((name) => ({ name, url: `https://files.example/${name}`, size: 9 }) as Attachment);
  return {
    attachments: new Collection(attachments.map((file) => [file.name, file])),
    messageSnapshots: new Collection(forwarded.map((snapshot, at) => [String(at), snapshot])),
  } as unknown as Message;
}

test('messageFiles finds the files that can be read in a message and in what it forwards, in order', () => {
  const forwarded = messageWith(['minutes.docx', 'pier.png']) as unknown as MessageSnapshot;
  expect(messageFiles(messageWith(['fares.pdf'], [forwarded])).map(({ name }) => name)).toEqual([
    'fares.pdf',
    'minutes.docx',
  ]);
  expect(messageFiles(messageWith([], [forwarded]))).toEqual([
    { name: 'minutes.docx', url: 'https://files.example/minutes.docx', size: 9 },
  ]);
  expect(messageFiles(messageWith(['pier.png']))).toEqual([]);
});
