import type { Library } from '../answer/library.ts';
import { formatProblem } from '../article/problem.ts';
import type { BrokenArticle } from '../article/readCorpus.ts';
import type { Unserved } from '../command/readiness.ts';

/** Lists broken articles with their first problem, ordered by name. */
export function unserved(
  broken: readonly BrokenArticle[],
  { articles }: Pick<Library, 'articles'>,
): readonly Unserved[] {
  return broken
    .map(({ name, problems }) => ({
      name,
      problem: summarize(problems.map(formatProblem)),
      lastGood: articles.has(name),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names the first of several problems, and how many more there are. */
export function summarize([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} (and ${others.length} more)`;
}
