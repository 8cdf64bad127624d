import type { Article } from '../../article/article.ts';
import { editionKey } from '../../article/edition.ts';
import { formatHandle } from '../../article/handle.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { label } from '../label.ts';
import { SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import type { PartChoice, QuotePart } from './part.ts';
import type { Request } from '../controls/request.ts';

/** Gives the address at which an excerpt can be read in its place, if it has one. */
export type ExcerptLink = (excerpt: Excerpt) => string | undefined;

/** What the parts of a reply are made with. */
export interface PartContext {
  readonly request: Request;
  /** By id; an edition that is not the present one by `editionKey`. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly links: ExcerptLink;
}

/** Makes the part that quotes an excerpt. */
export function quotePart(
  excerpt: Excerpt,
  { articles, links }: Pick<PartContext, 'articles' | 'links'>,
  rest: Partial<Pick<QuotePart, 'breaks' | 'title' | 'choice' | 'marked'>> = {},
): QuotePart {
  const { span, reference } = excerpt;
  return {
    kind: 'quote',
    excerpt,
    article: articleOf(excerpt, articles),
    span,
    reference,
    link: links(excerpt),
    ...rest,
  };
}

/** Finds an excerpt's article in the edition that it was taken from. */
export function articleOf(excerpt: Excerpt, articles: ReadonlyMap<string, Article>): Article | undefined {
  const { article: id, edition } = excerpt;
  const found = [articles.get(id), articles.get(editionKey({ id, edition }))];
  return found.find((article) => article?.edition === edition);
}

/** Makes the entry of a select that leads to an excerpt by its handle. */
export function passageChoice(excerpt: Excerpt): PartChoice {
  return {
    label: label(`${excerpt.reference} · ${excerpt.text}`, SELECT_TEXT_MAX_CHARS),
    value: handleOf(excerpt),
  };
}

/** Writes an excerpt's handle. */
export function handleOf({ article, edition, reference }: Excerpt): string {
  return formatHandle({ id: article, edition }, reference);
}
