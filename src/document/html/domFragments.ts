import type { Block, ParagraphRole } from '../../article/article.ts';
import { lastOf } from '../../runtime/entryAt.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { dateOf } from '../../segment/dateOf.ts';
import { isVerse } from '../../segment/lines/isVerse.ts';
import { oneLine } from '../../segment/oneLine.ts';
import { setLines } from '../../segment/lines/setLines.ts';
import { lowered, raised } from '../../segment/raised.ts';
import { isFurnitureLine } from '../../segment/furnitureLines.ts';
import { creditOf } from '../../segment/credit.ts';
import { isByline, isFigureText, isHeadingLike, isListItem } from '../../segment/shape.ts';
import { isElement, tagOf, type DomElement, type DomNode } from './domNode.ts';
import { mathText } from '../math/mathText.ts';
import { boxCaption, isCreditLike, withCredits } from './credits.ts';
import { withContents, withTypedContents } from './contents.ts';
import { emphasisOf, isBacklink, isHidden, isNoteMark, elementKind, pictureText } from './elements.ts';
import { createItemNumbers } from './itemNumber.ts';
import { withLabelHeadings, withNumberedHeadings, withQuestionHeadings } from './headings/labelHeadings.ts';
import { withoutLabelLines } from './headings/labels.ts';
import { isLayoutTable, rowsOf } from './tables.ts';
import { withInlineCode } from './inlineCode.ts';
import { stanzaParts } from './verse.ts';

/** What the text that is being read belongs to. */
interface Around {
  readonly kind: Block['kind'];
  readonly level?: number;
  readonly role?: ParagraphRole;
}

/**
 * Lists the blocks of a page, or of a part of one, in reading order: headings, captions, items, quotations, rows, notes
 * and code by their elements, the rest as paragraphs. Text that is not shown is left out, and so are the numbers of notes.
 * A part of a book (`isBook`) may be nothing but its list of contents; the items of a Word document have their numbers (`isNumbered`).
 */
