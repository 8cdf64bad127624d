import type { AnswerOf } from '../../answer/answer.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { contains, trimmed } from '../../language/span.ts';
import { inline } from '../words/citation.ts';
import { earlierVerdictInWords, editionsInWords, otherMatches } from '../words/verdicts/editionWords.ts';
import { escape } from '../escape.ts';
import { truncate } from '../truncate.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { lines, type LinesPart, type Part, type QuotePart } from './part.ts';
import { articleOf, passageChoice, quotePart, type RenderContext } from './renderContext.ts';
import { searchedInWords } from '../words/searched.ts';
import { type VerdictLook, verdictLook } from '../words/verdicts/verdictLook.ts';
import {
  claimInWords,
  detailsInWords,
  isMissing,
  verdictInWords,
  warningInWords,
} from '../words/verdicts/verdictWords.ts';
import { CHECK_THE_OTHERS, NO_QUOTATION, quotationsInWords } from '../words/verdicts/quotationsInWords.ts';

type Verdict = AnswerOf<'verdict'>;

/** Verdicts on words that the source does not have in this form. */
const MARKS_DIFFERENCES: ReadonlySet<Verdict['verdict']> = new Set(['altered', 'spliced']);
const QUOTE_MAX_CHARS = 200;
const SHORT_QUOTE_MAX_CHARS = 60;

/**
 * Lays out a verdict: its sentence, the differences, the source's own words with differences and omissions in bold,
 * what was searched, and what was compared.
 */
export function verdictParts(verdict: Verdict, context: RenderContext): readonly Part[] {
  return [...judgement(verdict, context), ...passageParts(verdict, context), ...frame([verdict], context)];
}

/** Lays out the verdicts on the quotations of a message, each with the passage it was compared with. */
export function verdictsParts(answer: AnswerOf<'verdicts'>, context: RenderContext): readonly Part[] {
  const { verdicts } = answer;
  if (verdicts.length === 0) return [lines(NO_QUOTATION)];
  return [
    lines(countInWords(answer, context)),
    ...verdicts.flatMap(({ number, quote, verdict }, index): readonly Part[] => [
      lines(`**${number ?? index + 1}.** “${inline(truncate(quote, QUOTE_MAX_CHARS))}”`),
      ...judgement(verdict, context, { compact: true }),
      ...passageParts(verdict, context).slice(0, 1),
    ]),
    ...frame(
      verdicts.map(({ verdict }) => verdict),
      context,
    ),
  ];
}

/** Lays out the same with one line per quotation, for messages with many; the passages are entries of the select. */
export function shortVerdictsParts(answer: AnswerOf<'verdicts'>, context: RenderContext): readonly Part[] {
  const { verdicts } = answer;
  return [
    lines(countInWords(answer, context)),
    ...verdicts.map(({ number, quote, verdict }, index): Part => {
      const [nearest] = shownMatches(verdict);
      const place = nearest
        ? `, ${inline(nearest.reference)} of ${inline(truncate(articleOf(nearest, context.articles)?.title ?? nearest.article, SHORT_QUOTE_MAX_CHARS))}`
        : '';
      const { name } = earlierVerdictInWords(verdict, context.articles) ?? verdictInWords(verdict);
      return lines(
        `**${number ?? index + 1}.** “${inline(truncate(quote, SHORT_QUOTE_MAX_CHARS))}”: ${lookOfVerdict(verdict, context.articles).sign} **${name}**${place}${warningInWords(verdict)}`,
        {
          compact: true,
          ...(nearest ? { choice: passageChoice(nearest) } : {}),
        },
      );
    }),
    ...frame(
      verdicts.map(({ verdict }) => verdict),
      context,
    ),
  ];
}

/** Says how many quotations there are, and which of them are checked here. */
function countInWords(
  { verdicts, quotations, checked }: AnswerOf<'verdicts'>,
  { request: { options } }: RenderContext,
): string {
  const words = quotationsInWords({ verdicts: verdicts.length, quotations, checked });
  const rest = checked !== undefined && checked[1] < (quotations ?? 0) && options['target'] === undefined;
  return rest ? `${words} ${CHECK_THE_OTHERS}` : words;
}

/** The passages to show: those of the verdict, then those in other articles, or else the closest ones. */
export function shownMatches({ matches, elsewhere = [], nearest }: Verdict): readonly Excerpt[] {
  const found = [...matches, ...elsewhere];
  return found.length === 0 && nearest ? [nearest] : found;
}

/** The passages of the judged edition, then those of others; only the latter if the judged one has none. */
function passageParts(verdict: Verdict, context: RenderContext): readonly Part[] {
  const others = otherMatches(verdict).map((excerpt) => match({ ...verdict, verdict: 'exact' }, excerpt, context));
  if (others.length > 0 && verdict.matches.length === 0 && !verdict.elsewhere) return others;
  return [...oncePerSentence(shownMatches(verdict).map((excerpt) => match(verdict, excerpt, context))), ...others];
}

/** Shows a sentence once that has the words several times, with all of them marked. */
function oncePerSentence(parts: readonly QuotePart[]): readonly QuotePart[] {
  const sentences = Map.groupBy(parts, ({ source, span }) => `${span.join('-')} ${source}`);
  return Array.from(sentences.values(), (same) => ({
    ...entryAt(same, 0),
    ...(same.some(({ marked }) => marked) ? { marked: same.flatMap(({ marked = [] }) => marked) } : {}),
  }));
}

/** The colour and sign of a verdict. */
export function lookOfVerdict(verdict: Verdict, articles: RenderContext['articles']): VerdictLook {
  return verdictLook(verdict, { isEarlier: earlierVerdictInWords(verdict, articles) !== undefined });
}

function judgement(verdict: Verdict, { articles }: RenderContext, rest: Partial<LinesPart> = {}): readonly LinesPart[] {
  const { name, sentence } = earlierVerdictInWords(verdict, articles) ?? verdictInWords(verdict);
  const about = [sentence, claimInWords(verdict, articles), editionsInWords(verdict)].filter(
    (each) => each !== undefined,
  );
  return [
    lines(`${lookOfVerdict(verdict, articles).sign} **${name}.** ${escape(about.join(' '))}`, rest),
    ...detailsInWords(verdict).map((detail) => lines(`- ${inline(detail)}`, { compact: true })),
  ];
}

/**
 * Shows the sentences that contain the words; in bold what was quoted of them, or what differs and what was left out.
 */
function match(verdict: Verdict, excerpt: Excerpt, context: RenderContext): QuotePart {
  const part = quotePart(excerpt, context, { choice: passageChoice(excerpt) });
  const { article } = part;
  const { within } = excerpt;
  if (!article) return part;
  const shown = within ? { ...part, span: within.span, reference: within.reference } : part;
  if (!MARKS_DIFFERENCES.has(verdict.verdict)) return within ? { ...shown, marked: [excerpt.span] } : shown;
  const spans = [...verdict.differences, ...verdict.omitted]
    .map(({ span }) => span)
    .map((span) => trimmed(article.source, span))
    .filter((span) => contains(shown.span, span));
  return { ...shown, marked: spans };
}

/** Says what was searched, where that is all that can be said of a quotation. */
function frame(verdicts: readonly Verdict[], { articles }: RenderContext): readonly Part[] {
  const missing = verdicts.find(isMissing);
  return missing ? [lines(searchedInWords(missing.searched, articles))] : [];
}
