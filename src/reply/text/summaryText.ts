import type { AnswerOf } from '../../answer/answer.ts';
import { summaryHeading } from '../words/summaryHeading.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { passageText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** Formats the sentences of a summary below its heading. */
export function summaryText(answer: AnswerOf<'summary'>, context: TextContext): string {
  const { name, after } = summaryHeading(answer, context.articles);
  return paragraphs([
    `${context.strong(showControlCharacters(name))}${after}`,
    ...answer.excerpts
      .flatMap((excerpt) => [...(excerpt.before ? [excerpt.before] : []), excerpt])
      .map((excerpt) => passageText(excerpt, context)),
  ]);
}
