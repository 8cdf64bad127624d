import type { AnswerOf } from '../answer/answer.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { contains, type Span } from '../language/span.ts';
import { inline } from './citation.ts';
import { counted } from './counted.ts';
import { escape } from './escape.ts';
import { label } from './label.ts';
import { lines, type LinesPart, type Part } from './part.ts';
import { articleOf, passageChoice, quotePart, type PartContext } from './partContext.ts';
import { searchedInWords } from './searched.ts';
import { CONTRACT, claimInWords, detailsInWords, verdictInWords } from './verdictWords.ts';

type Verdict = AnswerOf<'verdict'>;

const QUOTE_MAX_CHARS = 200;
const SHORT_QUOTE_MAX_CHARS = 60;

/**
 * Lays out a verdict: what it is in words, what differs, the source's own words with what differs or was left out in
 * bold, what was searched, and what was compared.
 */
export function verdictParts(verdict: Verdict, context: PartContext): readonly Part[] {
  return [
    ...judgement(verdict),
    ...verdict.matches.map((excerpt) => match(verdict, excerpt, context)),
    ...frame(verdict.searched, context),
  ];
}

/** Lays out the verdicts on the quotations of a message, each with the passage that it was compared with. */
export function verdictsParts({ verdicts }: AnswerOf<'verdicts'>, context: PartContext): readonly Part[] {
  const [first] = verdicts;
  if (!first)
    return [lines('There is no quotation in this message: nothing between quotation marks, and no block quote.')];
  return [
    lines(`${counted(verdicts.length, 'quotation')} in this message.`),
    ...verdicts.flatMap(({ quote, verdict }, index): readonly Part[] => [
      lines(`**${index + 1}.** “${inline(label(quote, QUOTE_MAX_CHARS))}”`),
      ...judgement(verdict, { tight: true }),
      ...verdict.matches.slice(0, 1).map((excerpt) => match(verdict, excerpt, context)),
    ]),
    ...frame(first.verdict.searched, context),
  ];
}

/** Lays out the same in one line a quotation, for messages with many; the passages are entries of the select. */
export function shortVerdictsParts({ verdicts }: AnswerOf<'verdicts'>, context: PartContext): readonly Part[] {
  return [
    lines(`${counted(verdicts.length, 'quotation')} in this message.`),
    ...verdicts.map(({ quote, verdict }, index): Part => {
      const [nearest] = verdict.matches;
      const place = nearest
        ? `, ${inline(nearest.reference)} of ${inline(label(articleOf(nearest, context.articles)?.title ?? nearest.article, SHORT_QUOTE_MAX_CHARS))}`
        : '';
      const name = verdictInWords(verdict).name;
      return lines(`**${index + 1}.** “${inline(label(quote, SHORT_QUOTE_MAX_CHARS))}”: **${name}**${place}`, {
        tight: true,
        ...(nearest ? { choice: passageChoice(nearest) } : {}),
      });
    }),
    ...frame(verdicts[0]?.verdict.searched ?? [], context),
  ];
}

function judgement(verdict: Verdict, rest: Partial<LinesPart> = {}): readonly LinesPart[] {
  const { name, sentence } = verdictInWords(verdict);
  const claim = claimInWords(verdict);
  return [
    lines(`**${name}.** ${sentence}${claim === undefined ? '' : ` ${escape(claim)}`}`, rest),
    ...detailsInWords(verdict).map((detail) => lines(`- ${inline(detail)}`, { tight: true })),
  ];
}

function match(verdict: Verdict, excerpt: Excerpt, context: PartContext): Part {
  const source = articleOf(excerpt, context.articles)?.source;
  const spans = [
    ...verdict.differences.filter(({ source: words, span }) => words.trim() !== '' && source?.slice(...span) === words),
    ...verdict.omitted.filter(({ text, span }) => source?.slice(...span) === text),
  ].map(({ span }) => span);
  return quotePart(excerpt, context, {
    choice: passageChoice(excerpt),
    marked: inOrder(spans.filter((span) => contains(excerpt.span, span))),
  });
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return spans.toSorted(([a], [b]) => a - b);
}

function frame(searched: Verdict['searched'], context: PartContext): readonly Part[] {
  return [lines(`-# ${searchedInWords(searched, context.articles)}`), lines(`-# ${CONTRACT}`, { tight: true })];
}
