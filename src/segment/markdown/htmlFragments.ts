import type { Fragment } from '../fragment.ts';
import { decodeEntities } from './decodeEntities.ts';
import { oneLine } from '../oneLine.ts';
import { segmentText } from '../segmentText.ts';

/** Elements whose text is not for readers. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|svg|head)\b[\s\S]*?(?:<\/\1\s*>|$)/giu;
const TAG = /<(\/?)([a-z][a-z0-9-]*)\b([^<>]*)>/giu;
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);
/** Struck-out words keep their marks, so that nobody reads them as said. */
const STRUCK = new Set(['del', 's', 'strike']);
const ROLES: Readonly<Record<string, Fragment['role']>> = { li: 'item', tr: 'row', blockquote: 'quote', pre: 'code' };

/**
 * Reads the text of an HTML block within Markdown: headings, captions, items and rows by their
 * elements, the rest as paragraphs; a picture's alternative text is its caption where the block has no other.
 */
export function htmlFragments(html: string): readonly Fragment[] {
  const visible = html.replaceAll(HIDDEN, '');
  const fragments: (Fragment & { readonly fromPicture?: true })[] = [];
  const open: string[] = [];
  let text = '';
  let end = 0;
  let isClosing = false;
  const close = () => {
    const words = decodeEntities(text);
    if (open.includes('pre')) fragments.push(...preformatted(words));
    else if (oneLine(words) !== '') fragments.push({ ...fragmentKind(open), text: oneLine(words) });
    text = '';
  };
  for (const match of visible.matchAll(TAG)) {
    const [tag, slash, rawName = '', attributes = ''] = match;
    const name = rawName.toLowerCase();
    const between = visible.slice(end, match.index);
    text += /\d$/u.test(text.slice(-1)) && /^\d/u.test(between) ? ` ${between}` : between;
    end = match.index + tag.length;
    if (STRUCK.has(name)) text += '~~';
    // Two elements with nothing between them are apart on the page: "7 October" "Harbour City".
    else if (INLINE.has(name) && between === '' && isClosing && slash === '' && /\S$/u.test(text)) text += ' ';
    isClosing = slash !== '';
    if (INLINE.has(name)) continue;
    if (name === 'td' || name === 'th') {
      if (slash !== '' && text.trim() !== '') text += '\u0009';
      continue;
    }
    close();
    if (name === 'img') {
      const alt = oneLine(
        decodeEntities(/\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/iu.exec(attributes)?.slice(1).find(Boolean) ?? ''),
      );
      if (alt !== '' && !/badge|shields\.io/iu.test(attributes))
        fragments.push({ kind: 'caption', text: alt, fromPicture: true });
    } else if (slash !== '') open.splice(Math.max(0, open.lastIndexOf(name)), open.includes(name) ? open.length : 0);
    else if (name !== 'br' && name !== 'hr') open.push(name);
  }
  const rest = visible.slice(end);
  text += /\d$/u.test(text.slice(-1)) && /^\d/u.test(rest) ? ` ${rest}` : rest;
  close();
  const captioned = fragments.some(({ fromPicture, kind }) => kind === 'caption' && !fromPicture);
  return fragments.flatMap(({ fromPicture, ...fragment }) => (captioned && fromPicture ? [] : [fragment]));
}

/** Share of the lines of a preformatted text that are full of words, above which it is written and only set so. */
const PROSE_SHARE = 0.6;
const PROSE_MIN_LINES = 12;

/** Preformatted text is code, unless it is a text that was wrapped by hand. */
function preformatted(text: string): readonly Fragment[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  const full = lines.filter(
    (line) => (line.match(/(?<![\p{L}\p{N}_])\p{L}{2,}(?=[\s.,;:!?'’)-]|$)/gu)?.length ?? 0) >= 5,
  );
  const draft =
    lines.length >= PROSE_MIN_LINES && full.length >= lines.length * PROSE_SHARE ? segmentText(text) : undefined;
  if (draft?.kind !== 'draft')
    return [{ kind: 'paragraph', role: 'code', text: text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd() }];
  return draft.blocks.map((block): Fragment => {
    const words = draft.source.slice(...block.span);
    if (block.kind !== 'paragraph') return { kind: 'heading', level: 2, text: oneLine(words) };
    const role = block.role === undefined ? {} : { role: block.role };
    return { kind: 'paragraph', ...role, text: block.role === 'code' ? words : oneLine(words) };
  });
}

function fragmentKind(open: readonly string[]): Omit<Fragment, 'text'> {
  const heading = open.findLast((name) => /^h[1-6]$/u.test(name));
  if (heading !== undefined) return { kind: 'heading', level: Number(heading[1]) };
  if (open.includes('figcaption') || open.includes('caption')) return { kind: 'caption' };
  const role = open.map((name) => ROLES[name]).findLast((found) => found !== undefined);
  return role === undefined ? { kind: 'paragraph' } : { kind: 'paragraph', role };
}
