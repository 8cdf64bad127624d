import type { AnswerOf } from '../../answer/answer.ts';
import { shortEdition } from '../../article/edition.ts';
import { counted } from '../words/counted.ts';
import { CLOSEST, detailsInWords, nearnessInWords, placeInWords, reasonInWords } from '../words/nothingWords.ts';
import { NOTHING_SEARCHED } from '../words/searched.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { passageText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** Says that nothing was found, why, where it was searched for, and what is closest. */
export function nothingText(answer: AnswerOf<'nothing'>, context: TextContext): string {
  const { nearest, passages, searched, cause } = answer;
  const texts =
    passages?.map(({ excerpt, ...nearness }) => passageText(excerpt, context, nearnessInWords(nearness))) ??
    (nearest ? [passageText(nearest, context)] : []);
  return paragraphs([
    [
      context.strong(showControlCharacters(reasonInWords(answer, context))),
      ...detailsInWords(answer, context).map((detail) => showControlCharacters(detail)),
    ].join('\n'),
    ...texts.map((text, index) => (index === 0 ? `${CLOSEST}\n${text}` : text)),
    searchedText(searched, context, cause?.scope),
  ]);
}

/** Says what was searched: up to five articles by name, and how many more. */
export function searchedText(
  where: AnswerOf<'nothing'>['searched'],
  { articles, dim }: TextContext,
  scope?: NonNullable<AnswerOf<'nothing'>['cause']>['scope'],
): string {
  if (where.length === 0) return dim(NOTHING_SEARCHED);
  const [only] = where;
  if (scope?.section && only)
    return dim(
      `Searched: ${showControlCharacters(placeInWords(scope, articles))} (${only.article}@${shortEdition(only.edition)}).`,
    );
  const named = where
    .slice(0, 5)
    .map(({ article, edition }) => `${articles.get(article)?.title ?? article} (${article}@${shortEdition(edition)})`);
  const rest = where.length - named.length;
  return dim(
    `Searched: ${showControlCharacters(named.join('; '))}${rest === 0 ? '' : `; and ${counted(rest, 'more article')}`}.`,
  );
}
