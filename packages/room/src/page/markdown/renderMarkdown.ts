import { el } from '../el.ts';
import type { Names } from '../names.ts';
import type { Markdown, MarkdownOf, Wrapper } from './markdown.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { timestamp } from './timestamp.ts';

type View<Type extends Markdown['type']> = (node: MarkdownOf<Type>, names: Names) => Node;

/** Shows a text as Discord shows it. `names` says who and what mentions name, and what a click on one does. */
export function renderMarkdown(source: string, names: Names): DocumentFragment {
  return fragment(parseMarkdown(source), names);
}

function fragment(nodes: readonly Markdown[], names: Names): DocumentFragment {
  const result = document.createDocumentFragment();
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    // A block ends its line by itself: the break that follows it in the text is not shown again.
    if (node.type === 'text' && before?.type === 'codeBlock') result.append(node.text.replace(/^\n/, ''));
    else result.append(view(node, names));
  });
  return result;
}

function view<Type extends Markdown['type']>(node: MarkdownOf<Type>, names: Names): Node {
  return (VIEWS[node.type] as View<Type>)(node, names);
}

const wrap =
  (name: string): View<Wrapper> =>
  (node, names) =>
    el(name, {}, fragment(node.children, names));

const VIEWS: { readonly [Type in Markdown['type']]: View<Type> } = {
  text: (node) => document.createTextNode(node.text),
  strong: wrap('strong'),
  em: wrap('em'),
  underline: wrap('u'),
  strike: wrap('s'),
  quote: wrap('blockquote'),
  subtext: wrap('div.subtext'),
  code: (node) => el('code', {}, node.text),
  codeBlock: (node) => el('pre', { tabindex: 0, role: 'group', 'aria-label': 'Code' }, el('code', {}, node.text)),
  spoiler,
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
function spoiler(node: MarkdownOf<'spoiler'>, names: Names): Node {
  const shown = el('span.spoiler-text', {}, fragment(node.children, names));
  const cover = el('span.spoiler', { role: 'button', tabindex: 0, 'aria-label': 'Spoiler: show' }, shown);
  shown.inert = true;
  const open = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    shown.inert = false;
    cover.replaceWith(shown);
  };
  cover.addEventListener('click', open);
  cover.addEventListener('keydown', open);
  return cover;
}

/** Words all relative timestamps of the page again. */
export function refreshTimestamps(root: ParentNode, nowMs: number): void {
  for (const time of root.querySelectorAll<HTMLElement>('time[data-style="R"]')) {
    time.textContent = timestamp(Number(time.dataset['seconds']), 'R', nowMs);
  }
}
