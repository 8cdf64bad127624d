import type { Fragment } from '../../segment/fragment.ts';
import { dateOf } from '../../segment/dateOf.ts';
import { isFurnitureLine } from '../../segment/furnitureLines.ts';
import { headingDepth, weight } from '../../segment/shape.ts';
import { folded } from './title/folded.ts';

/** The shortest paragraph that is surely text and no label, in widths of a Latin letter. */
const PROSE_CHARS = 60;
/** Paragraphs of text that show a page to be one, and not a list of links. */
const PROSE_MIN = 4;
/** Places with links alone for each paragraph of text, above which these are its text, as the headings of notices are. */
const TEASER_SHARE = 0.25;

/**
 * Marks as furniture what is around the text of a page, or between its paragraphs: what is above its title, paragraphs and
 * lists that are nothing but links and that nothing introduces, and headings of such. All stays in the source.
 */
export function withoutSurroundings(
  fragments: readonly Fragment[],
  { title, authors }: { readonly title: string | undefined; readonly authors: readonly string[] },
): readonly Fragment[] {
  const teasers = teasersOf(fragments);
  const start = fragments.findIndex(isText);
  const entries = entriesOf(fragments);
  const at = titleAt(fragments, title);
  const marked = fragments.map((fragment, index): Fragment =>
    (index < at && fragment.kind !== 'caption') ||
    teasers.has(index) ||
    entries.has(index) ||
    (index <= start && isCredit(fragment, authors)) ||
    (index >= fragments.length - TAIL && isNote(fragment, authors))
      ? asFurniture(fragment)
      : index > at && (start === -1 || index <= start) && isDeck(fragment)
        ? { kind: 'paragraph', emphasised: 'emphasis', text: fragment.text }
        : fragment,
  );
  return withoutEmptyLabels(marked).filter((fragment, index) => index !== at || fragment.kind !== 'heading');
}

/** Blocks at the end of a page among which are notes about its author and its rights. */
const TAIL = 4;
const NOTE_MAX_CHARS = 500;
const RIGHTS =
  /\b(?:subject to copyright|all rights reserved|originally (?:appeared|published)|(?:first|originally) (?:appeared|published) (?:on|in|at|by)|republished (?:from|under|with))\b/iu;

/** Whether a block at the end of a page says who wrote it or who owns it: "Jane Roe is a reporter for …". */
function isNote({ kind, text }: Fragment, authors: readonly string[]): boolean {
  if (kind === 'caption' || text.length > NOTE_MAX_CHARS) return false;
  if (RIGHTS.test(text)) return true;
  return authors.some(
    (name) =>
      name.includes(' ') &&
      text.startsWith(name) &&
      /^(?:$|,? (?:is|was|covers|writes|reports|has been|works|lives)\b)/u.test(text.slice(name.length)),
  );
}

/** What is said of a day on which a text came out, besides the day. */
const DAY_WORDS =
  /\b(?:by|and|published|updated|posted|created|modified|last|first|on|at|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}|[ap]\.?m|[ecmp][sd]t|[bc]?est|cet|utc|gmt)\b/giu;

/** Whether a line above the text only names its authors and its day: "The Associated Press Published Monday, November 18, 2019 8:22AM EST". */
function isCredit({ kind, role, text }: Fragment, authors: readonly string[]): boolean {
  if (kind === 'caption' || role !== undefined || text.length > CREDIT_MAX_CHARS) return false;
  const bare = authors.reduce((rest, name) => rest.replace(name, ' '), text);
  if (kind === 'heading' && bare === text) return false;
  const rest = bare.replaceAll(/\d+(?:[ap]m)?/giu, ' ').replaceAll(DAY_WORDS, ' ');
  return !/\p{L}/u.test(rest) && (bare !== text || dateOf(text) !== undefined || DATED.test(text));
}

const CREDIT_MAX_CHARS = 160;
/** A day with its year, and what it is the day of. */
const DATED = /^(?:published|updated|posted|created|modified|last).*\b\d{4}\b/iu;
/** A heading above the text of a page that is longer than those of its parts. */
const DECK_MIN_CHARS = 90;

/** Whether a heading above all text says what the page is about in a sentence: it is no name of a part. */
function isDeck({ kind, text }: Fragment): boolean {
  return (
    kind === 'heading' && text.length >= DECK_MIN_CHARS && headingDepth(text) === undefined && !/[:?]$/u.test(text)
  );
}

/** Where the last heading above all text is that repeats the title or a part of it; -1 if none does. */
function titleAt(fragments: readonly Fragment[], title: string | undefined): number {
  if (title === undefined) return -1;
  const start = fragments.findIndex(isText);
  const isOfTitle = ({ kind, text }: Fragment): boolean =>
    kind === 'heading' && folded(text) !== '' && ` ${folded(title)} `.includes(` ${folded(text)} `);
  return fragments.slice(0, start === -1 ? fragments.length : start).findLastIndex(isOfTitle);
}

/** What leads from the beginning of another text to the rest of it. */
const READ_ON =
  /^(?:read (?:the rest|more|on|the full (?:story|article|post)|full (?:story|article|post))|(?:continue|keep) reading|weiter\s?lesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|leggi tutto|lees (?:meer|verder))(?:\s?[…»→›>]|\.{3})?$/iu;
