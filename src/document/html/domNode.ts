/** As much of a DOM node as is read; linkedom's nodes are such. */
export interface DomNode {
  /** 1 for elements, 3 for text, 9 for documents. */
  readonly nodeType: number;
  /** In capitals in HTML, as written in XML. */
  readonly nodeName: string;
  readonly childNodes: Iterable<DomNode>;
  readonly parentNode: DomNode | null;
  readonly textContent: string | null;
}

/** An element. */
export interface DomElement extends DomNode {
  readonly getAttribute: (name: string) => string | null;
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
  readonly querySelector: (selector: string) => DomElement | null;
  readonly remove: () => void;
  readonly setAttribute: (name: string, value: string) => void;
  readonly removeAttribute: (name: string) => void;
  readonly appendChild: (child: DomNode) => void;
  readonly replaceWith: (other: DomElement) => void;
}

/** A parsed page. */
export interface DomDocument extends DomNode {
  readonly querySelectorAll: DomElement['querySelectorAll'];
  readonly querySelector: DomElement['querySelector'];
  readonly documentElement: DomElement;
  readonly body: DomElement | null;
  readonly createElement: (name: string) => DomElement;
}

/** Returns true if a node is an element. */
export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** Returns an element's name in small letters, without a namespace. */
export function tagOf(node: DomNode): string {
  return node.nodeName.toLowerCase().replace(/^.*:/u, '');
}
