import type { AnswerOf } from '../../answer/answer.ts';
import { isReference } from '../../article/handle.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { contains, type Span } from '../../language/span.ts';
import { inline, sourceHeading } from '../words/citation.ts';
import { matchTitle } from '../words/pageWords.ts';
import { CLOSEST_TO_MESSAGE, leftOut, moreFound, saidOfEach } from '../words/passageWords.ts';
import { escape } from '../escape.ts';
import { noted } from './nothingParts.ts';
import { nearInWords, nearnessInWords } from '../words/nothingWords.ts';
import { lines, type Part, type QuotePart } from './part.ts';
import { passageChoice, quotePart, type RenderContext } from './renderContext.ts';
import { sentenceSpans } from './sentenceSpans.ts';
import { remarkParts } from './remarkParts.ts';
import { sectionHeading, summaryHeading } from '../words/summaryHeading.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** How much of a paragraph is shown around the answer. */
const AROUND_MAX_CHARS = 1200;
/**
 * How many passages follow the answer on its own page if their scores are close to it, and how many each later page
 * has.
 */
const BESIDE_ANSWER = 2;
const NEAR_SHARE = 0.5;
const PASSAGES_A_PAGE = 5;

/**
 * Lays out excerpts the way their command shows them: an answer in its paragraph, one match per page, or a text to
 * read.
 */
export function excerptParts(answer: AnswerOf<'excerpts'>, context: RenderContext): readonly Part[] {
  return [
    ...remarkParts(answer),
    ...introduction(answer, context),
    ...bodyParts(answer, context),
    ...(answer.more > 0 ? [lines(moreFound(answer.more))] : []),
  ];
}

/** Lays out the sentences of a summary below its heading; those of several articles below a heading for each. */
export function summaryParts(answer: AnswerOf<'summary'>, context: RenderContext): readonly Part[] {
  const { name, after } = summaryHeading(answer, context.articles);
  const isOfSeveral = new Set(answer.excerpts.map(({ article }) => article)).size > 1;
  return [
    lines(`**${inline(name)}**${after}`),
    ...answer.excerpts
      .flatMap((excerpt) => (excerpt.before ? [excerpt.before, excerpt] : [excerpt]))
      .map((excerpt) => {
        const part = quotePart(excerpt, context, { isSectionKnown: answer.section !== undefined });
        return isOfSeveral ? { ...part, heading: sourceHeading(part.article, excerpt.article) } : part;
      }),
  ];
}

function introduction(
  answer: AnswerOf<'excerpts'>,
  { request: { command, options }, articles }: RenderContext,
): readonly Part[] {
  if (options['message'] !== undefined) return [lines(CLOSEST_TO_MESSAGE)];
  const ofEach = saidOfEach(answer);
  if (ofEach !== undefined) return [lines(ofEach)];
  if (command !== 'section') return [];
  const { section, article } = entryAt(answer.excerpts, 0);
  const { name, after } = sectionHeading(article, section, articles);
  return [lines(`**${inline(name)}**${after.replace(/,$/u, '')}`)];
}

/** Whether the excerpts are separate matches, rather than one text. */
export function areMatches(
  { excerpts }: AnswerOf<'excerpts'>,
  { request: { command, options } }: Pick<RenderContext, 'request'>,
): boolean {
  if (command !== 'quote' || options['scope'] === 'context') return false;
  // A number that names no paragraph is searched for as a word; only search results have a score.
  return excerpts[0]?.score !== undefined || !isReference(String(options['text'] ?? ''));
}

