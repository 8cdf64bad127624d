import type { Article } from '../article/article.ts';
import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { chicago } from './chicago.ts';
import { citedWork, type CitationLinks } from './citedWork.ts';
import { cslJson } from './cslJson.ts';
import type { Excerpt } from './excerpt.ts';
import { blockquote, link, markdown, plain } from './quoteForms.ts';
import { ris } from './ris.ts';
import { webAnnotation } from './webAnnotation.ts';

/** The forms that a citation can take. */
export const CITATION_FORMATS = [
  'plain',
  'markdown',
  'blockquote',
  'link',
  'apa',
  'chicago',
  'bibtex',
  'ris',
  'csl-json',
  'web-annotation',
] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/**
 * Writes the citation of one or more excerpts of an article. What is not known about the article (author, date, publisher,
 * address) is left out as each style asks, and never made up. `excerpts` must not be empty.
 */
export function citation(
  format: CitationFormat,
  excerpts: readonly Excerpt[],
  { article, links = {} }: { readonly article: Article; readonly links?: CitationLinks | undefined },
): string {
  const work = citedWork(article, excerpts, links);
  const quoted = { article, excerpts, work, links };
  const forms: Readonly<Record<CitationFormat, () => string>> = {
    plain: () => plain(quoted),
    markdown: () => markdown(quoted),
    blockquote: () => blockquote(quoted),
    link: () => link(quoted),
    apa: () => apa(work),
    chicago: () => chicago(work),
    bibtex: () => bibtex(work),
    ris: () => ris(work),
    'csl-json': () => cslJson(work),
    'web-annotation': () => webAnnotation(article, excerpts, links),
  };
  return forms[format]();
}
