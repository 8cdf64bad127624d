import type { Article, Edition } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import { pagesOf } from '../../article/pagesOf.ts';
import { pagesInWords } from '../../excerpt/pagesInWords.ts';
import { fullName, parseName } from '../../excerpt/personName.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { escape } from '../escape.ts';
import { truncate } from '../truncate.ts';
import { BUTTON_URL_MAX_CHARS } from '../limits.ts';
import { listed } from './counted.ts';
import { publishedInWords } from './publishedInWords.ts';

const TITLE_MAX_CHARS = 160;
/** What is said of a source must fit beside a full page. */
const SOURCE_TITLE_MAX_CHARS = 100;
const AUTHOR_MAX_CHARS = 60;
const SECTION_MAX_CHARS = 60;

/** What the line below an excerpt says besides its place. */
export interface PlaceExtras {
  /** Where the reference links to; a link too long for a button is left out of the text, too. */
  readonly link?: string | undefined;
  /** Appended to the reference, e.g. "continued". */
  readonly remark?: string | undefined;
  /** The reference of what is shown, if it is not the excerpt's own. */
  readonly reference?: string | undefined;
  /** The excerpt's edition, if it is not the present one. */
  readonly edition?: Edition | undefined;
  /** The article, in which the pages of the block around the excerpt are looked up. */
  readonly article?: Article | undefined;
  /** Whether the section is left out. Default: no. */
  readonly isBrief?: boolean;
}

/** Formats the small line below an excerpt: its reference, its section, and its edition if that is not the present one. */
export function placeLine(
  excerpt: Excerpt,
  { link, remark, reference, edition, article, isBrief }: PlaceExtras = {},
): string {
  const place = escape(reference ?? excerpt.reference);
  const pages = shownPages(excerpt, { article, reference });
  const parts = [
    `${isUsable(link) ? `[${place}](${urlInText(link)})` : place}${pages}${remark === undefined ? '' : `, ${remark}`}`,
    ...(excerpt.section === null || excerpt.section === excerpt.text || isBrief
      ? []
      : [`“${inline(truncate(excerpt.section, SECTION_MAX_CHARS))}”`]),
    ...(edition === undefined ? [] : [`edition ${shortEdition(edition)}`]),
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

/** Formats what all excerpts of an article share: its title, who wrote or published it, and its date in words. */
export function sourceLine(article: Article | undefined, id: string): string {
  return `— ${[inline(truncate(article?.title ?? id, SOURCE_TITLE_MAX_CHARS)), ...origin(article)].join(' · ')}`;
}

/** Formats the same as the heading of an article's excerpts. */
export function sourceHeading(article: Article | undefined, id: string): string {
  const title = inline(truncate(article?.title ?? id, SOURCE_TITLE_MAX_CHARS));
  return [`**${title}**`, ...origin(article)].join(' · ');
}

function origin(article: Article | undefined): readonly string[] {
  if (!article) return [];
  const by = article.author ? listed(article.author.map((name) => fullName(parseName(name)))) : article.publisher;
  return [...(by === undefined ? [] : [inline(truncate(by, AUTHOR_MAX_CHARS))]), publishedInWords(article)];
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
