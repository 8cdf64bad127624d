import type { AnswerOf } from '../answer/answer.ts';
import { inline } from './citation.ts';
import { counted } from './counted.ts';
import { escape } from './escape.ts';
import { label } from './label.ts';
import { lines, type LinesPart, type Part } from './part.ts';
import { passageChoice, quotePart, type PartContext } from './partContext.ts';
import { searchedInWords } from './searched.ts';
import { CONTRACT, claimInWords, differenceInWords, omittedInWords, verdictInWords } from './verdictWords.ts';

const QUOTE_MAX_CHARS = 200;

/** Lays out a verdict: what it is in words, what differs, the source's own words, what was searched, and what was compared. */
export function verdictParts(verdict: AnswerOf<'verdict'>, context: PartContext): readonly Part[] {
  return [
    ...judgement(verdict),
    ...verdict.matches.map((excerpt) => quotePart(excerpt, context, { choice: passageChoice(excerpt) })),
    lines(`-# ${searchedInWords(verdict.searched, context.articles)}`),
    lines(`-# ${CONTRACT}`, { tight: true }),
  ];
}

/** Lays out the verdicts on the quotations of a message, each with the passage that it was compared with. */
export function verdictsParts({ verdicts }: AnswerOf<'verdicts'>, context: PartContext): readonly Part[] {
  if (verdicts.length === 0)
    return [lines('There is no quotation in this message: nothing between quotation marks, and no block quote.')];
  const [first] = verdicts;
  return [
    lines(`${counted(verdicts.length, 'quotation')} in this message.`),
    ...verdicts.flatMap(({ quote, verdict }, index): readonly Part[] => [
      lines(`**${index + 1}.** “${inline(label(quote, QUOTE_MAX_CHARS))}”`),
      ...judgement(verdict, { tight: true }),
      ...verdict.matches.slice(0, 1).map((excerpt) => quotePart(excerpt, context, { choice: passageChoice(excerpt) })),
    ]),
    lines(`-# ${searchedInWords(first!.verdict.searched, context.articles)}`),
    lines(`-# ${CONTRACT}`, { tight: true }),
  ];
}

function judgement(verdict: AnswerOf<'verdict'>, rest: Partial<LinesPart> = {}): readonly LinesPart[] {
  const { name, sentence } = verdictInWords(verdict);
  const claim = claimInWords(verdict);
  const details = [...verdict.differences.map(differenceInWords), ...verdict.omitted.map(omittedInWords)];
  return [
    lines(`**${name}.** ${sentence}${claim === undefined ? '' : ` ${escape(claim)}`}`, rest),
    ...details.map((detail) => lines(`- ${inline(detail)}`, { tight: true })),
  ];
}
