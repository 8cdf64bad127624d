import type { APIMessage } from 'discord-api-types/v10';
import type { ViewUser } from '../../members/events.ts';
import { EPHEMERAL, hasFlag, isLocal, type Entry } from '../client/message.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import type { MenuPlace } from '../menu.ts';
import type { Author } from '../names.ts';
import { answeredLine } from './answeredLine.ts';
import { avatar } from './avatar.ts';
import { messageContent } from './messageContent.ts';
import { messageHead, shortTime } from './messageHead.ts';
import type { SelectContext } from './selectView.ts';

/** What a message needs to know of the page, and what its controls do. */
export interface MessageContext extends SelectContext {
  /** The member who looks at the page. */
  readonly me: ViewUser;
  /** Whether the message above is by the same author, so that name and picture need no repeating. */
  readonly continued: boolean;
  /** Why the last use of a component failed. */
  readonly failure: string | undefined;
  readonly editing: boolean;
  readonly dismiss: (entry: Entry) => void;
  readonly openMenu: (message: APIMessage, at: MenuPlace) => void;
  /** Saves the text, or leaves the message as it is if there is none. */
  readonly edit: (message: APIMessage, content: string | undefined) => void;
}

/** Shows one message with its head, what it answers, its text, components, embeds and files. */
export function messageView(entry: Entry, context: MessageContext): HTMLLIElement {
  const author = context.names.author(entry.author);
  const time = new Date(entry.timestamp);
  const above = answeredLine(entry, context.names);
  const continued = context.continued && !above;
  const message = isLocal(entry) ? undefined : entry;
  const editing = message && context.editing ? message : undefined;
  const item = el(
    `li.message${classesOf(entry, { continued, me: context.me.id })}`,
    { 'data-id': entry.id, tabindex: -1, 'aria-label': `${author.name}, ${shortTime(time)}` },
    above,
    continued
      ? el('time.gutter', { datetime: entry.timestamp, 'aria-hidden': 'true' }, shortTime(time))
      : avatar(author),
    el(
      'div.body',
      {},
      continued ? null : messageHead(author, time),
      editing ? editor(editing, context) : messageContent(entry, context),
      context.failure ? el('p.failure', { role: 'alert' }, icon('alert'), context.failure) : null,
      hasFlag(entry, EPHEMERAL) || (isLocal(entry) && entry.local === 'failed') ? onlyYou(entry, context) : null,
    ),
    message && !editing ? tools(message, author, context) : null,
  );
  if (message) {
    item.addEventListener('contextmenu', (event) => {
      if (event.target instanceof Element && event.target.closest('a, input, textarea')) return;
      event.preventDefault();
      context.openMenu(message, { x: event.clientX, y: event.clientY });
    });
  }
  return item;
}

function classesOf(entry: Entry, { continued, me }: { readonly continued: boolean; readonly me: string }): string {
  const mentioned = !isLocal(entry) && entry.author.id !== me && entry.mentions.some(({ id }) => id === me);
  return [
    continued ? '.continued' : '',
    hasFlag(entry, EPHEMERAL) ? '.ephemeral' : '',
    mentioned ? '.mentioned' : '',
    isLocal(entry) ? '.local' : '',
  ].join('');
}

function onlyYou(entry: Entry, context: MessageContext): HTMLElement {
  return el(
    'div.only-you',
    {},
    icon('eye'),
    'Only you can see this · ',
    el('button.as-link', { type: 'button', onclick: () => context.dismiss(entry) }, 'Dismiss message'),
  );
}

function tools(message: APIMessage, author: Author, context: MessageContext): HTMLElement {
  const button = el(
    'button.icon-button',
    {
      type: 'button',
      'aria-haspopup': 'menu',
      'aria-label': `More for the message by ${author.name}`,
      title: 'More',
      'data-key': 'more',
    },
    icon('more'),
  );
  button.addEventListener('click', () => context.openMenu(message, button));
  return el('div.tools', {}, button);
}

function editor(message: APIMessage, context: MessageContext): HTMLElement {
  const area = el('textarea', { 'aria-label': 'Edit message', rows: 1, value: message.content, maxlength: 4000 });
  area.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') context.edit(message, undefined);
    else if (event.key === 'Enter' && !event.shiftKey) context.edit(message, area.value.trim());
    else return;
    event.preventDefault();
  });
  queueMicrotask(() => area.focus());
  return el('div.editor', {}, area, el('p.hint-line', {}, 'Enter saves, Escape leaves it as it was'));
}
