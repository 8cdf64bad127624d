import { isElement, type DomElement, type DomNode } from './domNode.ts';

/** The classes and types by which books and pages call a stanza. */
const STANZA = /(?:^|[\s:_-])(?:stanza|line-?group|lg|verse|poem|poetry)(?:[\s_-]|$)/iu;
const LINES_MIN = 2;

/**
 * Parts what is in an element that a page calls a stanza: runs of its lines, and what else is in it, such as a quotation; none if
 * it is no stanza, or has hardly any lines.
 */
export function stanzaParts(element: DomElement): readonly (DomNode | readonly DomElement[])[] {
  if (!STANZA.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('epub:type') ?? ''}`)) return [];
  const written = [...element.childNodes].filter(
    (node) => node.nodeType !== 8 && (node.textContent ?? '').trim() !== '',
  );
  if (written.filter(isLine).length < Math.max(LINES_MIN, written.length / 2)) return [];
  const parts: (DomNode | DomElement[])[] = [];
  for (const node of written) {
    const run = parts.at(-1);
    if (!isLine(node)) parts.push(node);
    else if (Array.isArray(run)) run.push(node);
    else parts.push([node]);
  }
  return parts;
}

function isLine(node: DomNode): node is DomElement {
  return isElement(node) && /^(?:div|p|span|li)$/iu.test(node.nodeName) && node.querySelector(BLOCKS) === null;
}

const BLOCKS = 'div, p, br, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6';
