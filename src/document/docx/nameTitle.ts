import { isHeadingLike } from '../../segment/shape.ts';
import { coverLine, isUnstyled, type CoverLine, type WordElement } from './coverLine.ts';

const HEAD_PARAGRAPHS = 8;
const TITLE_MAX_CHARS = 220;
const TITLE_MIN_SIZE = 1.25;
/** Lines in the middle above text that is not. */
const CENTRED_MAX = 4;
/** Lines of a cover that are set about as large as the largest; the one that says most of them is the title. */
const NEAR_SIZE = 0.9;
/** The name of a house or a part on a cover has few words. */
const NAME_MAX_WORDS = 3;
/** Share of the title's words that a line has where it is the title the file's properties name. */
const AGREED_SHARE = 0.6;
/** What only counts a document among others: "Appendix B". */
const LABEL =
  /^(?:appendix|annex|attachment|exhibit|enclosure|schedule|chapter|part|section|volume|anlage|anhang|kapitel|teil|annexe|chapitre|anexo|capítulo)\s\S{1,4}$/iu;
const TITLE_STYLE = /^tite?l[e]?$/iu;

/** Returns true if a line only counts a document among others: "Appendix B", "Chapter 1". */
export function isLabel(text: string): boolean {
  return LABEL.test(text.trim());
}

/** What else names a Word document: its properties, and the line at the head of each page. */
export interface OtherNames {
  readonly stated?: string | undefined;
  readonly running?: string | undefined;
}

/**
 * Gives the style "Title" to the one paragraph at the head of a Word document that is its title: of several in a row with that
 * style, or of the lines set larger than the text, the one that agrees with the title in the file's properties, else the
 * largest; where nothing is larger, the first of the centred lines that it begins with. A document that has a heading
 * above stays as it is. The name of a chapter under a running head, and later paragraphs with the style, are headings.
 */
export function nameTitle(document: WordElement, { stated, running }: OtherNames): WordElement {
  const body = document.children ?? [];
  const lines = body.map(coverLine).filter(({ text }) => text !== '');
  const first = lines.findIndex(({ element }) => isTitle(element));
  const end = lines.findIndex(({ element }, index) => index > first && !isTitle(element));
  const cover = coverOf(lines);
  // What has the style far below a cover is the name of a part.
  const isFar = first > HEAD_PARAGRAPHS && cover.length > 0;
  const styled = first === -1 || isFar ? [] : lines.slice(first, end === -1 ? lines.length : end);
  const title = chosenLine(styled.length > 0 ? styled : cover, stated);
  if (title === undefined) return document;
  const isOfPart = running !== undefined && isLabel(lines[lines.indexOf(title) - 1]?.text ?? '');
  return { ...document, children: body.map((element) => restyled(element)) };

  function restyled(element: WordElement): WordElement {
    if (element === title?.element) return isOfPart ? { ...element, ...HEADING } : { ...element, ...TITLE };
    if (!isTitle(element)) return element;
    return styled.some((line) => line.element === element) ? { ...element, ...PLAIN } : { ...element, ...HEADING };
  }
}

const TITLE = { styleId: 'Title', styleName: 'Title' };
const HEADING = { styleId: 'Heading1', styleName: 'heading 1' };
const PLAIN = { styleId: null, styleName: null };

function isTitle({ styleName }: WordElement): boolean {
  return TITLE_STYLE.test(styleName ?? '');
}

/** The lines at the head that could be the title by how they are set. */
function coverOf(lines: readonly CoverLine[]): readonly CoverLine[] {
  const usual = usualSize(lines);
  const heading = lines.findIndex(({ element }) => !isUnstyled(element));
  const head = lines.slice(0, Math.min(HEAD_PARAGRAPHS, heading === -1 ? HEAD_PARAGRAPHS : heading));
  const open = head.filter(({ text }) => text.length <= TITLE_MAX_CHARS && !isLabel(text));
  const large = open.filter(({ size }) => size >= usual * TITLE_MIN_SIZE);
  if (large.length > 0) return large;
  const end = head.findIndex(({ isCentred, isBold }) => !isCentred || !isBold);
  const first = head.slice(0, Math.max(0, end)).find((line) => open.includes(line));
  if (first !== undefined && lines.length > end + 1) return [first];
  const centred = head.findIndex(({ isCentred }) => !isCentred);
  const named = head
    .slice(0, Math.max(0, centred))
    .find((line) => open.includes(line) && isHeadingLike(line.text, TITLE_MAX_CHARS));
  return named === undefined || centred > CENTRED_MAX ? [] : [named];
}

function chosenLine(lines: readonly CoverLine[], stated: string | undefined): CoverLine | undefined {
  const agreed = stated === undefined ? [] : lines.filter(({ text }) => agrees(text, stated));
  const [largest, ...others] = (agreed.length > 0 ? agreed : lines).toSorted(
    (a, b) => b.size - a.size || b.text.length - a.text.length,
  );
  if (largest === undefined || lowerWords(largest.text).length > NAME_MAX_WORDS) return largest;
  // What says most of what is nearly as large: "Civil Division" is set larger than what that division reports.
  const near = others.filter(
    ({ size, text }) => size >= largest.size * NEAR_SIZE && lowerWords(text).length > NAME_MAX_WORDS,
  );
  return near.toSorted((a, b) => b.text.length - a.text.length)[0] ?? largest;
}

/** Whether a line and a title share most of the words of both. */
function agrees(text: string, stated: string): boolean {
  const [line, title] = [new Set(lowerWords(text)), new Set(lowerWords(stated))];
  const shared = [...title].filter((word) => line.has(word)).length;
  return shared >= Math.max(line.size, title.size) * AGREED_SHARE;
}

function lowerWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function usualSize(lines: readonly CoverLine[]): number {
  const chars = new Map<number, number>();
  for (const [size, length] of lines.flatMap(({ sizes }) => sizes)) chars.set(size, (chars.get(size) ?? 0) + length);
  return [...chars].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
