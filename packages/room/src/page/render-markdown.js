import { el } from './el.js';
import { parseMarkdown } from './parse-markdown.js';
import { timestamp } from './timestamp.js';

/**
 * Shows a text as Discord shows it.
 *
 * @param {string} source
 * @param {import('./names.js').Names} names who and what the mentions name, and what a click on them does
 * @returns {DocumentFragment}
 */
export function renderMarkdown(source, names) {
  return fragment(parseMarkdown(source), names);
}

/** Shows a text without any marks, on one line: for what is announced and for replies' previews. */
export function plainMarkdown(source, names) {
  const shown = renderMarkdown(source, names);
  for (const hidden of shown.querySelectorAll('.spoiler')) hidden.replaceChildren('spoiler');
  for (const block of shown.querySelectorAll('blockquote, pre, li, [role=heading], .subtext')) block.append(' ');
  return shown.textContent.replace(/\s+/g, ' ').trim();
}

function fragment(nodes, names) {
  const result = document.createDocumentFragment();
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    // A block ends its line by itself: the break that follows it in the text is not shown again.
    if (node.type === 'text' && before?.type === 'codeBlock') result.append(node.text.replace(/^\n/, ''));
    else result.append(VIEWS[node.type](node, names));
  });
  return result;
}

const wrap = (name) => (node, names) => el(name, {}, fragment(node.children, names));

const VIEWS = {
  text: (node) => document.createTextNode(node.text),
  strong: wrap('strong'),
  em: wrap('em'),
  underline: wrap('u'),
  strike: wrap('s'),
  quote: wrap('blockquote'),
  subtext: wrap('div.subtext'),
  code: (node) => el('code', {}, node.text),
  codeBlock: (node) => el('pre', { tabindex: 0, role: 'group', 'aria-label': 'Code' }, el('code', {}, node.text)),
  spoiler: spoiler,
  // A message may begin with any heading; to the page's outline they are all one step below "Messages".
  heading: (node, names) =>
    el(`div.heading.heading-${node.level}`, { role: 'heading', 'aria-level': 3 }, fragment(node.children, names)),
  list: (node, names) =>
    el(
      node.ordered ? 'ol' : 'ul',
      node.ordered && node.start !== 1 ? { start: node.start } : {},
      ...node.items.map((item) => el('li', {}, fragment(item, names))),
    ),
  link: (node, names) =>
    el(
      'a',
      { href: node.url, title: node.title ?? node.url, target: '_blank', rel: 'noopener noreferrer' },
      fragment(node.children, names),
    ),
  user: (node, names) => el('span.mention', {}, `@${names.user(node.id)}`),
  role: (node, names) => el('span.mention', {}, `@${names.role(node.id)}`),
  everyone: (node) => el('span.mention', {}, node.text),
  channel: (node, names) => {
    const name = names.channel(node.id);
    if (name === undefined) return el('span.mention', {}, '#no-access');
    return el('a.mention', { href: `#${node.id}` }, `#${name}`);
  },
  command: (node, names) =>
    el('button.mention', { type: 'button', onclick: () => names.openCommand(node.name) }, `/${node.name}`),
  emoji: (node) => el('span.emoji', { title: `:${node.name}:` }, `:${node.name}:`),
  timestamp: (node) => {
    const full = timestamp(node.seconds, 'F', Date.now());
    const attributes = { title: full, 'data-seconds': node.seconds, 'data-style': node.style };
    return el('time.timestamp', attributes, timestamp(node.seconds, node.style, Date.now()));
  },
};

/** Shows a spoiler as a button until it is opened; then it is plain text. */
function spoiler(node, names) {
  const shown = el('span.spoiler-text', {}, fragment(node.children, names));
  const cover = el('span.spoiler', { role: 'button', tabindex: 0, 'aria-label': 'Spoiler: show' }, shown);
  shown.inert = true;
  const open = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    shown.inert = false;
    cover.replaceWith(shown);
  };
  cover.addEventListener('click', open);
  cover.addEventListener('keydown', open);
  return cover;
}

/** Words all relative timestamps of the page anew. */
export function refreshTimestamps(root, nowMs) {
  for (const time of root.querySelectorAll('time[data-style="R"]')) {
    time.textContent = timestamp(Number(time.dataset.seconds), 'R', nowMs);
  }
}
