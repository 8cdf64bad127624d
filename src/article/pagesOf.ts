import type { Span } from '../language/span.ts';
import type { Block } from './article.ts';

/** The first and last page that a passage is on, of the file as it was received, counted from 1. */
export type Pages = readonly [from: number, to: number];

/** Finds the pages that a span within a block is on; undefined where the original has no pages. */
export function pagesOf({ page, pageTurns = [] }: Block, [start, end]: Span): Pages | undefined {
  if (page === undefined) return undefined;
  const pageAt = (offset: number): number => pageTurns.findLast(([turn]) => turn <= offset)?.[1] ?? page;
  return [pageAt(start), pageAt(Math.max(start, end - 1))];
}
