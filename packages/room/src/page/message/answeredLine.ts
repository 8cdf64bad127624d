import type { APIMessage } from 'discord-api-types/v10';
import { isLocal, type Entry } from '../client/message.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import type { Names } from '../names.ts';
import { messageText } from './messageText.ts';

/** A message of the type that a command of a menu is answered with. */
const MENU_REPLY = 23;

/** Shows what a message answers: a command that somebody used, or another message. */
export function answeredLine(entry: Entry, names: Names): HTMLElement | undefined {
  if (isLocal(entry)) return usedLine(names.author(entry.used.user).name, entry.used);
  const { interaction } = entry;
  if (interaction?.type !== 2) return replyLine(entry, names);
  const menu = entry.type === MENU_REPLY;
  return usedLine(names.author(interaction.user).name, { name: interaction.name, menu });
}

function usedLine(user: string, { name, menu }: { readonly name: string; readonly menu: boolean }): HTMLElement {
  return el(
    'div.above',
    {},
    el('span.above-name', {}, user),
    ' used ',
    el('span.above-command', {}, menu ? icon('app') : null, menu ? name : `/${name}`),
  );
}

function replyLine(message: APIMessage, names: Names): HTMLElement | undefined {
  const answered = message.referenced_message;
  if (message.message_reference === undefined || answered === undefined) return undefined;
  if (answered === null) return el('div.above', {}, icon('reply'), 'Original message was deleted');
  return el(
    'div.above',
    {},
    icon('reply'),
    el('span.above-name', {}, names.author(answered.author).name),
    ' ',
    el(
      'a.above-text',
      { href: `#${answered.channel_id}/${answered.id}` },
      messageText(answered, names).slice(0, 160) || 'Message',
    ),
  );
}
