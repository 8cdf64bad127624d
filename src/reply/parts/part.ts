import type { Article, Edition } from '../../article/article.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import type { Span } from '../../language/span.ts';

/** An entry of the select below the page that its part is on. */
export interface PartChoice {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
}

interface PartBase {
  /** Starts a new page. */
  readonly pageBreakBefore?: boolean;
  /** The title of the page if each page has one, e.g. "Match 2 of 7". */
  readonly title?: string;
  readonly choice?: PartChoice;
}

/** Lines of our own, as Markdown; words of others are already escaped. Never split over pages. */
export interface LinesPart extends PartBase {
  readonly kind: 'lines';
  readonly markdown: string;
  /** No blank line between it and the part above. */
  readonly compact?: boolean;
  /** Goes on the same page as the quote that follows, right above it, if one page can hold both. */
  readonly keepWithNext?: boolean;
}

/** A span of a source with its citation; takes as many pages as it needs. */
export interface QuotePart extends PartBase {
  readonly kind: 'quote';
  readonly excerpt: Excerpt;
  /** Missing if that edition is not loaded; the excerpt's own text is quoted then. */
  readonly article: Article | undefined;
  /** The span to show; contains the excerpt's span. */
  readonly span: Span;
  /** The reference of `span`. */
  readonly reference: string;
  /** Spans to set in bold; they may grow to whole words (see `boldSpans`). */
  readonly marked?: readonly Span[];
  readonly link: string | undefined;
  /** Whether it only goes before the passage that is meant, such as the question that this answers. */
  readonly isBefore?: boolean;
  /** The edition to name, if it is not the present one. */
  readonly edition?: Edition | undefined;
  /** Whether the section is named above. Default: it is named below the quote. */
  readonly isSectionKnown?: boolean;
  /** A small line below the place, e.g. how much was left out. */
  readonly note?: string;
  /** What all excerpts of the article share, as Markdown. */
  readonly source: string;
  /** Whether the source is said right below, since the next quote is of another article. Default: at the page's end. */
  readonly endsSource?: boolean;
  /** A line above it, once for all quotes with the same; it says the source, too. */
  readonly heading?: string;
}

/** A reply is a list of these. */
export type Part = LinesPart | QuotePart;

/** Creates a part of our own lines. */
export function lines(markdown: string, rest: Omit<LinesPart, 'kind' | 'markdown'> = {}): LinesPart {
  return { kind: 'lines', markdown, ...rest };
}
