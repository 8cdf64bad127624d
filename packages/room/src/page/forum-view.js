import { el } from './el.js';
import { icon } from './icon.js';
import { channelIcon } from './sidebar.js';

/**
 * Shows a forum: its posts, and a form that starts another.
 *
 * @param {{channel: object, posts: readonly object[], writable: boolean}} forum
 * @param {(name: string, content: string) => Promise<void>} open throws what to show when the post is refused
 */
export function forumView({ channel, posts, writable }, open) {
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

function postForm(open) {
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
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      await open(name.value.trim(), content.value.trim());
    } catch (error) {
      problem.replaceChildren(icon('alert'), error.message);
      problem.hidden = false;
    }
  });
  return form;
}
