import { oneLine } from '../../segment/oneLine.ts';
import { lowered, raised } from '../../segment/raised.ts';
import { isElement, tagOf, type DomElement, type DomNode } from '../html/domNode.ts';
import { withAccent } from './withAccent.ts';

/** How an element is written: from the texts of its parts, in the order in which the file has them. */
type Writer = (parts: readonly string[], element?: DomElement) => string;

const RELATION = /^(?::=|[=<>≤≥≠≈≡∼→⇒⇔∈⊂⊆])/u;
const UNSEEN = new Set(['annotation', 'annotation-xml', 'mphantom', 'phant', 'ctrlpr', 'rpr', 'deghide']);
/** Elements that only say how others are set. */
const PROPERTIES = /pr$/u;

const RAISED_END = /[⁰¹²³⁴-ⁿ]$/u;
const LOWERED_END = /[₀-ₜ]$/u;
const script: Writer = ([base = '', under = '', over = '']) => {
  const low = below(under);
  const isOpen = (low !== '' && LOWERED_END.test(base)) || (low === '' && RAISED_END.test(base));
  return (isOpen ? `(${base})` : base) + low + above(over);
};
const power: Writer = ([base = '', over = '']) => script([base, '', over]);
const rows: Writer = (parts) => parts.filter((part) => part !== '').join('; ');
/** Cells of a matrix; what begins with a relation goes on from the cell before it. */
const cells: Writer = (parts) =>
  parts
    .filter((part) => part !== '')
    .reduce((text, part) => `${text}${text === '' ? '' : RELATION.test(part) ? ' ' : ', '}${part}`, '');
const fraction: Writer = ([top = '', bottom = '']) => `${grouped(top)}/${grouped(bottom)}`;

/** MathML and the formulas of Word, whose elements have other names for the same things. */
const WRITERS: Readonly<Record<string, Writer>> = {
  mfrac: fraction,
  f: fraction,
  msup: power,
  ssup: power,
  msub: script,
  ssub: script,
  msubsup: script,
  ssubsup: script,
  munderover: script,
  munder: script,
  limlow: script,
  limupp: power,
  mover: ([base = '', over = '']) => withAccent(base, over) ?? script([base, '', over]),
  acc: ([base = ''], element) => withAccent(base, propertyOf(element, 'chr') ?? '\u0302') ?? base,
  bar: ([base = '']) => withAccent(base, '¯') ?? base,
  spre: ([under = '', over = '', base = '']) => below(under) + above(over) + base,
  msqrt: (parts) => `√${grouped(sequence(parts))}`,
  mroot: ([base = '', degree = '']) => `${above(degree)}√${grouped(base)}`,
  rad: (parts) => `${parts.length > 1 ? above(parts[0] ?? '') : ''}√${grouped(parts.at(-1) ?? '')}`,
  nary: (_parts, element) => {
    const named = (name: string): string => namedPart(element, name);
    return `${propertyOf(element, 'chr') ?? '∫'}${below(named('sub'))}${above(named('sup'))} ${named('e')}`;
  },
  d: (parts, element) =>
    (propertyOf(element, 'begchr') ?? '(') +
    parts.join(propertyOf(element, 'sepchr') ?? '|') +
    (propertyOf(element, 'endchr') ?? ')'),
  mfenced: (parts, element) =>
    (element?.getAttribute('open') ?? '(') + parts.join(', ') + (element?.getAttribute('close') ?? ')'),
  func: ([name = '', argument = '']) => sequence([name, argument]),
  m: rows,
  mtable: rows,
  eqarr: rows,
  mr: cells,
  mtr: cells,
  semantics: ([written = '']) => written,
  mspace: () => ' ',
};

/**
 * Writes a formula, MathML or Word's, on one line, so that no two numbers of it grow together: "a/(b + 1)", "x²", "√2",
 * "∑_(i=1)ⁿ xᵢ", matrices by rows. A formula without letters of its own is its alternative text.
 */
export function mathText(formula: DomElement): string {
  // A relation has spaces around it, as it is printed.
  const written = oneLine(linear(formula).replaceAll(/:=|[=<>≤≥≠≈≡∼→⇒⇔∈⊂⊆]/gu, ' $& '));
  return written === '' ? oneLine(formula.getAttribute('alttext') ?? '') : written;
}

function linear(node: DomNode): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replaceAll(/[\u2061-\u2064]/gu, '').replaceAll('\u00AD', '');
  if (!isElement(node)) return '';
  const tag = tagOf(node);
  if (UNSEEN.has(tag) || PROPERTIES.test(tag)) return '';
  const children = [...node.childNodes].filter((child) => isElement(child) || oneLine(child.textContent ?? '') !== '');
  const writer = WRITERS[tag];
  if (writer === undefined) return sequence(children.map(linear));
  const seen = children.filter(
    (child) => !(isElement(child) && (PROPERTIES.test(tagOf(child)) || UNSEEN.has(tagOf(child)))),
  );
  return writer(
    seen.map((child) => linear(child).trim()),
    node,
  );
}

/** Puts texts one behind the other; names of functions do not run into letters beside them, nor a comma into what follows. */
function sequence(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const isApart =
      (/\p{L}{2}$/u.test(text) && /^[\p{L}\p{N}]/u.test(part)) || (/\p{L}$/u.test(text) && /^\p{L}{2}/u.test(part));
    return isApart || (/[,;]$/u.test(text) && !part.startsWith(' ')) ? `${text} ${part}` : text + part;
  }, '');
}

/** What is more than a number, a name or a bracket needs brackets when it is written beside a stroke. */
function grouped(text: string): string {
  return /^(?:[\p{L}\p{M}\p{N}.]*|\([^()]*\))$/u.test(text) ? text : `(${text})`;
}

/** Raised text; what begins with a bracket is bracketed once more, so that its end is seen. */
function above(text: string): string {
  return /^[[(]/u.test(text) ? `^(${text})` : raised(text);
}

function below(text: string): string {
  return /^[[(]/u.test(text) ? `_(${text})` : lowered(text);
}

/** The text of the part that has a name; empty if there is none. */
function namedPart(element: DomElement | undefined, name: string): string {
  const part = [...(element?.childNodes ?? [])].find((child) => isElement(child) && tagOf(child) === name);
  return part === undefined ? '' : linear(part).trim();
}

/** What the properties of an element of Word's set a key to. */
function propertyOf(element: DomElement | undefined, key: string): string | undefined {
  for (const child of element?.childNodes ?? [])
    if (isElement(child) && PROPERTIES.test(tagOf(child)))
      for (const property of child.childNodes)
        if (isElement(property) && tagOf(property) === key) return property.getAttribute('m:val') ?? undefined;
  return undefined;
}
