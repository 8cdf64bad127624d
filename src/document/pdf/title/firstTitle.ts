import { isByline, isHeadingLike, isNameLike, isNameList, TITLE_MAX_WEIGHT } from '../../../segment/shape.ts';
import { centredTitle, courtTitle, type TitleAt } from './headTitle.ts';
import { isDay } from './isDay.ts';
import type { Kinded } from '../kinded.ts';
import type { Setting } from '../paragraphs.ts';
import { isProse } from './titleLines.ts';

const TITLE_SIZE = 1.18;

/**
 * Puts the title first: what is set largest on the first page, or below the name of a court what that decided. What is above
 * it, such as a journal's name, follows.
 */
export function withFirstTitle(fragments: readonly Kinded[], { size }: Setting): readonly Kinded[] {
  const page = fragments[0]?.page;
  const onPage = fragments.filter((fragment) => fragment.page === page);
  const head = onPage.slice(0, HEAD_BLOCKS);
  const court = courtTitle(onPage.slice(0, COURT_BLOCKS));
  if (court !== undefined) return withTitleAt(withoutCourtHeadings(fragments), court);
  // A day set large, as on notices, is none.
  const sizes = head.map(({ text, lines }) => (isDay(text) || NO_TITLE.test(text) ? 0 : (lines[0]?.size ?? 0)));
  const largest = Math.max(...sizes, 0);
  const at = sizes.indexOf(largest);
  const title = head[at];
  if (!title || largest < size * TITLE_SIZE || title.text.length > 300 || !/\p{L}{2}/u.test(title.text)) {
    const plain = withPlainTitle(fragments);
    const centred = plain === fragments ? centredTitle(onPage) : undefined;
    return centred === undefined ? plain : withTitleAt(fragments, centred);
  }
  let until = at + 1;
  while (head[until]?.lines[0]?.size === largest && head[until]?.page === page && until < at + 3) until += 1;
  return withTitleAt(fragments, [at, until]);
}

/** What a document has above its title or below: its state, and what its first part is called. */
const NO_TITLE =
  /^(?:(?:status|version|revision|draft|date|entwurf)\b.{0,20}|(?:executive )?summary|abstract|introduction|(?:table of )?contents|inhalt(?:sverzeichnis)?|zusammenfassung)$/iu;

/** Blocks of the first page among which its title is, and the title of a paper of a court. */
const HEAD_BLOCKS = 12;
const COURT_BLOCKS = 20;

/** Makes paragraphs of what is set as headings above the text of a paper of a court: who decides on what, for whom. */
function withoutCourtHeadings(fragments: readonly Kinded[]): readonly Kinded[] {
  const prose = fragments.findIndex(
    ({ kind, text, page }) => page !== fragments[0]?.page || (kind === 'paragraph' && isProse(text)),
  );
  // The last one may name what is below.
  return fragments.map((fragment, index) =>
    index < prose - 1 && fragment.kind === 'heading' && fragment.level === undefined ? asParagraph(fragment) : fragment,
  );
}

function withTitleAt(fragments: readonly Kinded[], [at, until]: TitleAt): readonly Kinded[] {
  const parts = fragments.slice(at, until);
  const [title] = parts;
  if (!title) return fragments;
  const next = fragments[until];
  const rest = fragments.slice(until + 1);
  const text = parts.map((part) => part.text.replaceAll('\t', ' ')).join(' ');
  const { role: _role, ...bare } = title;
  const joined: Kinded = { ...bare, kind: 'heading', level: 1, text: text.replace(/,$/u, '') };
  const isBelow = next && isByLike(next.text) && next.kind !== 'caption' && !isHeadingOf(next, rest[0]);
  const above = fragments.slice(0, at);
  if (isBelow === true) return [joined, { ...asParagraph(next), emphasised: 'emphasis' }, ...above, ...rest];
  return [joined, ...above, ...fragments.slice(until)];
}

/** A title that is set as the text is: the first block, if names follow it and it could be one. */
function withPlainTitle(fragments: readonly Kinded[]): readonly Kinded[] {
  const [first, second, ...rest] = fragments;
  if (!first || !second || first.page !== second.page || !isHeadingLike(first.text, TITLE_MAX_WEIGHT)) return fragments;
  const isOnly =
    first.kind === 'heading' &&
    second.kind === 'paragraph' &&
    isProse(second.text) &&
    fragments.filter(({ kind, lines }) => kind === 'heading' && lines[0]?.size === first.lines[0]?.size).length === 1;
  if (isOnly) return [{ ...first, level: 1 }, second, ...rest];
  const isTitle =
    (first.kind === 'heading' || (first.kind === 'paragraph' && first.role === undefined)) &&
    first.text.includes(' ') &&
    isNames(second.text) &&
    !isHeadingOf(second, rest[0]);
  return isTitle
    ? [{ ...first, kind: 'heading', level: 1 }, { ...asParagraph(second), emphasised: 'emphasis' }, ...rest]
    : fragments;
}

/** Whether a heading that could be a name, "Executive Summary", has text below it, as names of authors do not. */
function isHeadingOf({ kind, text }: Kinded, below: Kinded | undefined): boolean {
  return kind === 'heading' && isNameLike(text) && below?.kind === 'paragraph' && isProse(below.text);
}

function isByLike(text: string): boolean {
  return isByline(text) || isNameList(withoutMarks(text));
}

function isNames(text: string): boolean {
  return isNameLike(withoutMarks(text)) || isNameList(withoutMarks(text));
}

function withoutMarks(text: string): string {
  return text.replaceAll(/[⁰¹²³⁴-⁹*†‡§∗]+/gu, '');
}

function asParagraph({ level: _level, ...fragment }: Kinded): Kinded {
  return { ...fragment, kind: 'paragraph' };
}
