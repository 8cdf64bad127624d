import type { Message } from './entities.ts';

/** Makes a message that says nothing yet, with what is given. */
export function blankMessage(
  given: Pick<Message, 'id' | 'channelId' | 'authorId' | 'type'> & Partial<Message>,
): Message {
  return {
    content: '',
    flags: 0,
    editedAt: null,
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mentionRoles: [],
    mentionEveryone: false,
    pinned: false,
    ...given,
  };
}
