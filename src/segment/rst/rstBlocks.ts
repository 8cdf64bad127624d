import { entryAt } from '../../runtime/entryAt.ts';
import type { Fragment } from '../fragment.ts';
import { withRole } from '../withRole.ts';
import { directiveFragments } from './directives.ts';
import type { RstDocument } from './rstDocument.ts';
import { rstInline } from './rstInline.ts';
import { indentedLines, indentOf, isEmptyLine, type RstLines } from './rstLines.ts';
import { rowFragments, tableAt } from './rstTables.ts';

/** What a reader made of the lines that it took. */
interface Step {
  readonly fragments: readonly Fragment[];
  /** The first line that it did not take. */
  readonly end: number;
}

type Reader = (place: RstLines, document: RstDocument) => Step | undefined;

/** Nobody nests deeper; what is deeper is read as one paragraph. */
const DEPTH_MAX = 40;
const RULER = /^([!-/:-@[-`{-~])\1{1,}[ \t]*$/u;
const EXPLICIT = /^\.\.(?:[ \t]+|$)/u;
const BULLET = /^[*+•‣⁃-](?:[ \t]+|$)/u;
const NUMBER = /^(?:\(?(?:\d{1,4}|[A-Za-z]|[ivxIVX]{1,6})[.)]|#\.)(?:[ \t]+|$)/u;
const FIELD = /^:((?:[^:\\`]|\\.|:(?!\s|$)){1,80}):(?:[ \t]+|$)/u;
const OPTION = /^(?:--?|\/)\w[\w-]*(?:[ =][\w<>[\]-]+)?(?:,[ \t]--?\w[\w-]*(?:[ =][\w<>[\]-]+)?)*(?:[ \t]{2,}|$)/u;
/** Fields that say something to the program alone. */
const MACHINERY = /^(?:orphan|nosearch|nocomments|tocdepth|no-search)$/u;

/** In order: the first that can read something at a line reads it. */
const READERS: readonly Reader[] = [
  sectionTitle,
  transition,
  explicit,
  table,
  doctest,
  lineBlock,
  bulletItem,
  numberedItem,
  field,
  option,
  quotation,
  definition,
  textParagraph,
];

/** Lists the blocks of lines of reStructuredText in reading order, without marks. */
export function rstFragments(lines: readonly string[], document: RstDocument): readonly Fragment[] {
  if (document.depth.now >= DEPTH_MAX) return inlineBlock(lines.join(' '), document);
  document.depth.now += 1;
  const fragments: Fragment[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isEmptyLine(lines[at])) {
      at += 1;
      continue;
    }
    const place = { lines, at };
    let step: Step | undefined;
    for (const reader of READERS) if ((step = reader(place, document)) !== undefined) break;
    fragments.push(...(step?.fragments ?? []));
    at = Math.max(at + 1, step?.end ?? 0);
  }
  document.depth.now -= 1;
  return fragments;
}

function inlineBlock(text: string, { names }: RstDocument, fragment: Omit<Fragment, 'text'> = { kind: 'paragraph' }) {
  const read = rstInline(text, names);
  return read === '' ? [] : [{ ...fragment, text: read }];
}