export function domFragments(
  root: DomNode,
  { isBook = false, isNumbered = false }: { readonly isBook?: boolean; readonly isNumbered?: boolean } = {},
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const linked = new Set<Fragment>();
  const pictured = new Set<Fragment>();
  let text = '';
  let linkChars = 0;
  let awayChars = 0;
  let isPictured = false;
  let isBehindFormula = false;
  let level = 1;
  let number = '';
  const numberOf = createItemNumbers();

  /** Adds what is next to a formula, and may not grow together with it. */
  const addText = (words: string): void => {
    text += /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(words) ? ` ${words}` : words;
  };
  const push = (fragment: Fragment): void => {
    const before = fragments.at(-1);
    // Some pages have the text of a picture twice, once for small screens.
    if (fragment.kind === 'caption' && before?.kind === 'caption' && before.text === fragment.text) return;
    fragments.push(fragment);
    if (fragment.kind === 'heading' && !fragment.emphasised) level = fragment.level ?? level;
  };
  /** Ends the block that is being read. */
  const close = (around: Around, emphasised?: Fragment['emphasised'], isListed = false): void => {
    const isSplit = around.kind === 'paragraph' && (around.role === undefined || around.role === 'quote');
    const items = isSplit && around.role === undefined ? typedItems(text) : [];
    const broken = isSplit && items.length === 0 ? brokenLines(text) : [];
    if (isVerse(broken)) return closeStanza(broken, around);
    const lines = items.length === 0 ? setLines(broken) : items;
    for (const line of lines.slice(0, -1)) {
      text = line;
      close(around, undefined, items.length > 0);
    }
    text = lines.at(-1) ?? text;
    const line = oneLine(text).replace(TYPED_BULLET, '$1 ');
    const isLink = linkChars > 0 && linkChars >= line.length * LINK_SHARE;
    const isLinked = awayChars > 0 && awayChars >= line.length * LINK_SHARE;
    const isBelowPicture = isPictured && line !== '';
    text = '';
    linkChars = 0;
    awayChars = 0;
    if (line === '' || !/[\p{L}\p{N}\p{S}]/u.test(line)) return;
    isPictured = false;
    const own = around.role === 'item' && number !== '' && !isListItem(line) ? `${number} ` : '';
    number = '';
    const isPlain = around.kind === 'paragraph' && around.role === undefined;
    const isOpen = isPlain && isHeadingLike(line) && !isByline(line);
    if (isOpen && (emphasised === 'strong' || NUMBERED_CAPS.test(line)))
      push({ kind: 'heading', level: Math.min(6, level + 1), emphasised: 'strong', text: line });
    else if (isPlain && isBelowPicture && isPictureText(line, emphasised)) push({ kind: 'caption', text: line });
    else
      push({
        ...shapeOf(around, { line, isListed: isListed || items.length > 0 }),
        ...(emphasised ? { emphasised } : {}),
        ...(isLinked ? { isLinked } : {}),
        text: `${own}${line}`,
      });
    const pushed = lastOf(fragments);
    if (isLink) linked.add(pushed);
    if (isBelowPicture) pictured.add(pushed);
  };

  /** Ends a block that is a stanza: one paragraph, whose lines stay as they are. */
  const closeStanza = (lines: readonly string[], around: Around): void => {
    push({ ...around, text: lines.join('\n') });
    text = '';
    linkChars = 0;
    awayChars = 0;
    isPictured = false;
  };

  const walkAll = (node: DomNode, around: Around): void => {
    for (const child of node.childNodes) walk(child, around);
  };
  /** Reads an element as a block of its own. */
  const block = (element: DomElement, { outer, inner }: { readonly outer: Around; readonly inner: Around }): void => {
    close(outer);
    if (isPictured && inner.kind === 'paragraph' && inner.role === undefined && isAllWords(element)) {
      const words = oneLine(textOf(element));
      isPictured = false;
      if (words !== '') push({ kind: 'caption', text: words });
      return;
    }
    const isBox =
      /^(?:div|figure|section)$/u.test(tagOf(element)) && inner.kind === 'paragraph' && inner.role === undefined;
    const caption = isBox && isCreditLike(element.textContent ?? '') ? boxCaption(domFragments(element)) : undefined;
    if (caption !== undefined) return push({ kind: 'caption', text: caption });
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
      const words = (node.textContent ?? '').replaceAll('\u00AD', '');
      if (isBehindFormula) addText(words);
      else text += words;
      if (words !== '') isBehindFormula = false;
      return;
    }
    if (!isElement(node)) return;
    const tag = tagOf(node);
    if (tag === 'img') {
      text += pictureText(node);
      if (text.trim() === '') isPictured = true;
    }
    if (tag === 'noscript' && node.querySelector('img') !== null && text.trim() === '') isPictured = true;
    if (isHidden(node, tag)) return;
    switch (tag) {
      case 'br':
        if (LINE_END.test(text)) close(around);
        else text += LINE_BREAK;
        return;
      case 'hr':
        return close(around);
      case 'sup':
        if (!isNoteMark(node)) text += raised(textOf(node));
        return;
      case 'sub':
        text += lowered(textOf(node));
        return;
      case 'a': {
        if (isBacklink(node, around)) return;
        const before = text.length;
        walkAll(node, around);
        const chars = Math.max(0, oneLine(text.slice(before)).length);
        if (leadsElsewhere(node)) linkChars += chars;
        if (leadsAway(node)) awayChars += chars;
        return;
      }
      case 'strong':
      case 'b':
        if (text.trim() !== '' || around.kind !== 'paragraph' || around.role !== undefined || !isLineAlone(node))
          return walkAll(node, around);
        // "About us" in bold on a line of its own is above what the next line says.
        walkAll(node, around);
        return close(around, 'strong');
      case 's':
      case 'del':
      case 'strike': {
        const struck = textOf(node);
        text += struck.trim() === '' ? struck : `~~${struck.trim()}~~`;
        return;
      }
      case 'math':
        addText(mathText(node));
        isBehindFormula = true;
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
    const stanza = around.kind === 'paragraph' ? stanzaParts(node) : [];
    if (stanza.length > 0) {
      close(around);
      for (const part of stanza) {
        if (!isLines(part)) walk(part, around);
        else {
          const lines = part.map((line) => oneLine(textOf(line)));
          closeStanza(
            lines.filter((line) => line !== ''),
            around,
          );
        }
      }
      return close(around);
    }
    const kind = elementKind(node, tag);
    if (tag === 'li' && !isNumbered && around.role !== 'footnote') {
      close(around);
      number = numberOf(node) ?? '';
    }
    if (tag === 'summary' && around.kind === 'paragraph' && around.role === undefined) {
      close(around);
      walkAll(node, around);
      return close(around, 'strong');
    }
    if (kind === undefined) {
      if (SENTENCE_END.test(text) && SENTENCE_START.test(node.textContent ?? '')) text += ' ';
      walkAll(node, around);
    } else if (kind === 'block') block(node, { outer: around, inner: around });
    else block(node, { outer: around, inner: innerOf(kind, around) });
  };

  walkAll(root, { kind: 'paragraph' });
  close({ kind: 'paragraph' });
  const listed = isBook || linked.size <= fragments.length * INDEX_SHARE ? withContents(fragments, linked) : fragments;
  const read = withInlineCode(withCredits(withTypedContents(listed), pictured));
  return withQuestionHeadings(withNumberedHeadings(withLabelHeadings(withoutLabelLines(read))));
}

