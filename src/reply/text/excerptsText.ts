import type { AnswerOf } from '../../answer/answer.ts';
import { nearInWords, nearnessInWords } from '../words/nothingWords.ts';
import { notShown } from '../words/passageWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { passageText } from './passageText.ts';
import { remarkTexts } from './remarkTexts.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** How many search results are shown. */
const RANKED_MAX = 3;

/** Formats search results (the best and those next to it), or all of the passages that were named. */
export function excerptsText(answer: AnswerOf<'excerpts'>, context: TextContext): string {
  const { excerpts, more, near, ...remarked } = answer;
  const introduction = nearInWords(answer, context);
  const ranked = excerpts[0]?.score !== undefined;
  const shown = ranked ? excerpts.slice(0, RANKED_MAX) : excerpts;
  const given = excerpts.length - shown.length;
  return paragraphs([
    ...remarkTexts(remarked),
    ...(introduction === undefined ? [] : [showControlCharacters(introduction)]),
    ...shown.map((excerpt, index) => {
      const nearness = near?.passages[index];
      return passageText(excerpt, context, nearness && nearnessInWords(nearness));
    }),
    ...(given + more > 0 ? [context.dim(notShown(given + more, given))] : []),
  ]);
}
