import { el } from '../el.ts';
import type { Author } from '../names.ts';

/** Words a time of day as heads of messages show it. */
export function shortTime(time: Date): string {
  return time.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

/** Shows who wrote a message, and when. */
export function messageHead(author: Author, time: Date): HTMLElement {
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