/** A bullet that was typed, and what sets it apart. */
const TYPED_BULLET = /^([•‣◦⁃▪●○■□])[\s\u00A0]+/u;
/** The end of a sentence and the beginning of the next: an element that begins with that is set apart from it. */
const SENTENCE_END = /\p{Ll}{2}[.?!…]["”’»]?$/u;
const SENTENCE_START = /^\p{Lu}\p{Ll}/u;

/** "B. STATUTORY DUTIES" as a block of its own names a section, however it is set. */
const NUMBERED_CAPS = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,5})[.)]\s[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u;
/** Stands for the end of a line that a page sets, as the line ends of its file do not. */
const LINE_BREAK = '\u2028';
const LINE_END = /\u2028\s*$/u;
/** Lines that are a list because they begin with bullets or count. */
const ITEMS_MIN = 3;

function isLines(part: DomNode | readonly DomElement[]): part is readonly DomElement[] {
  return Array.isArray(part);
}

/** The lines of a text that is a list typed by hand; none if it is not. */
function typedItems(text: string): readonly string[] {
  const lines = text.split(LINE_BREAK).filter((line) => line.trim() !== '');
  const items = lines.filter((line) => isListItem(line.trim())).length;
  return items >= ITEMS_MIN && items * 2 >= lines.length ? lines : [];
}

function brokenLines(text: string): readonly string[] {
  return text
    .split(LINE_BREAK)
    .map(oneLine)
    .filter((line) => line !== '');
}

/** The longest text that is surely under a picture because it is emphasised or ends with a name in brackets. */
const PICTURE_MAX_CHARS = 300;

function isPictureText(line: string, emphasised: Fragment['emphasised']): boolean {
  return (
    line.length <= PICTURE_MAX_CHARS &&
    (emphasised === 'emphasis' || /\s\((?=\p{Lu})[^()]{3,60}\)\.?$/u.test(line)) &&
    !isByline(line)
  );
}

/** Whether a paragraph is all that is said in a box that has a picture besides, and no sentence: the text of the picture. */
function isAllWords(element: DomElement): boolean {
  const box = element.parentNode;
  const words = oneLine(element.textContent ?? '');
  if (box === null || !isElement(box) || tagOf(element) !== 'p' || tagOf(box) !== 'div') return false;
  return (
    words.length > 0 &&
    words.length <= PICTURE_MAX_CHARS / 2 &&
    !/[.!?:]["”’»]?$/u.test(words) &&
    box.querySelector('img') !== null &&
    oneLine(box.textContent ?? '') === words
  );
}

/** Whether an element is all of its line: it begins its block, and a line ends behind it above more text. */
function isLineAlone(element: DomElement): boolean {
  const siblings = [...(element.parentNode?.childNodes ?? [])].filter(
    (node) => node.nodeType === 1 || (node.textContent ?? '').trim() !== '',
  );
  return (
    siblings[0] === element &&
    isElement(siblings[1] ?? element) &&
    tagOf(siblings[1] ?? element) === 'br' &&
    siblings.slice(2).some((node) => (node.textContent ?? '').trim() !== '')
  );
}

/** Share of a block's text in links, above which it only leads elsewhere; page numbers and dots are beside them. */
const LINK_SHARE = 0.8;
/** A page of the web of which more than this share are links is an index, and its links are its text. */
const INDEX_SHARE = 0.6;
/** The longest paragraph that may be a caption. */
const CAPTION_MAX_CHARS = 400;
/** A heading that ends as a sentence does is one from here on. */
const SENTENCE_MIN_CHARS = 70;

/** What a block is by its words, where its element does not say: an item with a typed bullet, a button, struck out. */
function shapeOf(
  around: Around,
  { line, isListed }: { readonly line: string; readonly isListed: boolean },
): Around & Pick<Fragment, 'emphasised'> {
  if (around.kind === 'heading' && line.length >= SENTENCE_MIN_CHARS && /[^.]\.["”’»]?$/u.test(line))
    return { kind: 'paragraph', emphasised: 'strong' };
  // A date or the author's name set as a heading is none.
  if (around.kind === 'heading' && isByline(line) && !isNamedDay(line)) return { kind: 'paragraph', role: 'furniture' };
  if (around.kind !== 'paragraph') return around;
  if (/^~~(?:(?!~~)[\s\S])+~~\.?$/u.test(line)) return { ...around, role: 'struck' };
  if (around.role !== undefined && around.role !== 'item') return around;
  if (isFurnitureLine(line)) return { ...around, role: 'furniture' };
  if (around.role === undefined && isCaptionLine(line)) return { kind: 'caption' };
  return /^[•‣◦⁃▪●○■□]\s?\S/u.test(line) || (isListed && isListItem(line)) ? { ...around, role: 'item' } : around;
}

/** Words of a line that is only a date: its weekday and month, and what it says of them. */
const DATE_WORDS_MAX = 3;

/** Whether a heading names what was on a day, as those of notices and minutes do: "Regular meeting of the board, May 4, 2023". */
function isNamedDay(line: string): boolean {
  return dateOf(line) !== undefined && (line.match(/\p{L}{3,}/gu)?.length ?? 0) > DATE_WORDS_MAX;
}

/** Whether a paragraph is under a picture: it ends with who made that, or names the figure. */
function isCaptionLine(line: string): boolean {
  if (line.length > CAPTION_MAX_CHARS) return false;
  const credit = creditOf(line);
  return (credit !== undefined && credit[0] > 0 && credit[1] === line.length) || isFigureText(line);
}

/** Whether a link leads to another place in the page or book, as those of lists of contents do. */
function leadsElsewhere(link: DomElement): boolean {
  const href = link.getAttribute('href') ?? '';
  return href !== '' && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href);
}

/** Whether a link leads to another page. */
function leadsAway(link: DomElement): boolean {
  const href = link.getAttribute('href') ?? '';
  return href !== '' && !/^(?:#|mailto:|tel:)/iu.test(href);
}

/** A quotation in a list is a quotation, a list in a note is of the note; a heading in either is a paragraph. */
function innerOf(kind: Around, around: Around): Around {
  if (around.role === 'footnote') return around;
  if (kind.kind === 'heading' && around.role !== undefined) return around;
  return around.kind === 'caption' || around.kind === 'heading' ? around : kind;
}

function preformatted(element: DomElement): string {
  for (const line of element.querySelectorAll('br')) (line as { textContent: string | null }).textContent = '\n';
  // "Copy", and the like.
  for (const control of element.querySelectorAll('button, script, style, template')) control.remove();
  return (element.textContent ?? '')
    .replaceAll(/\r\n?/gu, '\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
}
