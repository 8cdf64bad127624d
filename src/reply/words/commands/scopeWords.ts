import { NO_ARTICLE } from '../sourceWords.ts';

const ID_MAX_CHARS = 60;

/** Says that no article has this id here; suggests `nearest`, one that was probably meant. */
export function noSuchArticle(typed: string, nearest?: string): string {
  const hint = nearest === undefined ? '.' : `; the nearest is "${nearest}".`;
  return `No article "${typed.slice(0, ID_MAX_CHARS)}" is available here${hint}`;
}

/** Asks which of several articles is meant; `count` is 0 if there is none. */
export function whichArticle(count: number): string {
  if (count === 0) return NO_ARTICLE;
  return `Choose one of the ${count} articles with the option "article".`;
}

/** Names the choice of all articles, for a summary. */
export function ofAllArticles(): string {
  return 'All articles: a sentence from each';
}

/** Why a section was not found. */
export type SectionProblem =
  | { readonly kind: 'in-several-headings'; readonly typed: string }
  | { readonly kind: 'no-number'; readonly typed: string; readonly first: number; readonly last: number }
  /** `nearest` is a heading that was probably meant. */
  | {
      readonly kind: 'unknown';
      readonly typed: string;
      readonly hasHeadings: boolean;
      readonly nearest: string | undefined;
    }
  | { readonly kind: 'no-text'; readonly heading: string };

/** Says why a section was not found. */
export function sectionProblem(problem: SectionProblem, title: string): string {
  switch (problem.kind) {
    case 'in-several-headings':
      return `"${problem.typed.slice(0, ID_MAX_CHARS)}" is in several headings of "${title}". Choose the one you mean.`;
    case 'no-number':
      return `"${title}" has no section ${problem.typed.slice(0, 20)}; its sections have the numbers ${problem.first} to ${problem.last}.`;
    case 'unknown': {
      const near = problem.nearest === undefined ? '.' : `; the nearest is "${problem.nearest}".`;
      const hint = problem.hasHeadings ? near : '; it has no headings.';
      return `"${title}" has no section "${problem.typed.slice(0, ID_MAX_CHARS)}"${hint}`;
    }
    case 'no-text':
      return `The section "${problem.heading}" has a heading only, no text.`;
    default:
      return problem satisfies never;
  }
}
