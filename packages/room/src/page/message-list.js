import { el } from './el.js';
import { messageView } from './message-view.js';

/** How long after a message the same author's next one still stands below it without a head. */
const CONTINUED_MS = 7 * 60_000;

/**
 * Makes the list of a channel's messages. Only what changed is built anew, the focus stays where it was, and the list stays at its
 * end while the reader is there.
 *
 * @param {HTMLElement} scroller
 * @param {HTMLElement} list an `ol`
 * @param {(message: object, continued: boolean) => import('./message-view.js').MessageContext} contextOf
 */
export function createMessageList(scroller, list, contextOf) {
  /** @type {Map<string, {item: HTMLElement, signature: string}>} */
  let shown = new Map();
  let atEnd = true;
  let current = '';

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    scroller.classList.toggle('scrolled-up', !atEnd);
  });
  // Pictures and the composer change heights after the messages stand.
  new ResizeObserver(() => {
    if (atEnd) toEnd();
  }).observe(list);

  list.addEventListener('keydown', (event) => {
    const item = event.target.closest('.message');
    if (item !== event.target || !['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) return;
    const items = [...list.querySelectorAll('.message')];
    const index = items.indexOf(item);
    const next = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: items.length - 1 }[event.key];
    if (!items[next]) return;
    event.preventDefault();
    rove(items[next]);
    items[next].focus();
  });

  function rove(item) {
    for (const other of list.querySelectorAll('.message[tabindex="0"]')) other.tabIndex = -1;
    if (item) item.tabIndex = 0;
  }

  return {
    toEnd() {
      atEnd = true;
      toEnd();
    },
    /** @param {readonly object[]} messages oldest first; `signature` says what of the context each depends on */
    show(messages, { channelId, signature }) {
      const before = shown;
      const height = scroller.scrollHeight;
      const top = scroller.scrollTop;
      const firstBefore = list.querySelector('.message')?.dataset.id;
      if (channelId !== current) atEnd = true;
      const focus = focusedKey(list);
      shown = new Map();
      const children = [];
      messages.forEach((message, index) => {
        const above = messages[index - 1];
        const newDay = !above || day(above) !== day(message);
        if (newDay) children.push(divider(message));
        const continued = !newDay && isContinued(above, message);
        const mark = `${continued}|${signature(message)}|${JSON.stringify(message)}`;
        const old = before.get(message.id);
        const item = old?.signature === mark ? old.item : messageView(message, contextOf(message, continued));
        shown.set(message.id, { item, signature: mark });
        children.push(item);
      });
      reconcile(list, children);
      if (!list.querySelector('.message[tabindex="0"]')) rove([...list.querySelectorAll('.message')].at(-1));
      if (focus) restoreFocus(list, focus);
      if (atEnd) toEnd();
      else if (channelId === current && firstBefore && messages[0]?.id !== firstBefore)
        scroller.scrollTop = top + scroller.scrollHeight - height;
      current = channelId;
    },
  };
}

function isContinued(above, message) {
  return (
    above.author.id === message.author.id &&
    !message.interaction_metadata &&
    !message.message_reference &&
    !message.local &&
    !above.local &&
    (above.flags & 64) === (message.flags & 64) &&
    Date.parse(message.timestamp) - Date.parse(above.timestamp) < CONTINUED_MS
  );
}

const day = (message) => new Date(message.timestamp).toDateString();

function divider(message) {
  const label = new Date(message.timestamp).toLocaleDateString(undefined, { dateStyle: 'long' });
  return el('li.day', { 'data-day': day(message) }, el('span', {}, label));
}

/** Puts children in place without moving those that stand already, so that focus, selection and open spoilers stay. */
function reconcile(list, children) {
  const keep = new Set(children);
  for (const old of Array.from(list.children)) if (!keep.has(old)) old.remove();
  children.forEach((child, index) => {
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
}

function focusedKey(list) {
  const active = document.activeElement;
  if (!list.contains(active)) return undefined;
  const id = active.closest('.message')?.dataset.id;
  const keyed = active.closest('.message')?.querySelectorAll('[data-key]') ?? [];
  return { id, key: active.dataset.key, place: [...keyed].indexOf(active) };
}

/** Gives the focus back after a message was built anew: to the same button, the one in its place, or the message. */
function restoreFocus(list, { id, key, place }) {
  if (list.contains(document.activeElement)) return;
  const item = [...list.querySelectorAll('.message')].find((each) => each.dataset.id === id);
  if (!item) return;
  const keyed = [...item.querySelectorAll('[data-key]')];
  const target =
    keyed.find((each) => each.dataset.key === key && !each.disabled) ?? (place >= 0 ? keyed[place] : undefined) ?? item;
  target.focus({ preventScroll: true });
}
