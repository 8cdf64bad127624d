import type { AnswerOf } from '../../answer/answer.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { nearInWords, nearnessInWords } from '../words/nothingWords.ts';
import { notShown, saidOfEach } from '../words/passageWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { passageText } from './passageText.ts';
import { remarkTexts } from './remarkTexts.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** How many search results are shown. */
const RANKED_MAX = 3;

/** Formats search results (the best and those next to it), or all of the passages that were named. */
export function excerptsText(answer: AnswerOf<'excerpts'>, context: TextContext): string {
  const { excerpts, more, near, ...remarked } = answer;
  const introduction = nearInWords(answer, context) ?? saidOfEach(answer);
  const ranked = excerpts[0]?.score !== undefined;
  const shown = ranked ? excerpts.slice(0, RANKED_MAX) : excerpts;
  const seen = new Set<string>();
  const isNew = ({ article, span }: Pick<Excerpt, 'article' | 'span'>): boolean => {
    const key = `${article} ${span.join('-')}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const given = excerpts.length - shown.length;
  return paragraphs([
    ...remarkTexts(remarked),
    ...(introduction === undefined ? [] : [showControlCharacters(introduction)]),
    ...shown.flatMap((excerpt, index) => {
      const nearness = near?.passages[index];
      return [
        ...(excerpt.before && isNew(excerpt.before) ? [passageText(excerpt.before, context)] : []),
        ...(isNew(excerpt) ? [passageText(excerpt, context, nearness && nearnessInWords(nearness))] : []),
        ...(excerpt.after ?? []).filter(isNew).map((part) => passageText(part, context)),
      ];
    }),
    ...(given + more > 0 ? [context.dim(notShown(given + more, given))] : []),
  ]);
}
