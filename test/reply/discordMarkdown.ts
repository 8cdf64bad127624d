import { parse } from 'discord-markdown-parser';

/** A node of the parser's tree. */
interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly name?: string;
}

/** What Discord would show of Markdown, by an independent parser; anything but text, bold and quotes shows as its type. */
export function shownByDiscord(markdown: string): string {
  return plain(parse(markdown, 'extended'));
}

/** The block quotes that Discord would show of Markdown, without the line break that ends each. */
export function quotesByDiscord(markdown: string): readonly string[] {
  return parse(markdown, 'extended').flatMap((node: Node) =>
    node.type === 'blockQuote' ? [plainNode(node).replace(/\n$/u, '')] : [],
  );
}

/** For each character of the block quotes that Discord would show of Markdown, whether it is bold. */
export function boldByDiscord(markdown: string): readonly boolean[] {
  const flags = (nodes: readonly Node[], bold: boolean): readonly boolean[] =>
    nodes.flatMap((node) =>
      node.type === 'strong'
        ? flags(node.content as readonly Node[], true)
        : Array.from({ length: plainNode(node).length }, () => bold),
    );
  return parse(markdown, 'extended').flatMap((node: Node) =>
    node.type === 'blockQuote'
      ? flags(node.content as readonly Node[], false).slice(0, plainNode(node).replace(/\n$/u, '').length)
      : [],
  );
}

/** The kinds of node that Discord would make of Markdown, wherever they stand in it. */
export function kindsByDiscord(markdown: string): ReadonlySet<string> {
  const kinds = new Set<string>();
  JSON.stringify(parse(markdown, 'extended'), (key, value: unknown) => {
    if (key === 'type' && typeof value === 'string') kinds.add(value);
    return value;
  });
  return kinds;
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
