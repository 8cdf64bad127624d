import { entryAt } from '../../runtime/entryAt.ts';
import type { Fragment } from '../fragment.ts';
import { withRole } from '../withRole.ts';
import { orgInline } from './orgInline.ts';

/** The lines of a document, and the notes that were found in its text. */
interface OrgDocument {
  readonly lines: readonly string[];
  readonly notes: string[];
  readonly depth: number;
  /** The last line that ends each kind of block, and drawers. */
  readonly lastEnds: ReadonlyMap<string, number>;
}

/** What a reader made of the lines that it took. */
interface OrgStep {
  readonly fragments: readonly Fragment[];
  /** The first line that it did not take. */
  readonly end: number;
}

type OrgReader = (document: OrgDocument, at: number) => OrgStep | undefined;

const HEADLINE = /^(\*+)[ \t]+(.*)$/u;
const ITEM = /^([ \t]*)(?:[-+]|\d{1,4}[.)]|[ \t]\*)(?:[ \t]+|$)(?:\[@\d{1,4}\][ \t]*)?/u;
const BEGIN = /^[ \t]*#\+begin_([\w-]{1,40})(?:[ \t].*)?$/iu;
const KEYWORD = /^[ \t]*#\+([\w-]{1,40})(?:\[[^[\]]{0,100}\])?:[ \t]*(.*)$/u;
const DRAWER = /^[ \t]*:([\w-]{1,40}):[ \t]*$/u;
const PLANNING = /^[ \t]*(?:DEADLINE|SCHEDULED|CLOSED):[ \t]/u;
const CLOCK = /^[ \t]*CLOCK:/u;
const NOTE = /^\[fn:([\p{L}\p{N}_-]{1,60})\][ \t]*(.*)$/u;
const COMMENT = /^[ \t]*#(?:[ \t]|$)/u;
const LITERAL = /^[ \t]*:(?: (.*))?$/u;
const TABLE = /^[ \t]*\|/u;
/** Drawers that hold nothing for readers. */
const MACHINERY = /^(?:properties|logbook|clock)$/iu;
/** A headline or another drawer ends one that nothing closes. */
const DRAWER_END = /^[ \t]*:(?:end|properties|logbook|clock):[ \t]*$|^\*+[ \t]/iu;
const CODE = /^(?:src|example|verbatim|ascii)$/iu;
const HIDDEN = /^(?:comment|export|comment_block)$/iu;
/** Nobody nests deeper; what is deeper is read as one paragraph. */
const DEPTH_MAX = 20;

/** In order: the first that can read something at a line reads it. */
const READERS: readonly OrgReader[] = [
  headline,
  delimited,
  keyword,
  comment,
  drawer,
  planning,
  noteBelow,
  literalLines,
  tableRows,
  listItem,
  orgParagraph,
];

/** Lists the blocks of lines of Org in reading order, without marks; what is noted comes last. */
export function orgFragments(lines: readonly string[]): readonly Fragment[] {
  const notes: string[] = [];
  const read = fragmentsIn({ lines, notes, depth: 0, lastEnds: lastEnds(lines) });
  const isNote = ({ role }: Fragment): boolean => role === 'footnote';
  return [
    ...read.filter((fragment) => !isNote(fragment)),
    ...read.filter(isNote),
    ...notes.map((said): Fragment => ({ kind: 'paragraph', role: 'footnote', text: said })),
  ];
}

function fragmentsIn(document: OrgDocument): readonly Fragment[] {
  if (document.depth > DEPTH_MAX) return written(document.lines.join('\n'), document);
  const found: Fragment[] = [];
  let at = 0;
  while (at < document.lines.length) {
    if (entryAt(document.lines, at).trim() === '') {
      at += 1;
      continue;
    }
    let step: OrgStep | undefined;
    for (const reader of READERS) if ((step = reader(document, at)) !== undefined) break;
    found.push(...(step?.fragments ?? []));
    at = Math.max(at + 1, step?.end ?? 0);
  }
  return found;
}

