import type { Article } from '../../article/article.ts';

/** What rendering text for a terminal needs. */
export interface TextContext {
  readonly articles: ReadonlyMap<string, Article>;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Puts a blank line between parts. */
export function paragraphs(parts: readonly string[]): string {
  return parts.join('\n\n');
}
