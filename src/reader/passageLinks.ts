import type { Article } from '../article/article.ts';
import { readerPath } from '../article/handle.ts';
import { parseReference } from '../article/references/reference.ts';
import { textFragment } from '../excerpt/textFragment.ts';
import type { ExcerptLink } from '../reply/reply.ts';

/** What excerpt links are made from, at the time of the call. */
export interface LinkSources {
  /** Where the reader is served, without a slash at its end; undefined if it is not. */
  readonly reader: () => string | undefined;
  readonly articles: () => ReadonlyMap<string, Article>;
}

/**
 * Links excerpts to their passage: in the reader if it is served, otherwise in the published article, by a text
 * fragment. Reader links name the excerpt's edition, which the reader shows if it is kept. An excerpt of an earlier
 * edition has no other link, since the published article may now have another passage there.
 */
export function passageLinks({ reader, articles }: LinkSources): ExcerptLink {
  return ({ article: id, edition, reference, span }) => {
    const article = articles().get(id);
    if (!article) return undefined;
    const address = reader();
    const target = parseReference(reference);
    if (address !== undefined && target)
      return `${address.replace(/\/+$/u, '')}${readerPath({ id: article.id, edition }, target)}`;
    if (article.edition !== edition || article.url === undefined) return undefined;
    return publishedLink(article.url, textFragment(article, span));
  };
}

/** Appends a text fragment (`#:~:text=…`) to an address, after any fragment it already has. */
function publishedLink(url: string, fragment: string | undefined): string {
  if (fragment === undefined) return url;
  return url.includes('#') ? `${url}${fragment.slice(1)}` : `${url}${fragment}`;
}
