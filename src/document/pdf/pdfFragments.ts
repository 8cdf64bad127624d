import type { Fragment } from '../../segment/fragment.ts';
import { headingDepth, isAllCaps, isHeadingLike, isListItem } from '../../segment/shape.ts';
import { contentsLines, contentsPages, isContentsName } from './outside/contentsLines.ts';
import { joinLines, vocabularyOf } from './joinLines.ts';
import { CAPTION, isPlainCaption } from './captionLine.ts';
import { withCaptionTexts, withoutLabels } from './captions.ts';
import { withFirstTitle } from './title/firstTitle.ts';
import { footLines, withNotes } from './footNotes.ts';
import type { Kinded } from './kinded.ts';
import { listing, withWholeListings } from './listing.ts';
import { paragraphsOf, settingOf, type Setting } from './paragraphs.ts';
import { isTabbed } from './rows.ts';
import { isLeader, LINE_ENDS, usualOf, type PdfLine } from './pdfLine.ts';
import { slideTitles } from './slideTitles.ts';
import { withoutTableHeads } from './tableHeads.ts';
import { withWholeFormulas } from './wholeFormulas.ts';
import { withWholeHeadings } from './wholeHeadings.ts';
import { isDay } from './title/isDay.ts';
import { withoutTitleLines } from './title/titleLines.ts';

/** What a file's list of contents calls a heading, and how deep it is. */
export interface OutlineEntry {
  readonly title: string;
  /** From 1. */
  readonly depth: number;
}

const HEADING_SIZE = 1.1;
/** Headings in bold may be smaller than the text. */
const BOLD_SIZE = 0.85;
/** The state or number of a document, and a street: lines of a cover or letter. */
const FIELD = /^(?:(?:status|version|date)\s?:|(?:RIN|ISBN|ISSN|DOI)\b)/iu;
const ADDRESS =
  /^\d{1,6}\s(?:[NSEW]{1,2}\.?\s)?\p{Lu}[\p{L}.\s]{1,40}\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Place|Pl|Square|Highway|Hwy)\b\.?/u;
/** A line with a year behind that many letters names something: "Regular meeting, May 2023". */
const NAMED_MIN_LETTERS = 15;
/** A short line by itself is a heading from here on. */
const LARGER = 1.05;
const NOTE_SIZE = 0.93;
const HEADING_MAX_CHARS = 200;
/** What ends as a sentence does is one from here on, in letters of any size. */
const SENTENCE_MIN_CHARS = 60;
/** What parts of papers are called, however they are set. */
const PART =
  /^(?:abstract|summary|introduction|conclusions?|references|bibliography|acknowledge?ments?|appendix|contents)$/iu;
/** Share of a file's letters that are all as wide, above which that is how it is set, and says nothing about code. */
const TYPEWRITER_SHARE = 0.6;

/**
 * Makes blocks of the lines of a PDF. The title is set largest on the first page; headings are set larger or bolder
 * than the text, or are in the file's own list of contents; notes are smaller, at the foot of a page.
 */
export function pdfFragments(
  read: readonly (readonly PdfLine[])[],
  outline: readonly OutlineEntry[],
): readonly Fragment[] {
  const pages = withoutTypewriter(read);
  const lines = pages.flat();
  const setting = settingOf(lines);
  const vocabulary = vocabularyOf(lines);
  const contents = contentsPages(pages);
  const entries = contentsLines(pages);
  const titles = slideTitles(pages);
  const notes = pages.map((page) => footLines(page, setting));
  const flow = pages.flatMap((page, index) => page.filter((line) => !notes[index]?.has(line)));
  const body = paragraphsOf(flow, setting);
  const feet = notes.flatMap((page) => paragraphsOf([...page], setting));
  const kindedOf = (paragraph: readonly PdfLine[], role?: 'footnote'): readonly Kinded[] =>
    kinded(paragraph, { setting, outline: byTitle(outline), vocabulary, role, contents, entries, titles });
  return withNotes(
    withLevels(
      withWholeHeadings(
        withoutTableHeads(
          withoutTitleLines(
            withFirstTitle(
              withWholeFormulas(
                withoutLabels(withWholeListings(withCaptionTexts(body.flatMap((paragraph) => kindedOf(paragraph))))),
              ),
              setting,
            ),
          ),
        ),
      ),
      setting,
    ),
    feet.flatMap((paragraph) => kindedOf(paragraph, 'footnote')),
  ).map(({ lines: _lines, ...fragment }) => fragment);
}

