import type { APIMessage } from 'discord-api-types/v10';
import { el } from '../el.ts';
import { icon } from '../icon.ts';

/** A message to reply to, and by whom it is. */
interface Replied {
  readonly message: APIMessage;
  readonly name: string;
}

/** The line above the message field that says whose message is replied to. */
export interface ReplyLine {
  readonly root: HTMLElement;
  readonly current: () => Replied | undefined;
  readonly set: (replied: Replied | undefined) => void;
}

/** Makes the line; it is hidden while there is nothing to reply to. */
export function createReplyLine(): ReplyLine {
  let current: Replied | undefined;
  const name = el('strong');
  const cancel = { type: 'button', 'aria-label': 'Do not reply', onclick: () => set(undefined) };
  const root = el(
    'div.replying',
    { hidden: true },
    el('span', {}, 'Replying to ', name),
    el('button.icon-button', cancel, icon('close')),
  );

  function set(replied: Replied | undefined): void {
    current = replied;
    root.hidden = replied === undefined;
    name.textContent = replied?.name ?? '';
  }

  return { root, current: () => current, set };
}