/** A line with a ruler below it as long, or one above and below. The first kind of ruler is of the first level. */
function sectionTitle({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  const [first = '', second = '', third = ''] = lines.slice(at, at + 3);
  const over = RULER.exec(first)?.[1];
  if (over !== undefined && isRuled(second, third) && RULER.exec(third)?.[1] === over)
    return headingOf(second, { style: `${over}${over}`, end: at + 3 }, document);
  if (over === undefined && indentOf(first) === 0 && isRuled(first, second) && !EXPLICIT.test(first))
    return headingOf(first, { style: entryAt(RULER.exec(second) ?? ['', ''], 1), end: at + 2 }, document);
  return undefined;
}

function isRuled(text: string, ruler: string): boolean {
  const length = ruler.trimEnd().length;
  return RULER.test(ruler) && !isEmptyLine(text) && !RULER.test(text) && (length >= 4 || length >= text.trim().length);
}

function headingOf(
  text: string,
  { style, end }: { readonly style: string; readonly end: number },
  document: RstDocument,
): Step {
  if (!document.styles.includes(style)) document.styles.push(style);
  const level = Math.min(6, document.styles.indexOf(style) + 1);
  document.level.now = level;
  return { fragments: inlineBlock(text, document, { kind: 'heading', level }), end };
}

function transition({ lines, at }: RstLines): Step | undefined {
  return RULER.test(lines[at] ?? '') && isEmptyLine(lines[at + 1]) ? { fragments: [], end: at + 1 } : undefined;
}

/** What begins with two dots: directives, notes, targets, comments. Also the targets without a name, "__ address". */
function explicit({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  const line = lines[at] ?? '';
  if (/^__[ \t]+\S/u.test(line)) return { fragments: [], end: at + 1 };
  const mark = EXPLICIT.exec(line)?.[0];
  if (mark === undefined) return undefined;
  const { lines: below, end } = indentedLines({ lines, at: at + 1 });
  const head = line.slice(mark.length);
  const note = /^\[(\d{1,4}|#[\w-]{0,60}|\*|[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,60})\](?:[ \t]+|$)/u.exec(head);
  if (note !== null) {
    const label = /^[\d#*]/u.test(note[1] ?? '') ? '' : `[${note[1]}] `;
    return {
      fragments: withRole(rstFragments([`${label}${head.slice(note[0].length)}`, ...below], document), 'footnote'),
      end,
    };
  }
  const [, name, rest] = /^([\p{L}\p{N}][\w:+.-]{0,60})[ \t]?::(?:[ \t]+|$)([\s\S]*)$/u.exec(head) ?? [];
  if (name === undefined) return { fragments: [], end };
  const fragments = directiveFragments(
    { name: name.toLowerCase(), argument: rest ?? '', body: below },
    document,
    rstFragments,
  );
  return { fragments, end };
}

function table(place: RstLines, { names }: RstDocument): Step | undefined {
  const found = tableAt(place);
  return found && { fragments: rowFragments(found.rows, (cell) => rstInline(cell, names)), end: found.end };
}

function doctest({ lines, at }: RstLines): Step | undefined {
  if (!/^>>>(?:\s|$)/u.test(lines[at] ?? '')) return undefined;
  let end = at;
  while (!isEmptyLine(lines[end])) end += 1;
  return { fragments: [{ kind: 'paragraph', role: 'code', text: lines.slice(at, end).join('\n') }], end };
}

/** Lines behind bars are verses or an address: each is by itself. */
function lineBlock({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  if (!/^\|(?:[ \t]|$)/u.test(lines[at] ?? '')) return undefined;
  const found: string[] = [];
  let end = at;
  for (; !isEmptyLine(lines[end]); end += 1) {
    const line = entryAt(lines, end);
    if (/^\|(?:[ \t]|$)/u.test(line)) found.push(line.slice(1));
    else found.push(`${found.pop() ?? ''} ${line}`);
  }
  return { fragments: found.flatMap((line) => inlineBlock(line, document)), end };
}

function bulletItem(place: RstLines, document: RstDocument): Step | undefined {
  return item(place, BULLET, document);
}

/** "A. Einstein was" begins no list if the next line is not indented below it. */
function numberedItem(place: RstLines, document: RstDocument): Step | undefined {
  const next = place.lines[place.at + 1];
  if (!isEmptyLine(next) && indentOf(next ?? '') === 0 && !NUMBER.test(next ?? '')) return undefined;
  return item(place, NUMBER, document);
}

/** Bullets and numbers go, as they do in Markdown; letters and Roman numbers name clauses and stay. */
function item({ lines, at }: RstLines, mark: RegExp, document: RstDocument): Step | undefined {
  const line = lines[at] ?? '';
  const found = mark.exec(line)?.[0];
  if (found === undefined) return undefined;
  const { lines: below, end } = indentedLines({ lines, at: at + 1 }, Math.max(1, found.length));
  const label = /\p{L}/u.test(found) ? found : '';
  const content = [label + line.slice(found.length), ...below];
  return { fragments: withRole(rstFragments(content, document), 'item'), end };
}

/** ":name: what it is", as in lists of arguments. */
function field({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  const [mark, name = ''] = FIELD.exec(lines[at] ?? '') ?? [];
  if (mark === undefined) return undefined;
  const { lines: below, end } = indentedLines({ lines, at: at + 1 });
  if (MACHINERY.test(name)) return { fragments: [], end };
  const content = [`${name}: ${entryAt(lines, at).slice(mark.length)}`.trimEnd(), ...below];
  return { fragments: withRole(rstFragments(content, document), 'item'), end };
}

/** "-v, --verbose  Say more" */
function option({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  const mark = OPTION.exec(lines[at] ?? '')?.[0];
  const { lines: below, end } = indentedLines({ lines, at: at + 1 });
  if (mark === undefined || (below.length === 0 && mark.length === entryAt(lines, at).length)) return undefined;
  return {
    fragments: inlineBlock([lines[at], ...below].join(' '), document, { kind: 'paragraph', role: 'item' }),
    end,
  };
}

function quotation({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  if (indentOf(lines[at] ?? '') === 0) return undefined;
  const { lines: inner, end } = indentedLines({ lines, at });
  return { fragments: withRole(rstFragments(inner, document), 'quote'), end };
}

/** A line with indented ones right below it is a term, and they explain it. */
function definition({ lines, at }: RstLines, document: RstDocument): Step | undefined {
  const next = lines[at + 1];
  if (isEmptyLine(next) || indentOf(next ?? '') === 0 || entryAt(lines, at).trimEnd().endsWith('::')) return undefined;
  const { lines: inner, end } = indentedLines({ lines, at: at + 1 });
  const term = inlineBlock(entryAt(lines, at), document, { kind: 'paragraph', role: 'item' });
  return { fragments: [...term, ...withRole(rstFragments(inner, document), 'item')], end };
}

/** Lines up to an empty one; behind "::" comes a literal block. */
function textParagraph({ lines, at }: RstLines, document: RstDocument): Step {
  let end = at + 1;
  while (!isEmptyLine(lines[end]) && indentOf(lines[end] ?? '') === 0 && !beginsMarkup(lines, end)) end += 1;
  const text = lines.slice(at, end).join('\n').trimEnd();
  if (!text.endsWith('::')) return { fragments: inlineBlock(text, document), end };
  const literal = literalBlock({ lines, at: end });
  const words = text.replace(/^::$|(?<=\s)::$|:(?=:$)/u, '').replace(/:$/u, literal === undefined ? '::' : ':');
  const said =
    words === ':' ? [] : inlineBlock(text === '::' || /\s::$/u.test(text) ? text.slice(0, -2) : words, document);
  return { fragments: [...said, ...(literal?.fragments ?? [])], end: literal?.end ?? end };
}

/** A table or directive right below a line of text is no part of it, nor is a list below a colon, though the processor would join it. */
function beginsMarkup(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return (
    /^\.\.[ \t]+[^\s]+::|^\+[-=]+\+/u.test(line) ||
    (/:[ \t]*$/u.test(lines[at - 1] ?? '') && (BULLET.test(line) || /^(?:\d{1,4}|#)[.)][ \t]+\S/u.test(line)))
  );
}

/** What is indented, or has the same mark before each line. */
function literalBlock({ lines, at }: RstLines): Step | undefined {
  let start = at;
  while (start < lines.length && isEmptyLine(lines[start])) start += 1;
  const { lines: inner, end } = indentedLines({ lines, at: start });
  if (inner.length > 0) return { fragments: [{ kind: 'paragraph', role: 'code', text: inner.join('\n') }], end };
  const mark = /^[!-/:-@[-`{-~]/u.exec(lines[start] ?? '')?.[0];
  if (mark === undefined || RULER.test(lines[start] ?? '')) return undefined;
  const quoted = lines.slice(start).findIndex((line) => !line.startsWith(mark));
  const behind = quoted === -1 ? lines.length : start + quoted;
  const text = lines.slice(start, behind).join('\n');
  return { fragments: [{ kind: 'paragraph', role: 'code', text }], end: behind };
}
