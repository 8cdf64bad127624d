import type { Nodes, PhrasingContent } from 'mdast';
import { decodeEntities } from './decodeEntities.ts';
import { oneLine } from '../oneLine.ts';

/**
 * Returns the text of inline content without its marks, on one line: links and emphasis keep their words, line breaks
 * become spaces (nothing between ideographs), tags, pictures and the numbers of notes go.
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return oneLine(joined(nodes));
}

/** Struck-out words keep their marks, so that nobody reads them as said. */
function struck(text: string): string {
  return text.trim() === '' ? text : `~~${text}~~`;
}

/** What a tag within a paragraph leaves: a space where it breaks the line or parts two elements, the marks of struck words. */
function htmlText(tag: string, before: string): string {
  if (/^<(?:br|wbr|hr|\/?(?:p|div|li|td|th|tr|ul|ol|dd|dt|h[1-6]))\b/iu.test(tag)) return ' ';
  if (/^<\/?(?:del|s|strike)\s*>/iu.test(tag)) return '~~';
  if (/^<su[bp]\b/iu.test(tag)) return /^<sup/iu.test(tag) ? '^' : '_';
  const isSeam = /^<\/[a-z]/iu.test(before) && /^<[a-z]/iu.test(tag);
  return `${isSeam ? ' ' : ''}${decodeEntities(tag.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/gu, ''))}`;
}

/** Puts texts together; a space keeps two numbers apart that only a mark or tag parts. */
function joined(nodes: readonly Nodes[]): string {
  let text = '';
  for (const [index, node] of nodes.entries()) {
    const next = nodeText(node, nodes[index - 1]);
    text += /\d$/u.test(text.slice(-1)) && /^\d/u.test(next) ? ` ${next}` : next;
  }
  return text;
}

function nodeText(node: Nodes, before?: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'html') return htmlText(node.value, before?.type === 'html' ? before.value : '');
  if (!('children' in node)) return '';
  const text = joined(node.children);
  return node.type === 'delete' ? struck(text) : text;
}