/** What is on a list of contents besides its lines with numbers: names, and the beginnings of long titles. */
function isEntryOfContents(lines: readonly PdfLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ');
  return text.length <= HEADING_MAX_CHARS && !isContentsName(text) && !/[.!?]$/u.test(text);
}

/** Takes the letters of a typewriter for those of a text where most of it is set so. */
function withoutTypewriter(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const [all, mono] = pages
    .flat()
    .reduce<readonly [number, number]>(
      ([sum, part], line) => [sum + line.text.length, part + (line.mono ? line.text.length : 0)],
      [0, 0],
    );
  return mono < all * TYPEWRITER_SHARE ? pages : pages.map((lines) => lines.map((line) => ({ ...line, mono: false })));
}

interface Known {
  readonly setting: Setting;
  readonly outline: ReadonlyMap<string, number>;
  readonly vocabulary: ReadonlySet<string>;
  readonly role: 'footnote' | undefined;
  /** The pages with a list of contents. */
  readonly contents: ReadonlySet<number>;
  /** The lines of other lists of contents. */
  readonly entries: ReadonlySet<PdfLine>;
  /** The lines of the titles of slides. */
  readonly titles: ReadonlySet<PdfLine>;
}

function kinded(lines: readonly PdfLine[], known: Known): readonly Kinded[] {
  const { setting, outline, vocabulary, role, contents, entries, titles } = known;
  const [first] = lines;
  if (!first) return [];
  if (lines.every(({ mono }) => mono) && role === undefined)
    return [{ kind: 'paragraph', role: 'code', text: listing(lines), page: first.page, lines }];
  if (
    lines.some(isLeader) ||
    lines.every((line) => entries.has(line)) ||
    (contents.has(first.page) && /\t\d{1,4}$/u.test(first.text))
  )
    return [{ kind: 'paragraph', role: 'furniture', text: joinLines(lines, vocabulary).text, page: first.page, lines }];
  if (contents.has(first.page) && isEntryOfContents(lines))
    return [{ kind: 'paragraph', role: 'furniture', text: joinLines(lines, vocabulary).text, page: first.page, lines }];
  if (isTabbed(first)) return [{ kind: 'paragraph', role: 'row', text: first.text, page: first.page, lines }];
  const { text, pageTurns } = joinLines(lines, vocabulary);
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const place = { page: first.page, ...(pageTurns.length === 0 ? {} : { pageTurns }), lines };
  if (role !== undefined) return [{ kind: 'paragraph', role, text, ...place }];
  if (CAPTION.test(text) || isPlainCaption(text)) return [{ kind: 'caption', text, ...place }];
  const depth = outline.get(foldedHeading(text));
  if (depth !== undefined && lines.length <= 4)
    return [{ kind: 'heading', level: Math.min(6, depth + 1), text, ...place }];
  if (lines.every((line) => titles.has(line))) return [{ kind: 'heading', level: 2, text, ...place }];
  if (isHeading(lines, text, setting) || (lines.length === 1 && PART.test(text)))
    return [{ kind: 'heading', text, ...place }];
  if (isListItem(text)) return [{ kind: 'paragraph', role: 'item', text, ...place }];
  return [{ kind: 'paragraph', text, ...place }];
}

