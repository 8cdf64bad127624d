import type { AnswerOf } from '../../answer/answer.ts';
import { inline } from '../words/citation.ts';
import { CLOSEST, detailsInWords, nearnessInWords, reasonInWords } from '../words/nothingWords.ts';
import { lines, type Part } from './part.ts';
import { passageChoice, quotePart, type RenderContext } from './renderContext.ts';
import { searchedInWords } from '../words/searched.ts';

/** Lays out why nothing was found, which words do not occur, the closest passages, and what was searched. */
export function nothingParts(answer: AnswerOf<'nothing'>, context: RenderContext): readonly Part[] {
  const { searched, nearest, passages, cause } = answer;
  return [
    lines(`**${inline(reasonInWords(answer, context))}**`),
    ...detailsInWords(answer, context).map((detail) => lines(inline(detail), { compact: true })),
    ...(nearest ? [lines(CLOSEST, { keepWithNext: true })] : []),
    ...(passages?.map(({ excerpt, ...nearness }) => ({
      ...quotePart(excerpt, context, { choice: passageChoice(excerpt) }),
      ...noted(nearnessInWords(nearness)),
    })) ?? (nearest ? [quotePart(nearest, context)] : [])),
    lines(searchedInWords(searched, context.articles, cause?.scope)),
  ];
}

/** Builds the small line below a quote; empty if there is nothing to say. */
export function noted(note: string): { readonly note?: string } {
  return note === '' ? {} : { note: inline(note) };
}
