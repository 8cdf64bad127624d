import type { Block, ParagraphRole } from '../../article/article.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { isElement, tagOf, type DomElement, type DomNode } from './domNode.ts';
import { LEVEL_ATTRIBUTE } from './headings/headingLevels.ts';

/** What an element makes of its text: `block` is whatever it is in. */
export type ElementKind =
  | 'block'
  | { readonly kind: Block['kind']; readonly level?: number; readonly role?: ParagraphRole };

const HIDDEN = new Set(
  'script style template noscript head svg canvas audio video object embed iframe button input select option textarea progress meter rp annotation annotation-xml'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside body center dd details dialog div dl dt fieldset figure footer form header hgroup html legend li main menu nav ol optgroup p search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const KINDS: Readonly<Record<string, ElementKind>> = {
  h1: { kind: 'heading', level: 1 },
  h2: { kind: 'heading', level: 2 },
  h3: { kind: 'heading', level: 3 },
  h4: { kind: 'heading', level: 4 },
  h5: { kind: 'heading', level: 5 },
  h6: { kind: 'heading', level: 6 },
  li: { kind: 'paragraph', role: 'item' },
  dd: { kind: 'paragraph', role: 'item' },
  dt: { kind: 'paragraph', role: 'item' },
  blockquote: { kind: 'paragraph', role: 'quote' },
  figcaption: { kind: 'caption' },
  caption: { kind: 'caption' },
};
const UNSEEN_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|mw-editsection|noprint|lnum|line-?no|line-?num(?:ber)?)(?:\s|$)/iu;
const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption(?:-text)?|wp-caption-text|figcaption|image-?caption|thumbcaption)(?:\s|$)/iu;
const NOTES = /(?:^|[\s_-])(?:footnotes?|endnotes?|rearnotes?)(?:[_-]?\d{1,4})?(?:\s|$)/iu;
/** The classes by which pages call a deck. */
export const DECK_CLASS = /(?:^|[\s_-])(?:standfirst|dek|deck|subtitle|sub-?headline)(?:\s|$)/iu;

/** Tells what an element makes of its text; undefined if it is within a line. */
export function elementKind(element: DomElement, tag: string): ElementKind | undefined {
  const classes = element.getAttribute('class') ?? '';
  const role = semanticsOf(element);
  if (BLOCKS.has(tag) && (NOTES.test(role) || NOTES.test(classes) || NOTES.test(element.getAttribute('id') ?? '')))
    return { kind: 'paragraph', role: 'footnote' };
  if (tag === 'ol' && /(?:^|\s)references(?:\s|$)/u.test(classes)) return { kind: 'paragraph', role: 'footnote' };
  const level = Number(element.getAttribute(LEVEL_ATTRIBUTE) ?? 0);
  if (level > 0) return { kind: 'heading', level };
  if (Object.hasOwn(KINDS, tag)) return KINDS[tag];
  if (element.getAttribute('role') === 'heading')
    return { kind: 'heading', level: Math.min(6, Math.max(1, Number(element.getAttribute('aria-level')) || 2)) };
  if (!BLOCKS.has(tag)) return undefined;
  return CAPTION_CLASS.test(classes) && tag !== 'section' ? { kind: 'caption' } : 'block';
}

/** Returns true if an element's text is not shown to readers. */
export function isHidden(element: DomElement, tag: string): boolean {
  return (
    HIDDEN.has(tag) ||
    isNoteReference(element) ||
    /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/u.test(semanticsOf(element)) ||
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    UNSEEN_STYLE.test(element.getAttribute('style') ?? '') ||
    UNSEEN_CLASS.test(element.getAttribute('class') ?? '')
  );
}

/** What an element is, where the file says so: its role, and the type that books give it. */
function semanticsOf(element: DomElement): string {
  return `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`;
}

/** A link that the file itself calls the mark of a note. */
function isNoteReference(element: DomElement): boolean {
  return (
    /(?:^|\s)(?:doc-)?noteref(?:\s|$)/u.test(semanticsOf(element)) && (element.textContent ?? '').trim().length <= 4
  );
}

/** A raised number that leads to a note of the page. */
export function isNoteMark(element: DomElement): boolean {
  const links = [...element.querySelectorAll('a')];
  return (
    /^[\s[(]*(?:\d{1,4}|[a-z]|[ivxl]{1,5}|[*†‡§¶]{1,3}|note \d{1,3})[\s\])]*$/iu.test(element.textContent ?? '') &&
    (links.some(leadsWithin) || leadsWithin(element.parentNode))
  );
}

/** A link from a heading to itself, or from a note back to its mark: a sign, not a word. */
export function isBacklink(
  link: DomElement,
  { kind, role }: { readonly kind: Block['kind']; readonly role?: ParagraphRole },
): boolean {
  const text = (link.textContent ?? '').trim();
  if (!leadsWithin(link) || text === '') return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return kind === 'heading' || role === 'footnote' || /^[↑↩⏎^¶#§]\uFE0E?$/u.test(text);
  return role === 'footnote' && text.length <= 2;
}

function leadsWithin(node: DomNode | null): boolean {
  return node !== null && isElement(node) && tagOf(node) === 'a' && /#/u.test(node.getAttribute('href') ?? '');
}

/** The words that a picture of a formula stands for; other pictures have no text. */
export function pictureText(image: DomElement): string {
  const isFormula = /\b(?:math|latex|tex|equation|mwe-math)/iu.test(image.getAttribute('class') ?? '');
  return isFormula ? ` ${image.getAttribute('alt') ?? ''} ` : '';
}

/** How a block is emphasised from end to end; a text that its class calls a deck counts as emphasised. */
export function emphasisOf(element: DomElement): Fragment['emphasised'] {
  if (DECK_CLASS.test(element.getAttribute('class') ?? '')) return 'emphasis';
  const written = [...element.childNodes].filter(
    (child) => child.nodeType !== 8 && (child.textContent ?? '').trim() !== '',
  );
  const [only] = written;
  if (written.length !== 1 || !only || !isElement(only)) return undefined;
  const tag = tagOf(only);
  if (tag === 'em' || tag === 'i') return 'emphasis';
  if (tag === 'strong' || tag === 'b') return 'strong';
  return tag === 'span' || tag === 'font' ? emphasisOf(only) : undefined;
}