/** What a line ends, in small letters: "#+end_quote", ":end:"; undefined if it ends nothing. */
function endOf(line: string): string | undefined {
  const words = line.trim().toLowerCase();
  return /^(?:#\+end_\S+|:end:)$/u.test(words) ? words : undefined;
}

function lastEnds(lines: readonly string[]): OrgDocument['lastEnds'] {
  return new Map(
    lines.flatMap((line, index) => {
      const end = endOf(line);
      return end === undefined ? [] : [[end, index] as const];
    }),
  );
}

function written(
  words: string,
  { notes }: Pick<OrgDocument, 'notes'>,
  fragment: Omit<Fragment, 'text'> = { kind: 'paragraph' },
): readonly Fragment[] {
  const read = orgInline(words, notes);
  return read === '' ? [] : [{ ...fragment, text: read }];
}

/** Stars make the level, a tree that is a comment is left out; tags and the priority are for sorting, the state ("TODO", "DONE") is said. */
function headline(document: OrgDocument, at: number): OrgStep | undefined {
  const [, stars, words] = HEADLINE.exec(entryAt(document.lines, at)) ?? [];
  if (stars === undefined || words === undefined) return undefined;
  if (/^COMMENT(?:[ \t]|$)/u.test(words))
    return { fragments: [], end: endOfTree(document.lines, at + 1, stars.length) };
  const title = words
    .replace(/[ \t]+:(?:[\p{L}\p{N}_@#%]{1,60}:){1,20}[ \t]*$/u, '')
    .replace(/^(\p{Lu}{2,15}[ \t]+)?\[#\w\][ \t]*/u, '$1');
  return {
    fragments: written(title, document, { kind: 'heading', level: Math.min(6, stars.length) }),
    end: at + 1,
  };
}

/** The next headline that is no deeper. */
function endOfTree(lines: readonly string[], from: number, level: number): number {
  let at = from;
  while (at < lines.length && (HEADLINE.exec(entryAt(lines, at))?.[1]?.length ?? Infinity) > level) at += 1;
  return at;
}

/** "#+BEGIN_QUOTE" to its end, which may hold other blocks. */
function delimited(document: OrgDocument, at: number): OrgStep | undefined {
  const { lines, depth } = document;
  const name = BEGIN.exec(entryAt(lines, at))?.[1];
  if (name === undefined) return undefined;
  const close = `#+end_${name.toLowerCase()}`;
  if ((document.lastEnds.get(close) ?? -1) < at) return { fragments: [], end: at + 1 };
  let until = at + 1;
  while (until < lines.length && endOf(entryAt(lines, until)) !== close) until += 1;
  const inner = lines.slice(at + 1, until);
  const end = until + 1;
  if (HIDDEN.test(name)) return { fragments: [], end };
  if (CODE.test(name))
    return { fragments: codeBlock(inner.map((line) => line.replace(/^([ \t]*),(?=[*,]|#\+)/u, '$1'))), end };
  if (/^verse$/iu.test(name)) return { fragments: inner.flatMap((line) => written(line, document)), end };
  const content = fragmentsIn({ ...document, lines: inner, depth: depth + 1, lastEnds: lastEnds(inner) });
  return { fragments: /^quote$/iu.test(name) ? withRole(content, 'quote') : content, end };
}

/** "#+KEY: value": what is said above a picture or table is its caption, the rest is for the program. */
function keyword({ lines, notes }: OrgDocument, at: number): OrgStep | undefined {
  const [, key, value] = KEYWORD.exec(entryAt(lines, at)) ?? [];
  if (key === undefined)
    return /^[ \t]*#\+[\w-]+/u.test(entryAt(lines, at)) ? { fragments: [], end: at + 1 } : undefined;
  const fragments = /^caption$/iu.test(key) ? written(value ?? '', { notes }, { kind: 'caption' }) : [];
  return { fragments, end: at + 1 };
}

function comment({ lines }: OrgDocument, at: number): OrgStep | undefined {
  return COMMENT.test(entryAt(lines, at)) ? { fragments: [], end: at + 1 } : undefined;
}

/** ":PROPERTIES:" to ":END:"; other drawers hold text. */
function drawer({ lines, lastEnds }: OrgDocument, at: number): OrgStep | undefined {
  const name = DRAWER.exec(entryAt(lines, at))?.[1];
  if (name === undefined) return undefined;
  if (!MACHINERY.test(name) || (lastEnds.get(':end:') ?? -1) < at) return { fragments: [], end: at + 1 };
  let until = at + 1;
  while (until < lines.length && !DRAWER_END.test(entryAt(lines, until))) until += 1;
  return { fragments: [], end: endOf(lines[until] ?? '') === ':end:' ? until + 1 : at + 1 };
}

/** When something is due is said; when somebody worked on it is not. */
function planning(document: OrgDocument, at: number): OrgStep | undefined {
  const line = entryAt(document.lines, at);
  if (CLOCK.test(line)) return { fragments: [], end: at + 1 };
  return PLANNING.test(line) ? { fragments: written(line, document), end: at + 1 } : undefined;
}

function noteBelow(document: OrgDocument, at: number): OrgStep | undefined {
  const words = NOTE.exec(entryAt(document.lines, at))?.[2];
  if (words === undefined) return undefined;
  const end = endOfText(document, at + 1, 0);
  const said = [words, ...document.lines.slice(at + 1, end)].join('\n');
  return { fragments: written(said, document, { kind: 'paragraph', role: 'footnote' }), end };
}

/** Lines behind a colon are shown as they are. */
function literalLines({ lines }: OrgDocument, at: number): OrgStep | undefined {
  let end = at;
  while (LITERAL.test(lines[end] ?? '')) end += 1;
  if (end === at) return undefined;
  return { fragments: codeBlock(lines.slice(at, end).map((line) => LITERAL.exec(line)?.[1] ?? '')), end };
}

function tableRows({ lines, notes }: OrgDocument, at: number): OrgStep | undefined {
  let end = at;
  while (TABLE.test(lines[end] ?? '')) end += 1;
  if (end === at) return undefined;
  const rows = lines.slice(at, end).filter((line) => !/^[ \t]*\|[-+|]*$/u.test(line.trimEnd()));
  const fragments = rows.flatMap((line): readonly Fragment[] => {
    const cells = line
      .trim()
      .replace(/^\||\|$/gu, '')
      .split('|');
    const row = cells
      .map((cell) => orgInline(cell, notes))
      .join('\t')
      .trim();
    return row === '' || /^(?:<[lrc]?\d*>\s*)+$/u.test(row) ? [] : [{ kind: 'paragraph', role: 'row', text: row }];
  });
  return { fragments, end };
}

/** An item, with what is indented below it. */
function listItem(document: OrgDocument, at: number): OrgStep | undefined {
  const { lines } = document;
  const [mark, indent = ''] = ITEM.exec(entryAt(lines, at)) ?? [];
  if (mark === undefined) return undefined;
  const least = indent.length;
  let end = at + 1;
  while (end < lines.length && isOfItem(lines, end, least)) end += 1;
  const first = entryAt(lines, at).slice(mark.length);
  const below = lines.slice(at + 1, end);
  // "- #+title: names it" is about a keyword and none.
  const isText = KEYWORD.test(first) || COMMENT.test(first) || HEADLINE.test(first);
  const inner = isText ? below : [first, ...below];
  const read = fragmentsIn({ ...document, lines: inner, depth: document.depth + 1, lastEnds: lastEnds(inner) });
  return { fragments: withRole([...(isText ? written(first, document) : []), ...read], 'item'), end };
}

/** Whether a line is indented further than an item's bullet; two empty lines end a list. */
function isOfItem(lines: readonly string[], at: number, indent: number): boolean {
  const line = entryAt(lines, at);
  if (HEADLINE.test(line)) return false;
  if (line.trim() !== '') return line.search(/\S/u) > indent;
  const next = lines[at + 1];
  return next !== undefined && next.trim() !== '' && !HEADLINE.test(next) && next.search(/\S/u) > indent;
}

function orgParagraph(document: OrgDocument, at: number): OrgStep {
  const indent = entryAt(document.lines, at).search(/\S/u);
  const end = endOfText(document, at + 1, indent);
  const lines = document.lines.slice(at, end);
  // Five hyphens part two sections.
  return { fragments: /^\s*-{5,}\s*$/u.test(lines.join('')) ? [] : written(lines.join('\n'), document), end };
}

/** The line behind a paragraph that goes on from before `at`. */
function endOfText({ lines }: OrgDocument, at: number, indent: number): number {
  let end = at;
  while (end < lines.length) {
    const line = entryAt(lines, end);
    const begins = [HEADLINE, BEGIN, KEYWORD, DRAWER, TABLE, NOTE, LITERAL, COMMENT].some((pattern) =>
      pattern.test(line),
    );
    const isItem = ITEM.test(line) && line.search(/\S/u) >= indent;
    if (line.trim() === '' || begins || isItem) break;
    end += 1;
  }
  return end;
}

function codeBlock(lines: readonly string[]): readonly Fragment[] {
  const shared = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u)));
  const words = lines
    .map((line) => line.slice(Number.isFinite(shared) ? shared : 0))
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return words.trim() === '' ? [] : [{ kind: 'paragraph', role: 'code', text: words }];
}
