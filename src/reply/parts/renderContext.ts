import type { Article } from '../../article/article.ts';
import { editionKey } from '../../article/edition.ts';
import { formatHandle } from '../../article/handle.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { truncate } from '../truncate.ts';
import { sourceLine } from '../words/citation.ts';
import { SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import type { PartChoice, QuotePart } from './part.ts';
import type { Request } from '../controls/request.ts';

/** Returns the address that opens an excerpt in its article, if there is one. */
export type ExcerptLink = (excerpt: Excerpt) => string | undefined;

/** What every part of a reply is rendered with. */
export interface RenderContext {
  readonly request: Request;
  /** By id; editions other than the present one by `editionKey`. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly links: ExcerptLink;
}

/** Creates the part that quotes an excerpt. */
export function quotePart(
  excerpt: Excerpt,
  { articles, links }: Pick<RenderContext, 'articles' | 'links'>,
  rest: Partial<
    Pick<QuotePart, 'pageBreakBefore' | 'title' | 'choice' | 'marked' | 'heading' | 'isBefore' | 'isSectionKnown'>
  > = {},
): QuotePart {
  const { span, reference } = excerpt;
  const article = articleOf(excerpt, articles);
  return {
    kind: 'quote',
    excerpt,
    article,
    source: sourceLine(article, excerpt.article),
    ...editionToName(excerpt, articles),
    span,
    reference,
    link: links(excerpt),
    ...(excerpt.found ? { marked: excerpt.found } : {}),
    ...rest,
  };
}

/** The edition of an excerpt, unless it is the present one, which goes without saying. */
export function editionToName(
  { article, edition }: Excerpt,
  articles: ReadonlyMap<string, Article>,
): Pick<QuotePart, 'edition'> {
  return articles.get(article)?.edition === edition ? {} : { edition };
}

/** Finds the article of an excerpt, in the excerpt's edition. */
export function articleOf(excerpt: Excerpt, articles: ReadonlyMap<string, Article>): Article | undefined {
  const { article: id, edition } = excerpt;
  const found = [articles.get(id), articles.get(editionKey({ id, edition }))];
  return found.find((article) => article?.edition === edition);
}

/** Creates the select entry that opens an excerpt by its handle. */
export function passageChoice(excerpt: Excerpt): PartChoice {
  return {
    label: truncate(`${excerpt.reference} · ${excerpt.text}`, SELECT_TEXT_MAX_CHARS),
    value: handleOf(excerpt),
  };
}

/** Returns the handle of an excerpt. */
export function handleOf({ article, edition, reference }: Excerpt): string {
  return formatHandle({ id: article, edition }, reference);
}
