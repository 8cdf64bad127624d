import type { ViewChannel } from '../members/events.ts';
import { problemOf } from './client/refusal.ts';
import { el } from './el.ts';
import { icon } from './icon.ts';
import { channelIcon } from './sidebar.ts';

export interface Forum {
  readonly channel: ViewChannel;
  readonly posts: readonly ViewChannel[];
  readonly writable: boolean;
}

/** Starts a post; rejects with what to show if it is refused. */
export type OpenPost = (name: string, content: string) => Promise<void>;

/** Shows a forum: its posts, and a form that starts another. */
export function forumView({ channel, posts, writable }: Forum, open: OpenPost): HTMLElement {
  return el(
    'div.welcome',
    {},
    el('div.welcome-icon', { 'aria-hidden': 'true' }, channelIcon(channel)),
    el('h2', {}, channel.name),
    channel.topic ? el('p.welcome-topic', {}, channel.topic) : null,
    el('p', {}, posts.length > 0 ? 'Posts in this forum:' : 'There are no posts in this forum yet.'),
    el(
      'ul.examples',
      {},
      ...posts.map((post) =>
        el(
          'li',
          {},
          el('a.example', { href: `#${post.id}` }, el('span.example-command', {}, post.name), icon('chevron')),
        ),
      ),
    ),
    writable ? postForm(open) : null,
  );
}

function postForm(open: OpenPost): HTMLElement {
  const name = el('input', { id: 'post-name', required: true, maxlength: 100, autocomplete: 'off' });
  const content = el('textarea', { id: 'post-content', required: true, maxlength: 2000, rows: 3 });
  const problem = el('p.failure', { role: 'alert', hidden: true });
  const form = el(
    'form.post-form',
    { 'aria-label': 'New post' },
    el('div.modal-field', {}, el('label.modal-label', { for: 'post-name' }, 'Title'), name),
    el('div.modal-field', {}, el('label.modal-label', { for: 'post-content' }, 'Message'), content),
    problem,
    el('button.button.primary', { type: 'submit' }, 'Post'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    problem.hidden = true;
    open(name.value.trim(), content.value.trim()).catch((error: unknown) => {
      problem.replaceChildren(icon('alert'), problemOf(error));
      problem.hidden = false;
    });
  });
  return form;
}
