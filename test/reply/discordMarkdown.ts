import { parse } from 'discord-markdown-parser';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly name?: string;
}

/** What Discord would show of Markdown, by an independent parser; anything but text, bold and quotes shows as its type. */
export function shownByDiscord(markdown: string): string {
  return plain(parse(markdown, 'extended'));
}

function plain(nodes: readonly Node[]): string {
  return nodes.map(plainNode).join('');
}

function plainNode({ type, content, name }: Node): string {
  if (type === 'text' && typeof content === 'string') return content;
  if (type === 'twemoji') return name!;
  if (type === 'br' || type === 'newline') return '\n';
  if (type === 'strong' || type === 'blockQuote') return plain(content as readonly Node[]);
  return `«${type}»`;
}
