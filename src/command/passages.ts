import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { parseHandle } from '../article/handle.ts';
import { resolveReference, type Passage } from '../article/passage.ts';
import { formatReference, parseReference, type Reference } from '../article/reference.ts';
import type { AnswerOf } from '../answer/answer.ts';
import { invalid } from './checkOptions.ts';
import type { CommandContext } from './context.ts';
import { chooseArticle, chooseOneArticle } from './scope.ts';

/** The passages that a typed reference, handle or link names; `words` where it is none of these. */
export type PassageChoice =
  | {
      readonly kind: 'passages';
      readonly article: Article;
      readonly reference: Reference;
      readonly passages: readonly Passage[];
      /** The edition that a handle was made from, where it is not the present one. */
      readonly earlier?: string;
      readonly remarks: { readonly notes?: readonly string[] };
    }
  | { readonly kind: 'words' }
  | AnswerOf<'invalid'>;

/** Finds what a reference names, in the article given, or in the one that a handle or link names itself. */
export function choosePassages(
  typed: string,
  articleOption: string | undefined,
  context: CommandContext,
): PassageChoice {
  const handle = parseHandle(typed);
  if (handle) return resolveIn(chooseArticle(handle.article, context), handle.reference, handle.edition);
  const reference = parseReference(typed);
  return reference ? resolveIn(chooseOneArticle(articleOption, context), reference) : { kind: 'words' };
}

function resolveIn(
  choice: { readonly kind: 'chosen'; readonly article: Article | undefined } | AnswerOf<'invalid'>,
  reference: Reference,
  edition?: string,
): PassageChoice {
  if (choice.kind === 'invalid') return choice;
  const article = choice.article!;
  const resolution = resolveReference(article, reference);
  if (resolution.kind === 'missing') {
    const last = resolution.last === undefined ? 'it has none of that kind' : `the last one is ${resolution.last}`;
    return invalid(
      'reference',
      `"${article.title}" has no ${formatReference(reference)}; ${last}.`,
      resolution.nearest,
    );
  }
  const present = shortEdition(article.edition);
  const earlier = edition !== undefined && edition !== present ? edition : undefined;
  const notes =
    earlier === undefined
      ? {}
      : { notes: [`This handle was made from edition ${earlier}; what stands here is from edition ${present}.`] };
  return {
    kind: 'passages',
    article,
    reference,
    passages: resolution.passages,
    remarks: notes,
    ...(earlier === undefined ? {} : { earlier }),
  };
}
