import type { AnswerOf } from '../../answer/answer.ts';
import { shownMatches } from '../verdictParts.ts';
import { CONTRACT, claimInWords, detailsInWords, verdictInWords } from '../verdictWords.ts';
import { visible } from '../visible.ts';
import { searchedText } from './nothingText.ts';
import { sentenceText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** Writes the verdict on a quotation, and the passages that it is about. */
export function verdictText(answer: AnswerOf<'verdict'>, context: TextContext): string {
  return paragraphs([
    judgement(answer, context),
    ...shownMatches(answer).map((match) => sentenceText(match, context)),
    searchedText(answer.searched, context),
    context.dim(CONTRACT),
  ]);
}

/** Writes the verdict on each quotation of a message, with the passage that comes first. */
export function verdictsText({ verdicts }: AnswerOf<'verdicts'>, context: TextContext): string {
  return paragraphs([
    ...(verdicts.length === 0 ? ['There is no quotation in it.'] : []),
    ...verdicts.flatMap(({ quote, verdict }, index) => [
      `${index + 1}. “${visible(quote)}”\n${judgement(verdict, context)}`,
      ...shownMatches(verdict)
        .slice(0, 1)
        .map((match) => sentenceText(match, context)),
    ]),
    context.dim(CONTRACT),
  ]);
}

function judgement(verdict: AnswerOf<'verdict'>, { articles, strong }: TextContext): string {
  const { name, sentence } = verdictInWords(verdict);
  const claim = claimInWords(verdict, articles);
  return [
    `${strong(`${name}.`)} ${sentence}${claim === undefined ? '' : ` ${visible(claim)}`}`,
    ...detailsInWords(verdict).map((detail) => `- ${visible(detail)}`),
  ].join('\n');
}
