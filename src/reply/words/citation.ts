import type { Article } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import { pagesOf } from '../../article/pagesOf.ts';
import { pagesInWords } from '../../excerpt/pagesInWords.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { escape } from '../escape.ts';
import { truncate } from '../truncate.ts';
import { BUTTON_URL_MAX_CHARS } from '../limits.ts';
import { publishedInWords } from './publishedInWords.ts';

const TITLE_MAX_CHARS = 160;
const SECTION_MAX_CHARS = 120;

/** What a citation says besides the excerpt's place. */
export interface CitationExtras {
  /** Where the reference links to; a link too long for a button is left out of the text, too. */
  readonly link?: string | undefined;
  /** Appended to the reference, e.g. "continued". */
  readonly remark?: string | undefined;
  /** The reference of what is shown, if it is not the excerpt's own. */
  readonly reference?: string | undefined;
}

/**
 * Formats the small line below an excerpt: reference, section, title, date in words and edition. `article` is undefined
 * if it is no longer loaded.
 */
export function citation(
  excerpt: Excerpt,
  article: Article | undefined,
  { link, remark, reference }: CitationExtras = {},
): string {
  const place = escape(reference ?? excerpt.reference);
  const pages = shownPages(excerpt, { article, reference });
  const parts = [
    `${isUsable(link) ? `[${place}](${urlInText(link)})` : place}${pages}${remark === undefined ? '' : `, ${remark}`}`,
    ...(excerpt.section === null ? [] : [`“${inline(truncate(excerpt.section, SECTION_MAX_CHARS))}”`]),
    titleAndDate(article, excerpt.article),
    `edition ${shortEdition(excerpt.edition)}`,
  ];
  return `-# ${parts.join(' · ')}`;
}

/** The pages of what is shown, behind its reference: of the block around a sentence if that is what the reference names. */
function shownPages(
  { within, pages }: Excerpt,
  { article, reference }: { readonly article: Article | undefined; readonly reference: string | undefined },
): string {
  const isBlock = within !== undefined && reference === within.reference;
  const block = isBlock ? article?.blocks.find(({ span }) => span[0] === within.span[0]) : undefined;
  const shown = block ? pagesOf(block, block.span) : pages;
  return shown === undefined ? '' : `, ${pagesInWords(shown)}`;
}

/** Formats an article's title with its date in words, or its id if it is not loaded. */
export function titleAndDate(article: Article | undefined, id: string, max = TITLE_MAX_CHARS): string {
  if (!article) return id;
  const title = inline(truncate(article.title, max));
  return `${title}, ${publishedInWords(article)}`;
}

/**
 * Escapes text within one of our lines. Right-to-left text, or text with direction marks, is isolated so that the rest
 * of the line keeps its order.
 */
export function inline(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ');
  if (
    !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(
      plain,
    )
  )
    return escape(plain);
  return `\u2068${escape(plain.replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, ''))}\u2069`;
}

/** Returns true if a link works both in a button and in text. */
export function isUsable(link: string | undefined): link is string {
  return link !== undefined && urlInText(link).length <= BUTTON_URL_MAX_CHARS && /^https?:\/\/\S+$/u.test(link);
}

function urlInText(link: string): string {
  return link
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
    .replaceAll('\\', '%5C')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E');
}
