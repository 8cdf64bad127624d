import type { Article } from '../article/article.ts';
import { sectionsOf, type Section } from '../article/sections.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { Library, Scope } from '../answer/library.ts';
import { noSuchArticle, sectionProblem, whichArticle } from '../reply/words/commands/scopeWords.ts';
import { nearest, probablyMeant } from '../language/nearest.ts';
import { invalid } from './checkOptions.ts';
import type { CommandOptions, CommandContext } from './command.ts';
import { entryAt } from '../runtime/entryAt.ts';

/** An article, or none if none was named and several could be meant. */
export type ArticleChoice = { readonly kind: 'chosen'; readonly article: Article | undefined } | AnswerOf<'invalid'>;
/** Several articles, or none if all are meant. */
export type ArticlesChoice =
  | { readonly kind: 'chosen'; readonly articles: readonly Article[] | undefined }
  | AnswerOf<'invalid'>;
export type SectionChoice = { readonly kind: 'chosen'; readonly section: Section } | AnswerOf<'invalid'>;

/**
 * Finds the article that an option names, by its id or its title. If none is named: the place's default article, else
 * none, which means all.
 */
export function chooseArticle(
  typed: string | undefined,
  { library, settings: { defaultArticle } }: CommandContext,
): ArticleChoice {
  const wanted = typed ?? defaultArticle;
  if (wanted === undefined) return { kind: 'chosen', article: undefined };
  const article = findArticle(wanted, library);
  if (article) return { kind: 'chosen', article };
  if (typed === undefined) return { kind: 'chosen', article: undefined };
  const ids = [...library.articles.keys()];
  const near = nearest(typed, ids);
  return invalid('article', noSuchArticle(typed, probablyMeant(typed, ids)), near);
}

/** Names all articles, even if the place has a default article. */
export const ALL_ARTICLES = '*';

/** Finds the articles that an option names: one by its id or title, several by their ids with commas, or all by `*`. */
export function chooseArticles(typed: string | undefined, context: CommandContext): ArticlesChoice {
  if (typed?.trim() === ALL_ARTICLES) return { kind: 'chosen', articles: undefined };
  const whole = typed === undefined || findArticle(typed, context.library) !== undefined || !typed.includes(',');
  const names = whole ? [typed] : typed.split(',').map((name) => name.trim());
  const articles: Article[] = [];
  for (const name of names) {
    const choice = chooseArticle(name, context);
    if (choice.kind === 'invalid') return choice;
    if (choice.article && !articles.includes(choice.article)) articles.push(choice.article);
  }
  return { kind: 'chosen', articles: articles.length === 0 ? undefined : articles };
}

/** Finds the one article that a command needs: the named one, the default, or the only one there is. */
export function chooseOneArticle(
  typed: string | undefined,
  context: CommandContext,
): { readonly kind: 'chosen'; readonly article: Article } | AnswerOf<'invalid'> {
  const choice = chooseArticle(typed, context);
  if (choice.kind === 'invalid') return choice;
  const { articles } = context.library;
  const article = choice.article ?? (articles.size === 1 ? articles.values().next().value : undefined);
  if (article) return { kind: 'chosen', article };
  const ids = [...articles.keys()].slice(0, 10);
  return invalid('article', whichArticle(articles.size), ids);
}

/** Finds the one article that options under way mean, for autocomplete; undefined if it is none or several. */
export function chosenArticle({ article }: CommandOptions, context: CommandContext): Article | undefined {
  const choice = chooseOneArticle(typeof article === 'string' ? article : undefined, context);
  return choice.kind === 'chosen' ? choice.article : undefined;
}

/** Finds a section by its number or heading, ignoring case. The part before the first heading is section 0. */
export function chooseSection(typed: string, article: Article): SectionChoice {
  const sections = sectionsOf(article);
  const wanted = typed.trim().toLowerCase().replace(/^§\s*/u, '');
  const named = sections.flatMap(({ heading, ...rest }) => (heading === null ? [] : [{ ...rest, heading }]));
  const section =
    sections.find(({ heading }) => heading?.toLowerCase() === wanted) ??
    sections.find(({ number }) => String(number) === wanted) ??
    onlyOne(named.filter(({ heading }) => heading.toLowerCase().includes(wanted)));
  if (section) return { kind: 'chosen', section };
  const several = named.filter(({ heading }) => heading.toLowerCase().includes(wanted)).map(({ heading }) => heading);
  if (several.length > 1)
    return invalid(
      'section',
      sectionProblem({ kind: 'in-several-headings', typed }, article.title),
      [...new Set(several)].slice(0, 10),
    );
  const headings = named.map(({ heading }) => heading);
  const near = nearest(typed, headings);
  const numbered = /^\d+$/u.test(wanted);
  const last = sections.at(-1)?.number ?? 0;
  if (numbered && named.length > 0) {
    const problem = { kind: 'no-number', typed: wanted, first: entryAt(sections, 0).number, last } as const;
    return invalid('section', sectionProblem(problem, article.title), [String(last)]);
  }
  const meant = probablyMeant(typed, headings);
  const problem = { kind: 'unknown', typed, hasHeadings: headings.length > 0, nearest: meant } as const;
  return invalid('section', sectionProblem(problem, article.title), near);
}

/** Finds the article and the section in it that options name; a section is one of the named, default or only article. */
export function chooseScope(
  { article, section }: { readonly article?: string | undefined; readonly section?: string | undefined },
  context: CommandContext,
): Scope | AnswerOf<'invalid'> {
  if (section === undefined) {
    const choice = chooseArticle(article, context);
    return choice.kind === 'invalid' ? choice : { article: choice.article };
  }
  const choice = chooseOneArticle(article, context);
  if (choice.kind === 'invalid') return choice;
  const part = chooseSection(section, choice.article);
  return part.kind === 'invalid' ? part : { article: choice.article, section: part.section.number };
}

function findArticle(typed: string, { articles }: Library): Article | undefined {
  const exact = articles.get(typed) ?? articles.get(typed.toLowerCase());
  return exact ?? [...articles.values()].find(({ title }) => title.toLowerCase() === typed.toLowerCase());
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
