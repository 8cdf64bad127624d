import type { Fragment } from '../../../segment/fragment.ts';
import { centredOn } from './centred.ts';
import type { PdfLine } from '../pdfLine.ts';
import { headingDepth, isByline, isNameLike, isNameList } from '../../../segment/shape.ts';

/** The shortest sentence that is the text of a page and no line of its title. */
const PROSE_CHARS = 80;
const SIGNS = /[\u2070-\u209F⁰¹²³⁴-⁹*†‡§¶∗]+/gu;

interface Sized extends Fragment {
  readonly lines: readonly Pick<PdfLine, 'size' | 'x' | 'right'>[];
}

/**
 * Makes paragraphs of what only looks like headings between a title and the text, on the page of the title: authors with
 * their addresses, dates, lines that another line as large follows, and those in the middle above more such lines, as notices have
 * them. The last one, such as "Abstract", stays.
 */
export function withoutTitleLines<T extends Sized>(fragments: readonly T[]): readonly T[] {
  const [title] = fragments;
  if (title?.kind !== 'heading' || title.level !== 1) return fragments;
  let at = 1;
  const isTitleLine = ({ kind, text, page }: T): boolean =>
    page === title.page && !(kind === 'paragraph' && isProse(text));
  while (at < fragments.length && isTitleLine(fragments[at] ?? title)) at += 1;
  const isInMiddle = centredOn(fragments.filter(({ page }) => page === title.page).flatMap(({ lines }) => lines));
  const isAboveMore = (index: number): boolean => {
    const [own, next] = [fragments[index], fragments[index + 1]];
    return own !== undefined && isOfNoList(next) && index + 1 < at && isInMiddle(own.lines) && isInMiddle(next.lines);
  };
  // What is at the foot of a cover, such as a university, names nothing on the next page.
  const isFoot = (index: number): boolean => {
    const next = fragments[index + 1];
    return index + 1 === at && index > 1 && next !== undefined && next.kind === 'heading' && next.page !== title.page;
  };
  return fragments.map((fragment, index) => {
    if (index === 0 || index >= at || fragment.kind !== 'heading' || fragment.level !== undefined) return fragment;
    return isAboveMore(index) || isFoot(index) || isOfTitle(fragment, index + 1 < at ? fragments[index + 1] : undefined)
      ? { ...fragment, kind: 'paragraph' as const }
      : fragment;
  });
}

/** Returns true if a text reads as a paragraph and not as a line of a title page. */
export function isProse(text: string): boolean {
  return text.length >= PROSE_CHARS && /[.!?。！？]["”’»)]?$/u.test(text);
}

/** Whether a block is none of a list or table, whose name would be above it. */
function isOfNoList(fragment: Sized | undefined): fragment is Sized {
  return fragment !== undefined && fragment.role === undefined && fragment.kind !== 'caption';
}

function isOfTitle({ text, lines }: Sized, next: Sized | undefined): boolean {
  const bare = text.replaceAll(SIGNS, '').trim();
  if (
    /\S@\S/u.test(text) ||
    /^[†‡¶∗*\u00B9\u00B2\u00B3\u2070-\u2079]/u.test(text) ||
    (isByline(text) && !isNameLike(bare))
  )
    return true;
  if (isNameList(bare) && bare.includes(',')) return true;
  if (!isOfNoList(next) || headingDepth(text) !== undefined) return false;
  if (isNameLike(bare) || isNameList(bare)) return true;
  return next.kind === 'heading' && next.level === undefined && (next.lines[0]?.size ?? 0) >= (lines[0]?.size ?? 0);
}
