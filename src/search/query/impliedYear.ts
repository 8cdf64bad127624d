import { SHAPES, type IndexedArticle } from '../index/indexedArticle.ts';
import type { QueryTerm } from './readQuery.ts';

/** A year that a query names. */
export interface NamedYear {
  /** Index into the query's terms. */
  readonly term: number;
  readonly year: string;
}

const YEAR = /^(?:1[5-9]|20)\d{2}$/u;
const NUMBER = SHAPES.indexOf('number');

/** Finds the year that a query names, if it names exactly one. */
export function namedYear(terms: readonly QueryTerm[]): NamedYear | undefined {
  const years = terms.flatMap(({ term }, index) => (YEAR.test(term) ? [{ term: index, year: term }] : []));
  return years.length === 1 ? years[0] : undefined;
}

/**
 * Returns true if a sentence that names no year still belongs to this one: an article says "On June 11", not "On June
 * 11, 2024", about the year it was published in.
 */
export function isOfYear(
  { article, sentenceStart, shapes, terms }: IndexedArticle,
  sentence: number,
  { year, vocabulary }: { readonly year: string; readonly vocabulary: { readonly terms: readonly string[] } },
): boolean {
  if (article.published?.slice(0, 4) !== year) return false;
  for (let at = sentenceStart[sentence]!; at < sentenceStart[sentence + 1]!; at += 1)
    if (shapes[at] === NUMBER && YEAR.test(vocabulary.terms[terms[at]!]!)) return false;
  return true;
}
