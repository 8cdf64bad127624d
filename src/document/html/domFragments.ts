import type { Block, ParagraphRole } from '../../article/article.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { lowered, raised } from '../../segment/raised.ts';
import { isHeadingLike } from '../../segment/shape.ts';
import { isElement, tagOf, type DomElement, type DomNode } from './domNode.ts';
import { emphasisOf, isBacklink, isHidden, isNoteMark, elementKind, pictureText } from './elements.ts';
import { isLayoutTable, rowsOf } from './tables.ts';

/** What the text that is being read belongs to. */
interface Around {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly role?: ParagraphRole;
}

/**
 * Lists the blocks of a page, or of a part of one, in reading order: headings, captions, items, quotations, rows, notes
 * and code by their elements, the rest as paragraphs. Text that is not shown is left out, and so are the numbers of notes.
 */
export function domFragments(root: DomNode): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let text = '';
  let level = 1;

  const push = (fragment: Fragment): void => {
    fragments.push(fragment);
    if (fragment.kind === 'heading' && !fragment.emphasised) level = fragment.level ?? level;
  };
  /** Ends the block that is being read. */
  const close = (around: Around, emphasised?: Fragment['emphasised']): void => {
    const line = oneLine(text);
    text = '';
    if (line === '' || !/[\p{L}\p{N}\p{S}]/u.test(line)) return;
    const isTitle =
      around.kind === 'paragraph' && around.role === undefined && emphasised === 'strong' && isHeadingLike(line);
    if (isTitle) push({ kind: 'heading', level: Math.min(6, level + 1), emphasised, text: line });
    else push({ ...around, ...(emphasised ? { emphasised } : {}), text: line });
  };

  const walkAll = (node: DomNode, around: Around): void => {
    for (const child of node.childNodes) walk(child, around);
  };
  /** Reads an element as a block of its own. */
  const block = (element: DomElement, { outer, inner }: { readonly outer: Around; readonly inner: Around }): void => {
    close(outer);
    walkAll(element, inner);
    close(inner, inner.kind === 'paragraph' ? emphasisOf(element) : undefined);
  };
  /** Reads an element's text apart from the block that it is in. */
  const textOf = (element: DomElement): string => {
    const outer = text;
    text = '';
    walkAll(element, { kind: 'paragraph' });
    const inner = text;
    text = outer;
    return inner;
  };
  const cell = (element: DomElement): string =>
    domFragments(element)
      .map((part) => part.text)
      .join(' ');

  const walk = (node: DomNode, around: Around): void => {
    if (node.nodeType === 3) {
      text += (node.textContent ?? '').replaceAll('\u00AD', '');
      return;
    }
    if (!isElement(node)) return;
    const tag = tagOf(node);
    if (tag === 'img') text += pictureText(node);
    if (isHidden(node, tag)) return;
    switch (tag) {
      case 'br':
        if (/\n[^\S\n]*$/u.test(text)) close(around);
        else text += '\n';
        return;
      case 'hr':
        return close(around);
      case 'sup':
        if (!isNoteMark(node)) text += raised(textOf(node));
        return;
      case 'sub':
        text += lowered(textOf(node));
        return;
      case 'a':
        if (!isBacklink(node, around)) walkAll(node, around);
        return;
      case 'q':
        text += `“${textOf(node)}”`;
        return;
      case 'pre':
        close(around);
        push({ kind: 'paragraph', role: 'code', text: preformatted(node) });
        if (fragments.at(-1)?.text === '') fragments.pop();
        return;
      case 'table':
        if (isLayoutTable(node)) return block(node, { outer: around, inner: around });
        close(around);
        for (const row of rowsOf(node, cell)) push(row);
        return;
    }
    const kind = elementKind(node, tag);
    if (kind === undefined) walkAll(node, around);
    else if (kind === 'block') block(node, { outer: around, inner: around });
    else block(node, { outer: around, inner: innerOf(kind, around) });
  };

  walkAll(root, { kind: 'paragraph' });
  close({ kind: 'paragraph' });
  return fragments;
}

/** A quotation in a list is a quotation, a list in a note is of the note; a heading in either is a paragraph. */
function innerOf(kind: Around, around: Around): Around {
  if (around.role === 'footnote') return around;
  if (kind.kind === 'heading' && around.role !== undefined) return around;
  return around.kind === 'caption' || around.kind === 'heading' ? around : kind;
}

function preformatted(element: DomElement): string {
  for (const line of element.querySelectorAll('br')) (line as { textContent: string | null }).textContent = '\n';
  return (element.textContent ?? '')
    .replaceAll(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
}
