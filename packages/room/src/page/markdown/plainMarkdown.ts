import type { Names } from '../names.ts';
import type { Markdown } from './markdown.ts';
import { parseMarkdown } from './parseMarkdown.ts';
import { timestamp } from './timestamp.ts';

/** Words a text without any marks, on one line, for what is announced and for previews; a spoiler is only named. */
export function plainMarkdown(source: string, names: Names): string {
  return plain(parseMarkdown(source), names).replace(/\s+/g, ' ').trim();
}

function plain(nodes: readonly Markdown[], names: Names): string {
  return nodes.map((node) => plainNode(node, names)).join('');
}

function plainNode(node: Markdown, names: Names): string {
  switch (node.type) {
    case 'text':
    case 'everyone':
    case 'code':
      return node.text;
    case 'codeBlock':
      return ` ${node.text} `;
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
    case 'link':
      return plain(node.children, names);
    case 'heading':
    case 'quote':
    case 'subtext':
      return ` ${plain(node.children, names)} `;
    case 'list':
      return node.items.map((item) => ` ${plain(item, names)} `).join('');
    case 'spoiler':
      return 'spoiler';
    case 'user':
      return `@${names.user(node.id)}`;
    case 'role':
      return `@${names.role(node.id)}`;
    case 'channel':
      return `#${names.channel(node.id) ?? 'no-access'}`;
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return timestamp(node.seconds, node.style, Date.now());
    default:
      return node satisfies never;
  }
}
