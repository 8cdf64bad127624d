import type { Nodes, PhrasingContent } from 'mdast';
import { decodeEntities } from './decodeEntities.ts';
import { oneLine } from '../oneLine.ts';

/**
 * Returns the text of inline content without its marks, on one line: links and emphasis keep their words, line breaks
 * become spaces (nothing between ideographs), tags, pictures and the numbers of notes go.
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return oneLine(nodes.map(nodeText).join(''));
}

function nodeText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html')
    return /^<(?:br|wbr|hr)\b/iu.test(node.value)
      ? ' '
      : decodeEntities(node.value.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/gu, ''));
  return 'children' in node ? node.children.map(nodeText).join('') : '';
}