function isHeading(lines: readonly PdfLine[], text: string, { size }: Setting): boolean {
  const [first] = lines;
  if (!first || text.length > HEADING_MAX_CHARS || lines.length > 4 || !/\p{L}/u.test(text)) return false;
  if (/\S@\S/u.test(text) || FIELD.test(text) || ADDRESS.test(text) || isDay(text) || /^[•‣◦⁃▪●○■□]/u.test(text))
    return false;
  const larger = first.size >= size * HEADING_SIZE;
  if (larger && text.length > SENTENCE_MIN_CHARS && /[^.][.。]["”’»]?(?:$|\s\p{Lu}\p{Ll}+\s\p{Ll})/u.test(text))
    return false;
  if (larger) return !LINE_ENDS.test(text) || /[?!]$/u.test(text) || first.size >= size * 1.3;
  if (first.size >= size * LARGER && lines.length === 1 && text.length <= SENTENCE_MIN_CHARS && isHeadingLike(text))
    return true;
  // Small capitals are smaller than the text.
  const isNumbered = isAllCaps(text) && headingDepth(text) !== undefined;
  const bold = lines.every((line) => line.bold);
  const isSmall = first.size < size * (bold ? BOLD_SIZE : NOTE_SIZE);
  if ((isSmall && !isNumbered) || lines.length > 2) return false;
  if (
    first.italic &&
    lines.length === 1 &&
    isTitleCase(text) &&
    text.length <= SENTENCE_MIN_CHARS &&
    isHeadingLike(text)
  )
    return true;
  return (
    (bold || (isAllCaps(text) && text.length > 3)) &&
    isHeadingLike(bold && lines.length === 1 ? text.replace(/:$/u, '') : text) &&
    !/^[^\p{L}]*$/u.test(text) &&
    (!/\d{4,}$/u.test(text) ||
      (/\b(?:19|20)\d\d$/u.test(text) && (text.match(/\p{L}/gu)?.length ?? 0) >= NAMED_MIN_LETTERS))
  );
}

/** Whether the longer words of a line begin with capitals, as those of headings do and of emphasised sentences do not. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 0 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Gives headings that are in no list of contents their levels, by their sizes; the smallest are set as the text is. */
function withLevels(fragments: readonly Kinded[], { size }: Setting): readonly Kinded[] {
  const sizeOf = ({ lines }: Kinded): number => Math.max(size, Math.round(lines[0]?.size ?? size));
  const sizes = [
    ...new Set(fragments.filter(({ kind, level }) => kind === 'heading' && level === undefined).map(sizeOf)),
  ].toSorted((a, b) => b - a);
  return withEvenDepths(
    fragments.map((fragment) =>
      fragment.kind === 'heading' && fragment.level === undefined
        ? { ...fragment, level: Math.min(6, sizes.indexOf(sizeOf(fragment)) + 2) }
        : fragment,
    ),
  );
}

/** Gives headings that are numbered alike, "3.1" and "4.2", the level that most of them have, whatever their sizes. */
function withEvenDepths(fragments: readonly Kinded[]): readonly Kinded[] {
  const depthOf = ({ kind, text, level = 1 }: Kinded): number =>
    kind === 'heading' && level > 1 && /^\d/u.test(text) ? (headingDepth(text) ?? 0) : 0;
  const usual = new Map(
    [...Map.groupBy(fragments, depthOf)].map(([depth, alike]) => [
      depth,
      usualOf(alike.flatMap(({ level }) => (level === undefined ? [] : [[level, 1] as const]))),
    ]),
  );
  return fragments.map((fragment) => {
    const level = depthOf(fragment) === 0 ? undefined : usual.get(depthOf(fragment));
    return level === undefined ? fragment : { ...fragment, level };
  });
}

function byTitle(outline: readonly OutlineEntry[]): ReadonlyMap<string, number> {
  return new Map(outline.map(({ title, depth }) => [foldedHeading(title), depth]));
}

/** A heading without its number and signs, which lists of contents often lack. */
function foldedHeading(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.replace(
    /^(?:(?:chapter|section|part|appendix|kapitel)\s)?(?:\d{1,3}\s|[ivxlc]{1,5}\s|[a-z]\s(?=\d|\p{L}{3}))+/u,
    '',
  );
}
