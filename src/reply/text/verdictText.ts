import type { AnswerOf } from '../../answer/answer.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { shownMatches } from '../parts/verdictParts.ts';
import { CONTRACT, claimInWords, detailsInWords, isMissing, verdictInWords } from '../words/verdicts/verdictWords.ts';
import { earlierVerdictInWords, editionsInWords, otherMatches } from '../words/verdicts/editionWords.ts';
import { checkFrom, NO_QUOTATION, quotationsInWords } from '../words/verdicts/quotationsInWords.ts';
import { showControlCharacters } from '../showControlCharacters.ts';
import { searchedText } from './nothingText.ts';
import { sentenceText } from './passageText.ts';
import { paragraphs, type TextContext } from './textContext.ts';

/** Formats the verdict on a quotation and its passages. */
export function verdictText(answer: AnswerOf<'verdict'>, context: TextContext): string {
  return paragraphs([
    verdictJudgement(answer, context),
    ...passagesOfVerdict(answer).map((match) => sentenceText(match, context)),
    ...(isMissing(answer) ? [searchedText(answer.searched, context), context.dim(CONTRACT)] : []),
  ]);
}

/** Formats the verdict on each quotation of a message, with its first passage. */
export function verdictsText({ verdicts, quotations, checked }: AnswerOf<'verdicts'>, context: TextContext): string {
  return paragraphs([
    ...(verdicts.length === 0 ? [NO_QUOTATION] : []),
    ...(checked ? [moreInWords({ verdicts: verdicts.length, quotations, checked })] : []),
    ...verdicts.flatMap(({ number, quote, verdict }, index) => [
      `${number ?? index + 1}. “${showControlCharacters(quote)}”\n${verdictJudgement(verdict, context)}`,
      ...passagesOfVerdict(verdict)
        .slice(0, 1)
        .map((match) => sentenceText(match, context)),
    ]),
    context.dim(CONTRACT),
  ]);
}

/** Lists the passages that a verdict is about, the nearest first. */
export function passagesOfVerdict(verdict: AnswerOf<'verdict'>): readonly Excerpt[] {
  const others = otherMatches(verdict);
  const isOnlyThere = others.length > 0 && verdict.matches.length === 0 && !verdict.elsewhere;
  return isOnlyThere ? others : [...shownMatches(verdict), ...others];
}

function moreInWords(counts: Parameters<typeof quotationsInWords>[0]): string {
  const [, to = Infinity] = counts.checked ?? [];
  const more = to < (counts.quotations ?? 0) ? ` ${checkFrom(to + 1)}` : '';
  return `${quotationsInWords(counts)}${more}`;
}

/** Formats what a verdict says, with every difference on a line of its own. */
export function verdictJudgement(verdict: AnswerOf<'verdict'>, { articles, strong }: TextContext): string {
  const { name, sentence } = earlierVerdictInWords(verdict, articles) ?? verdictInWords(verdict);
  const about = [sentence, claimInWords(verdict, articles), editionsInWords(verdict)].filter(
    (each) => each !== undefined,
  );
  return [
    `${strong(`${name}.`)} ${showControlCharacters(about.join(' '))}`,
    ...detailsInWords(verdict).map((detail) => `- ${showControlCharacters(detail)}`),
  ].join('\n');
}
