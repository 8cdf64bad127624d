import { isElement, tagOf, type DomDocument, type DomNode } from './domNode.ts';

/** What stands in the head of a page, where neither a head nor a body is marked. */
const OF_HEAD: ReadonlySet<string> = new Set('title meta link base style script noscript template'.split(' '));
const TEXT = 3;

/**
 * Gives a page the head and the body that HTML lets its writer leave out: what stands right in `html` is moved into them, in
 * order, as browsers do. Linear in the children of `html`.
 */
export function placeHeadAndBody(document: DomDocument): void {
  const root = document.documentElement;
  if (tagOf(root) !== 'html') return;
  const children = [...root.childNodes];
  const heads = children.filter((child) => isElement(child) && tagOf(child) === 'head');
  const bodies = children.filter((child) => isElement(child) && ['body', 'frameset'].includes(tagOf(child)));
  const loose = children.filter((child) => !heads.includes(child) && !bodies.includes(child) && isContent(child));
  if (heads.length === 1 && bodies.length === 1 && loose.length === 0) return;
  const [head, body] = [heads[0] ?? document.createElement('head'), bodies[0] ?? document.createElement('body')];
  if (!isElement(head) || !isElement(body)) return;
  const first = children.indexOf(bodies[0] ?? loose.find((child) => !belongsToHead(child)) ?? head);
  const ofHead = loose.filter((child) => belongsToHead(child) && children.indexOf(child) < first);
  const ofBody = new Set([...loose, ...bodies.slice(1)].filter((child) => !ofHead.includes(child)));
  const own = [...body.childNodes];
  for (const child of ofHead) head.appendChild(child);
  for (const child of children)
    if (child === body) for (const inner of own) body.appendChild(inner);
    else if (ofBody.has(child)) body.appendChild(child);
  root.appendChild(head);
  root.appendChild(body);
}

function isContent(node: DomNode): boolean {
  return isElement(node) || (node.nodeType === TEXT && (node.textContent ?? '').trim() !== '');
}

function belongsToHead(node: DomNode): boolean {
  return OF_HEAD.has(tagOf(node));
}
