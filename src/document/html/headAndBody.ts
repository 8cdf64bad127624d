import { isElement, tagOf, type DomDocument, type DomNode } from './domNode.ts';

/** What stands in the head of a page, where neither a head nor a body is marked. */
const OF_HEAD: ReadonlySet<string> = new Set('title meta link base style script noscript template'.split(' '));
const BODIES: ReadonlySet<string> = new Set(['body', 'frameset']);
const TEXT = 3;

/**
 * Gives a page the head and the body that HTML lets its writer leave out: what stands right in `html` is moved into them, in
 * order, as browsers do. Linear in the children of `html`.
 */
export function placeHeadAndBody(document: DomDocument): void {
  const root = document.documentElement;
  if (tagOf(root) !== 'html') return;
  const children = [...root.childNodes];
  const ownHead = children.find((child) => isElement(child) && tagOf(child) === 'head');
  const ownBody = children.find((child) => isElement(child) && BODIES.has(tagOf(child)));
  const isLoose = (child: DomNode): boolean => child !== ownHead && child !== ownBody && isContent(child);
  if (ownHead && ownBody && !children.some(isLoose)) return;
  const [head, body] = [ownHead ?? document.createElement('head'), ownBody ?? document.createElement('body')];
  if (!isElement(head) || !isElement(body)) return;
  const own = [...body.childNodes];
  let isInBody = false;
  for (const child of children)
    if (child === ownBody) {
      isInBody = true;
      for (const inner of own) body.appendChild(inner);
    } else if (isLoose(child)) {
      isInBody ||= !belongsToHead(child);
      (isInBody ? body : head).appendChild(child);
    }
  root.appendChild(head);
  root.appendChild(body);
}

function isContent(node: DomNode): boolean {
  return isElement(node) || (node.nodeType === TEXT && (node.textContent ?? '').trim() !== '');
}

function belongsToHead(node: DomNode): boolean {
  return OF_HEAD.has(tagOf(node));
}