/** A text that goes on elsewhere is cut short, with what it is called and its day above it. */
const ENTRY_MAX_CHARS = 700;
const ENTRY_HEAD_MAX = 2;
const ENTRIES_MIN = 2;
const CUT_SHORT = /(?:\[?(?:…|\.{3})\]?|[.!?]["”’»]?)$/u;

/** The beginnings of other texts that a page shows: heading, some lines, "Read the rest"; two and more of them beside a text of its own. */
function entriesOf(fragments: readonly Fragment[]): ReadonlySet<number> {
  const found = new Set<number>();
  let entries = 0;
  for (const [index, { kind, text }] of fragments.entries()) {
    const cut = fragments[index - 1];
    if (kind === 'caption' || !READ_ON.test(text) || cut?.kind !== 'paragraph') continue;
    if (cut.text.length > ENTRY_MAX_CHARS || !CUT_SHORT.test(cut.text)) continue;
    let from = index - 1;
    while (
      from > 0 &&
      index - 1 - from < ENTRY_HEAD_MAX &&
      fragments[from]?.kind !== 'heading' &&
      isEntryHead(fragments[from - 1])
    )
      from -= 1;
    if (from === index - 1) continue;
    entries += 1;
    for (let at = from; at <= index; at += 1) found.add(at);
  }
  const isBeside = fragments.some((fragment, index) => !found.has(index) && isText(fragment));
  return entries >= ENTRIES_MIN && isBeside ? found : new Set();
}

function isEntryHead(fragment: Fragment | undefined): boolean {
  return (
    fragment !== undefined &&
    fragment.kind !== 'caption' &&
    fragment.text.length <= CREDIT_MAX_CHARS &&
    !READ_ON.test(fragment.text) &&
    !/[.!?]$/u.test(fragment.text)
  );
}

/** Whether a block reads as text: a paragraph of its own, not an entry of a menu, however long. */
function isText(fragment: Fragment): boolean {
  const { kind, role, text, isLinked } = fragment;
  return kind === 'paragraph' && role === undefined && isLinked !== true && weight(text) >= PROSE_CHARS;
}

function teasersOf(fragments: readonly Fragment[]): ReadonlySet<number> {
  const prose = fragments.filter(isText).length;
  const places: (readonly number[])[] = [];
  const labelled: number[] = [];
  for (let from = 0, to = 0; from < fragments.length; from = Math.max(to, from + 1)) {
    to = from;
    while (isTeaser(fragments[to]) && fragments[to]?.role === fragments[from]?.role) to += 1;
    if (to === from) continue;
    const run = Array.from({ length: to - from }, (_, at) => from + at);
    if (isLabelled(fragments[from - 1])) labelled.push(...run);
    else if (!isIntroduced(fragments, { from, to })) places.push(run);
  }
  if (prose < PROSE_MIN) return new Set();
  return new Set([...labelled, ...(places.length > prose * TEASER_SHARE ? [] : places.flat())]);
}

function isTeaser(fragment: Fragment | undefined): boolean {
  return (
    fragment?.kind === 'paragraph' &&
    fragment.isLinked === true &&
    (fragment.role === undefined || fragment.role === 'item')
  );
}

/** Whether what is above links calls them pointers to other pages; those that an encyclopedia lists under "See also" are of its text. */
function isLabelled(before: Fragment | undefined): boolean {
  return before?.kind === 'heading' && isFurnitureLine(before.text) && !/^see also/iu.test(before.text);
}

/** Whether a colon, a heading, or other items of the same list introduce links. */
function isIntroduced(
  fragments: readonly Fragment[],
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const before = fragments[from - 1];
  if (before === undefined || before.kind === 'heading' || /[:：]$/u.test(before.text)) return true;
  const role = fragments[from]?.role;
  return role === 'item' && (before.role === 'item' || fragments[to]?.role === 'item');
}

/** What is above pointers to other pages and never above text; where those were taken out, the text goes on below it. */
const POINTER =
  /^(?:related(?: (?:stor(?:y|ies)|articles?|content|coverage|links?))?|read (?:more|also|next)|recommended(?: (?:stories|for you))?|most (?:read|popular|viewed)|trending(?: now)?|you (?:may|might) also like|don['’]t miss|up next|top stories|advertisement|more (?:stories|articles|headlines|like this))\s?:?$/iu;

/** Makes furniture of headings such as "Related" below which nothing is left, or links alone. */
function withoutEmptyLabels(fragments: readonly Fragment[]): readonly Fragment[] {
  return fragments.map((fragment, index) => {
    if (fragment.kind !== 'heading' || !isFurnitureLine(fragment.text)) return fragment;
    if (fragments[index + 1]?.role === 'furniture' || POINTER.test(fragment.text)) return asFurniture(fragment);
    const next = fragments.slice(index + 1).find(({ role }) => role !== 'furniture');
    return next === undefined || next.kind === 'heading' ? asFurniture(fragment) : fragment;
  });
}

function asFurniture({ text, page }: Fragment): Fragment {
  return { kind: 'paragraph', role: 'furniture', text, ...(page === undefined ? {} : { page }) };
}
