import type { APIAttachment, APIMessage, APIMessageSnapshotFields } from 'discord-api-types/v10';
import { COMPONENTS_V2, hasFlag, isLocal, THINKING, type Entry } from '../client/message.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { componentViews } from './componentView.ts';
import { embedView } from './embedView.ts';
import { fileView, isOwn, mediaView } from './mediaView.ts';
import type { Names } from '../names.ts';
import { componentTexts } from './messageText.ts';
import type { SelectContext } from './selectView.ts';

/** Shows what a message says: its text, files, embeds and components, or that it is still to come. */
export function messageContent(entry: Entry, context: SelectContext): Node {
  if (isLocal(entry)) {
    if (entry.local === 'sending') return el('p.thinking', {}, 'Sending command', dots());
    return el('p.failure', { role: 'alert' }, icon('alert'), entry.reason);
  }
  const { names } = context;
  if (hasFlag(entry, THINKING)) return el('p.thinking', {}, `${names.author(entry.author).name} is thinking`, dots());
  const result = document.createDocumentFragment();
  if (entry.content) result.append(el('div.text', {}, renderMarkdown(entry.content, names), edited(entry)));
  if (!hasFlag(entry, COMPONENTS_V2)) result.append(...entry.attachments.map(attachmentView));
  result.append(...entry.embeds.map((embed) => embedView(embed, names)));
  for (const { message } of entry.message_snapshots ?? []) result.append(forwardedView(message, names));
  if (entry.components && entry.components.length > 0) {
    const inside = componentViews(entry.components, { ...context, attachments: entry.attachments });
    result.append(el('div.components', {}, ...inside));
  }
  if (!entry.content && entry.edited_timestamp) result.append(el('div.text', {}, edited(entry)));
  return result;
}

function attachmentView(attachment: APIAttachment): HTMLElement {
  const picture = attachment.content_type?.startsWith('image/') && isOwn(attachment.url);
  if (picture) return mediaView(attachment, attachment);
  return fileView({ url: attachment.url, size: attachment.size, name: attachment.filename });
}

/** Shows what a message forwards; components are text there, since they cannot be used. */
function forwardedView(said: APIMessageSnapshotFields, names: Names): HTMLElement {
  const written = said.components && said.components.length > 0 ? componentTexts(said.components).join('\n') : '';
  const text = said.content || written;
  return el(
    'div.forwarded',
    {},
    el('p.forwarded-line', {}, icon('forward'), 'Forwarded'),
    text ? el('div.text', {}, renderMarkdown(text, names)) : null,
    ...(written === '' ? said.attachments.map(attachmentView) : []),
    ...said.embeds.map((embed) => embedView(embed, names)),
  );
}

function edited({ edited_timestamp: time }: APIMessage): HTMLElement | null {
  return time ? el('span.edited', { title: new Date(time).toLocaleString() }, ' (edited)') : null;
}

function dots(): HTMLElement {
  return el('span.dots', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'));
}
