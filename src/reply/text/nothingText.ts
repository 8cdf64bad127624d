import type { AnswerOf } from '../../answer/answer.ts';
import { shortEdition } from '../../article/edition.ts';
import { counted } from '../counted.ts';
import { reasonInWords, unmatchedInWords } from '../nothingParts.ts';
import { visible } from '../visible.ts';
import { passageText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** Says that nothing was found, why, where it was looked for, and what comes nearest. */
export function nothingText(
  { reason, unmatched, nearest, searched: where }: AnswerOf<'nothing'>,
  context: TextContext,
): string {
  const words = unmatchedInWords(unmatched);
  return paragraphs([
    [context.strong(reasonInWords(reason)), ...(words === undefined ? [] : [visible(words)])].join('\n'),
    ...(nearest ? [`What comes nearest, though it is no answer:\n${passageText(nearest, context)}`] : []),
    searchedText(where, context),
  ]);
}

/** Says what was searched: five articles by name, and how many more. */
export function searchedText(where: AnswerOf<'nothing'>['searched'], { articles, dim }: TextContext): string {
  if (where.length === 0) return dim('Nothing was searched: no article is loaded.');
  const named = where
    .slice(0, 5)
    .map(({ article, edition }) => `${articles.get(article)?.title ?? article} (${article}@${shortEdition(edition)})`);
  const rest = where.length - named.length;
  return dim(`Searched: ${visible(named.join('; '))}${rest === 0 ? '' : `; and ${counted(rest, 'more article')}`}.`);
}
