import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { parseHandle } from '../article/handle.ts';
import { resolveReference } from '../article/passage.ts';
import { formatReference, parseReference, type Reference } from '../article/reference.ts';
import type { AnswerOf } from '../answer/answer.ts';
import { excerptOf } from '../excerpt/excerpt.ts';
import { invalid } from './checkOptions.ts';
import type { ChosenPassages } from './chosenPassages.ts';
import type { CommandContext } from './context.ts';
import { earlierPassages } from './earlierPassages.ts';
import { chooseArticle, chooseOneArticle } from './scope.ts';

/** The passages that something typed names; `words` where it is neither reference, handle nor link. */
export type PassageChoice = ChosenPassages | { readonly kind: 'words' } | AnswerOf<'invalid'>;

/** Finds what a reference names, in the article given, or in the one that a handle or link names itself. */
export async function choosePassages(
  typed: string,
  articleOption: string | undefined,
  context: CommandContext,
): Promise<PassageChoice> {
  const handle = parseHandle(typed);
  const reference = handle?.reference ?? parseReference(typed);
  if (!reference) return { kind: 'words' };
  const choice = chooseOneOf(handle?.article, articleOption, context);
  if (choice.kind === 'invalid') return choice;
  const { article } = choice;
  if (handle?.edition === undefined || handle.edition === shortEdition(article.edition))
    return presentPassages(article, reference);
  const { edition } = handle;
  return (await earlierPassages({ article, reference, edition }, context)) ?? presentPassages(article, reference);
}

function chooseOneOf(
  named: string | undefined,
  option: string | undefined,
  context: CommandContext,
): { readonly kind: 'chosen'; readonly article: Article } | AnswerOf<'invalid'> {
  if (named === undefined) return chooseOneArticle(option, context);
  const choice = chooseArticle(named, context);
  return choice.kind === 'invalid' ? choice : { kind: 'chosen', article: choice.article! };
}

function presentPassages(article: Article, reference: Reference): PassageChoice {
  const resolution = resolveReference(article, reference);
  if (resolution.kind === 'missing') {
    const last = resolution.last === undefined ? '' : `; the last one is ${resolution.last}`;
    return invalid('reference', `"${article.title}" has no ${formatReference(reference)}${last}.`, resolution.nearest);
  }
  const { passages } = resolution;
  const excerpts = passages.map((passage) => excerptOf(article, passage));
  return { kind: 'passages', article, passages, excerpts, remarks: {} };
}
