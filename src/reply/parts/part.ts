import type { Article } from '../../article/article.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import type { Span } from '../../language/span.ts';

/** An entry of a select below the page that its part stands on. */
export interface PartChoice {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
}

interface PartBase {
  /** Begins a new page. */
  readonly breaks?: boolean;
  /** What the page is called, where it is more than one of many: "Match 2 of 7". */
  readonly title?: string;
  readonly choice?: PartChoice;
}

/** A few lines of ours: Markdown, already escaped where it holds words of others. Kept whole on one page. */
export interface LinesPart extends PartBase {
  readonly kind: 'lines';
  readonly markdown: string;
  /** Stands right below the part before it, without a blank line. */
  readonly tight?: boolean;
  /** Stands right above the quote that follows, on the same page where one page can hold both. */
  readonly keep?: boolean;
}

/** A span of a source, quoted whole over as many pages as it needs, with its citation. */
export interface QuotePart extends PartBase {
  readonly kind: 'quote';
  readonly excerpt: Excerpt;
  /** Missing where that edition of the article is not loaded; the excerpt's own text is quoted then. */
  readonly article: Article | undefined;
  /** What is shown; contains the excerpt's span. */
  readonly span: Span;
  /** Reference of what is shown. */
  readonly reference: string;
  /** What is set in bold within it, at least (see `boldSpans`). */
  readonly marked?: readonly Span[];
  readonly link: string | undefined;
  /** A small line of ours after the citation, such as what was left out. */
  readonly note?: string;
}

/** What a reply is made of, in order. */
export type Part = LinesPart | QuotePart;

/** Makes a part of our own lines. */
export function lines(markdown: string, rest: Omit<LinesPart, 'kind' | 'markdown'> = {}): LinesPart {
  return { kind: 'lines', markdown, ...rest };
}
