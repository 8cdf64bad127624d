import { el } from '../el.ts';
import { EPHEMERAL, hasFlag, isLocal, type Entry } from '../client/message.ts';
import { focusPlace, restoreFocus } from './keepFocus.ts';
import { messageView, type MessageContext } from './messageView.ts';

/** How long after a message the same author's next one still is below it without a head. */
const CONTINUED_MS = 7 * 60_000;

/** The list of a channel's messages, as it is shown. */
export interface MessageList {
  readonly toEnd: () => void;
  /** Shows a channel's entries, oldest first; `signature` says what of the context each depends on. */
  readonly show: (
    entries: readonly Entry[],
    options: { readonly channelId: string; readonly signature: (entry: Entry) => string },
  ) => void;
}

export interface ListParts {
  readonly scroller: HTMLElement;
  readonly list: HTMLElement;
  readonly contextOf: (entry: Entry, continued: boolean) => MessageContext;
}

/**
 * Makes the list of a channel's messages. Only what changed is rebuilt, the focus stays where it was, and the list stays at its
 * end while the reader is there.
 */
export function createMessageList({ scroller, list, contextOf }: ListParts): MessageList {
  let shown = new Map<string, { readonly item: HTMLElement; readonly signature: string }>();
  let atEnd = true;
  let current = '';

  const messages = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('.message')];
  const toEnd = (): void => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    scroller.classList.toggle('scrolled-up', !atEnd);
  });
  // Pictures and the composer change heights once the messages are in place.
  new ResizeObserver(() => {
    if (atEnd) toEnd();
  }).observe(list);

  list.addEventListener('keydown', (event) => {
    const items = messages();
    const index = items.findIndex((item) => item === event.target);
    if (index === -1) return;
    const places: Readonly<Record<string, number>> = {
      ArrowUp: index - 1,
      ArrowDown: index + 1,
      Home: 0,
      End: items.length - 1,
    };
    const next = items[places[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    rove(next);
    next.focus();
  });

  /** Lets Tab reach one message, from which the arrow keys lead to the others. */
  function rove(item: HTMLElement | undefined): void {
    for (const other of list.querySelectorAll<HTMLElement>('.message[tabindex="0"]')) other.tabIndex = -1;
    if (item) item.tabIndex = 0;
  }

  return {
    toEnd() {
      atEnd = true;
      toEnd();
    },
    show(entries, { channelId, signature }) {
      const before = shown;
      const height = scroller.scrollHeight;
      const top = scroller.scrollTop;
      const firstBefore = list.querySelector<HTMLElement>('.message')?.dataset['id'];
      if (channelId !== current) atEnd = true;
      const focus = focusPlace(list);
      shown = new Map();
      const children: HTMLElement[] = [];
      entries.forEach((message, index) => {
        const above = entries[index - 1];
        const newDay = !above || day(above) !== day(message);
        if (newDay) children.push(divider(message));
        const continued = above !== undefined && !newDay && isContinued(above, message);
        const mark = `${continued}|${signature(message)}|${JSON.stringify(message)}`;
        const old = before.get(message.id);
        const item = old?.signature === mark ? old.item : messageView(message, contextOf(message, continued));
        shown.set(message.id, { item, signature: mark });
        children.push(item);
      });
      reconcile(list, children);
      if (!list.querySelector('.message[tabindex="0"]')) rove(messages().at(-1));
      if (focus) restoreFocus(list, focus);
      if (atEnd) toEnd();
      else if (channelId === current && firstBefore && entries[0]?.id !== firstBefore)
        scroller.scrollTop = top + scroller.scrollHeight - height;
      current = channelId;
    },
  };
}

function isContinued(above: Entry, message: Entry): boolean {
  return (
    !isLocal(message) &&
    !isLocal(above) &&
    above.author.id === message.author.id &&
    !message.interaction_metadata &&
    !message.message_reference &&
    hasFlag(above, EPHEMERAL) === hasFlag(message, EPHEMERAL) &&
    Date.parse(message.timestamp) - Date.parse(above.timestamp) < CONTINUED_MS
  );
}

const day = (message: Entry): string => new Date(message.timestamp).toDateString();

function divider(message: Entry): HTMLElement {
  const label = new Date(message.timestamp).toLocaleDateString(undefined, { dateStyle: 'long' });
  return el('li.day', { 'data-day': day(message) }, el('span', {}, label));
}

/** Puts children in place without moving those already there, so that focus, selection and open spoilers stay. */
function reconcile(list: HTMLElement, children: readonly HTMLElement[]): void {
  const keep = new Set<Element>(children);
  for (const old of Array.from(list.children)) if (!keep.has(old)) old.remove();
  children.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}
