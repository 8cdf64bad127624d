import type { Answer } from './answer.ts';

/** Kinds whose text may name any article, which the answer does not tell apart. */
const FREE_TEXT: ReadonlySet<Answer['kind']> = new Set(['dates', 'schedules', 'invalid', 'notice']);

/**
 * Lists the ids of all articles that an answer shows anything of, their titles included: whatever it calls an `article`,
 * wherever that is. Undefined if its text may name any article.
 */
export function articlesIn(answer: Answer): readonly string[] | undefined {
  if (FREE_TEXT.has(answer.kind)) return undefined;
  return answer.kind === 'sources' ? answer.articles.map(({ id }) => id) : namedIn(answer);
}

function namedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === 'article' && typeof entry === 'string' ? [entry] : namedIn(entry),
  );
}