function bodyParts(answer: AnswerOf<'excerpts'>, context: RenderContext): readonly Part[] {
  const { excerpts, more, near } = answer;
  const { command, options } = context.request;
  if (command === 'ask') return answerParts(excerpts, context);
  const introduced = nearInWords(answer, context);
  const noteOf = (index: number) => (near?.passages[index] ? noted(nearnessInWords(near.passages[index])) : {});
  if (areMatches(answer, context) && excerpts.length > 1) {
    const kind = near ? 'passage' : 'match';
    return excerpts.flatMap((excerpt, index): readonly Part[] => {
      const page = { pageBreakBefore: true as const, title: matchTitle(kind, index + 1, excerpts.length + more) };
      if (introduced === undefined) return wholeParts(excerpt, context, page);
      return [
        lines(inline(introduced), { ...page, keepWithNext: true }),
        { ...quotePart(excerpt, context, { title: page.title }), ...noteOf(index) },
      ];
    });
  }
  const isList = options['message'] !== undefined;
  return [
    ...(introduced === undefined ? [] : [lines(inline(introduced), { keepWithNext: true })]),
    ...excerpts.flatMap((excerpt, index) =>
      introduced === undefined && !isList
        ? wholeParts(excerpt, context, { isSectionKnown: command === 'section' })
        : [{ ...quotePart(excerpt, context, isList ? { choice: passageChoice(excerpt) } : {}), ...noteOf(index) }],
    ),
  ];
}

/** Lays out a quoted sentence with the question that it answers or the lead-in of its list, and its reply or list. */
function wholeParts(
  { before, ...excerpt }: Excerpt,
  context: RenderContext,
  page: { readonly pageBreakBefore?: true; readonly title?: string; readonly isSectionKnown?: boolean } = {},
): readonly QuotePart[] {
  const { after = [] } = excerpt;
  return [
    ...(before ? [quotePart(before, context, { ...page, isBefore: true })] : []),
    quotePart(excerpt, context, before ? {} : page),
    ...after.map((part) => quotePart(part, context)),
  ];
}

function answerParts(excerpts: readonly Excerpt[], context: RenderContext): readonly Part[] {
  const [best, ...others] = excerpts;
  if (!best) return [];
  const answer = inItsParagraph(quotePart(best, context));
  const rest = others.filter(({ article, span }) => article !== best.article || !contains(answer.span, span));
  const near = rest
    .slice(0, BESIDE_ANSWER)
    .filter(({ score = 0 }) => score >= NEAR_SHARE * (answer.excerpt.score ?? 0));
  const list = ({ after = [] }: Excerpt): readonly QuotePart[] => after.map((item) => quotePart(item, context));
  const isShown = ({ article, span }: Excerpt): boolean => article === best.article && contains(answer.span, span);
  return [
    ...(best.before && !isShown(best.before) ? [quotePart(best.before, context, { isBefore: true })] : []),
    answer,
    ...list(best),
    ...rest.flatMap((excerpt, index) => {
      const pageBreakBefore = index >= near.length && (index - near.length) % PASSAGES_A_PAGE === 0;
      const { before } = excerpt;
      if (!before || isShown(before))
        return [quotePart(excerpt, context, { pageBreakBefore, choice: passageChoice(excerpt) }), ...list(excerpt)];
      return [
        quotePart(before, context, { pageBreakBefore, isBefore: true }),
        quotePart(excerpt, context, { choice: passageChoice(excerpt) }),
        ...list(excerpt),
      ];
    }),
  ];
}

/** Shows the sentence in bold, with as much of its paragraph as fits, and says how much was left out. */
function inItsParagraph(part: QuotePart): QuotePart {
  const { excerpt, article } = part;
  const { within } = excerpt;
  if (!within || !article) return part;
  const sentences = sentenceSpans(article, within.span);
  const [span, before, after] = sentencesAround(sentences, excerpt.span);
  const left = leftOut({ before, after }, escape(within.reference));
  return {
    ...part,
    span,
    marked: [excerpt.answer?.span ?? excerpt.span],
    ...(left === '' ? {} : { note: left }),
  };
}

function sentencesAround(
  sentences: readonly Span[],
  inner: Span,
): readonly [span: Span, before: number, after: number] {
  let from = sentences.findIndex(([, end]) => end > inner[0]);
  let to = sentences.findLastIndex(([start]) => start < inner[1]) + 1;
  const length = (a: number, b: number): number => entryAt(sentences, b - 1)[1] - entryAt(sentences, a)[0];
  for (let grown = true; grown;) {
    grown = false;
    if (to < sentences.length && length(from, to + 1) <= AROUND_MAX_CHARS) [to, grown] = [to + 1, true];
    if (from > 0 && length(from - 1, to) <= AROUND_MAX_CHARS) [from, grown] = [from - 1, true];
  }
  return [[entryAt(sentences, from)[0], entryAt(sentences, to - 1)[1]], from, sentences.length - to];
}
