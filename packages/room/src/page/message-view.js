import { componentViews } from './component-view.js';
import { el } from './el.js';
import { embedView } from './embed-view.js';
import { icon } from './icon.js';
import { fileView, isOwn, mediaView } from './media-view.js';
import { plainMarkdown, renderMarkdown } from './render-markdown.js';

const EPHEMERAL = 64;
const THINKING = 128;
/** Such a message shows its files only where a component names them. */
const COMPONENTS_V2 = 32_768;

/**
 * @typedef {object} MessageContext
 * @property {import('./names.js').Names} names
 * @property {object} me the member who looks at the page
 * @property {boolean} continued whether the message above is by the same author, so that name and picture need no repeating
 * @property {string | undefined} pending the `custom_id` that waits for the bot
 * @property {string | undefined} failure why the last use of a component failed
 * @property {boolean} editing
 * @property {(component: object, values?: string[]) => void} use
 * @property {(component: object) => readonly object[]} entries
 * @property {(message: object) => void} dismiss
 * @property {(message: object, at: {x: number, y: number} | Element) => void} openMenu
 * @property {(message: object, content: string | undefined) => void} edit saves the text, or leaves it where none is given
 */

/**
 * Shows one message with its head, what it answers, its text, components, embeds and files.
 *
 * @param {object} message Discord's object, or one of this page's own with `local`: a command on its way, or one that failed
 * @param {MessageContext} context
 * @returns {HTMLLIElement}
 */
export function messageView(message, context) {
  const ephemeral = (message.flags & EPHEMERAL) !== 0;
  const author = context.names.author(message.author);
  const time = new Date(message.timestamp);
  const above = usedLine(message, context) ?? replyLine(message, context);
  const continued = context.continued && !above;
  const mentioned = message.mentions?.some(({ id }) => id === context.me.id) && message.author.id !== context.me.id;
  const classes = [
    continued && 'continued',
    ephemeral && 'ephemeral',
    mentioned && 'mentioned',
    message.local && 'local',
  ];
  const item = el(
    `li.message${classes
      .filter(Boolean)
      .map((name) => `.${name}`)
      .join('')}`,
    { 'data-id': message.id, tabindex: -1, 'aria-label': `${author.name}, ${shortTime(time)}` },
    above,
    continued
      ? el('time.gutter', { datetime: message.timestamp, 'aria-hidden': 'true' }, shortTime(time))
      : avatar(author),
    el(
      'div.body',
      {},
      continued ? null : head(author, time),
      context.editing ? editor(message, context) : content(message, context),
      context.failure ? el('p.failure', { role: 'alert' }, icon('alert'), context.failure) : null,
      ephemeral || message.local === 'failed' ? onlyYou(message, context) : null,
    ),
    message.local || context.editing ? null : tools(message, author, context),
  );
  if (!message.local) {
    item.addEventListener('contextmenu', (event) => {
      if (event.target.closest('a, input, textarea')) return;
      event.preventDefault();
      context.openMenu(message, { x: event.clientX, y: event.clientY });
    });
  }
  return item;
}

/** The picture beside a message: an initial on the author's colour. */
export function avatar(author) {
  const inside = author.bot ? icon('mark') : [...author.name][0].toUpperCase();
  return el(
    `div.avatar${author.bot ? '.bot' : ''}`,
    { 'aria-hidden': 'true', style: author.bot ? {} : { '--hue': String(hue(author.id)) } },
    inside,
  );
}

/** Wording of a time of day as heads of messages show it. */
export function shortTime(time) {
  return time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

function hue(id) {
  return Number(BigInt(id) % 12n) * 30 + 10;
}

function head(author, time) {
  const today = time.toDateString() === new Date().toDateString();
  return el(
    'div.head',
    {},
    el(
      author.color ? 'span.author.colored' : 'span.author',
      { style: author.color ? { '--name': author.color } : {} },
      author.name,
    ),
    author.bot ? el('span.tag', {}, 'APP') : null,
    el(
      'time',
      { datetime: time.toISOString(), title: time.toLocaleString() },
      today ? shortTime(time) : `${time.toLocaleDateString()} ${shortTime(time)}`,
    ),
  );
}

function usedLine(message, { names }) {
  const used = message.interaction_metadata ?? message.interaction;
  const name = message.interaction?.name ?? message.interaction_metadata?.name;
  if (!used || used.type !== 2 || !name) return undefined;
  const menu = message.type === 23 || used.target_message_id !== undefined || message.local_menu;
  const user = names.author(used.user);
  return el(
    'div.above',
    {},
    el('span.above-name', {}, user.name),
    ' used ',
    el('span.above-command', {}, menu ? icon('app') : null, menu ? name : `/${name}`),
  );
}

function replyLine(message, { names }) {
  const answered = message.referenced_message;
  if (message.message_reference === undefined || answered === undefined) return undefined;
  if (answered === null) return el('div.above', {}, icon('reply'), 'Original message was deleted');
  const preview = textOf(answered, names);
  return el(
    'div.above',
    {},
    icon('reply'),
    el('span.above-name', {}, names.author(answered.author).name),
    ' ',
    el('a.above-text', { href: `#${answered.channel_id}/${answered.id}` }, preview.slice(0, 160) || 'Message'),
  );
}

function content(message, context) {
  const { names } = context;
  if (message.local === 'sending') return el('p.thinking', {}, 'Sending command', dots());
  if (message.local === 'failed') return el('p.failure', { role: 'alert' }, icon('alert'), message.reason);
  if (message.flags & THINKING) return el('p.thinking', {}, `${names.author(message.author).name} is thinking`, dots());
  const result = document.createDocumentFragment();
  if (message.content) {
    result.append(el('div.text', {}, renderMarkdown(message.content, names), edited(message)));
  }
  for (const attachment of message.flags & COMPONENTS_V2 ? [] : (message.attachments ?? [])) {
    const picture = attachment.content_type?.startsWith('image/') && isOwn(attachment.url);
    if (picture) result.append(mediaView(attachment, attachment));
    else result.append(fileView({ ...attachment, name: attachment.filename }));
  }
  for (const embed of message.embeds ?? []) result.append(embedView(embed, names));
  if (message.components?.length > 0) {
    const componentContext = {
      names,
      pending: context.pending,
      use: context.use,
      entries: context.entries,
      attachments: message.attachments ?? [],
    };
    result.append(el('div.components', {}, ...componentViews(message.components, componentContext)));
  }
  if (!message.content && message.edited_timestamp) result.append(el('div.text', {}, edited(message)));
  return result;
}

function edited(message) {
  if (!message.edited_timestamp) return '';
  return el('span.edited', { title: new Date(message.edited_timestamp).toLocaleString() }, ' (edited)');
}

function dots() {
  return el('span.dots', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}

function onlyYou(message, context) {
  return el(
    'div.only-you',
    {},
    icon('eye'),
    'Only you can see this · ',
    el('button.as-link', { type: 'button', onclick: () => context.dismiss(message) }, 'Dismiss message'),
  );
}

function tools(message, author, context) {
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

function editor(message, context) {
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

/** All text of a message in one line, for previews, for what is announced, and to be copied. */
export function textOf(message, names) {
  if (message.flags & THINKING) return 'is thinking…';
  const texts = [message.content, ...(message.embeds ?? []).flatMap(({ title, description }) => [title, description])];
  const collect = (component) => {
    if (component.type === 10) texts.push(component.content);
    for (const child of component.components ?? []) collect(child);
  };
  for (const component of message.components ?? []) collect(component);
  return texts
    .filter(Boolean)
    .map((text) => plainMarkdown(text, names))
    .join(' ');
}
