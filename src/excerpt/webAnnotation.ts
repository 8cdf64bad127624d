import type { Article } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import type { CitationLinks } from './citedWork.ts';
import type { Excerpt } from './excerpt.ts';

/** Characters of the source around the passage by which it can be found again. */
const AROUND_CHARS = 32;

/**
 * Writes a W3C Web Annotation: a target for each excerpt, with a TextQuoteSelector and a TextPositionSelector. Positions
 * count Unicode code points from the start of the source, as the recommendation asks.
 */
export function webAnnotation(article: Article, excerpts: readonly Excerpt[], links: CitationLinks): string {
  const source = article.url ?? links.source ?? links.reader?.replace(/#.*$/u, '') ?? `urn:article:${article.id}`;
  const targets = excerpts.map(({ span }) => ({ source, selector: selectors(article.source, span) }));
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    motivation: 'highlighting',
    target: targets.length === 1 ? targets[0] : targets,
  };
  return JSON.stringify(annotation, null, 2);
}

function selectors(source: string, [start, end]: Span): readonly object[] {
  const from = codePoints(source.slice(0, start));
  return [
    {
      type: 'TextQuoteSelector',
      exact: source.slice(start, end),
      prefix: Array.from(source.slice(Math.max(0, start - 2 * AROUND_CHARS), start))
        .slice(-AROUND_CHARS)
        .join(''),
      suffix: Array.from(source.slice(end, end + 2 * AROUND_CHARS))
        .slice(0, AROUND_CHARS)
        .join(''),
    },
    { type: 'TextPositionSelector', start: from, end: from + codePoints(source.slice(start, end)) },
  ];
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
