import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { bold, escape, quoted } from '../escape.ts';
import { placeLine } from '../words/citation.ts';
import { CONTINUED, onNextPage } from '../words/pageWords.ts';
import { boldSpans, boldSpanSteps } from './boldSpans.ts';
import type { QuotePart } from './part.ts';
import { firstAfter, sentenceSpans } from './sentenceSpans.ts';
import { entryAt } from '../../runtime/entryAt.ts';

interface RenderOptions {
  /** The part's sentences. Needed if the span does not end it. */
  readonly sentences?: readonly Span[];
  /** Whether nothing but the place is in small print, without the section. Default: no. */
  readonly isBrief?: boolean;
}

/** Renders a span of a quote, with what is said below it. */
export function renderPart(
  part: QuotePart,
  [from, to]: Span,
  { sentences = [], isBrief = false }: RenderOptions = {},
): string {
  const { span, marked = [], excerpt, article, link, reference, edition, note, source, endsSource } = part;
  const remark = from > span[0] ? CONTINUED : undefined;
  const small = isBrief ? '' : '-# ';
  return [
    quoted(withMarks(part, [from, to], marked)),
    ...(to < span[1] ? [`${small}*${rest(part, to, sentences)}*`] : []),
    placeLine(excerpt, { link, remark, reference, edition, article, isBrief: isBrief || part.isSectionKnown === true }),
    ...(note === undefined || to < span[1] ? [] : [`${small}${note}`]),
    ...(endsSource && to === span[1] ? [source] : []),
  ].join('\n');
}

/**
 * Returns the part with the spans that its marks are set in bold as: what takes long with thousands of marks is then
 * done once, rather than for each length that is tried.
 */
export function* withBoldSpans(part: QuotePart): Steps<QuotePart> {
  const { span, marked = [] } = part;
  if (marked.length === 0) return part;
  const spans = yield* boldSpanSteps(
    partText(part, span),
    marked.map(([start, end]): Span => [start - span[0], end - span[0]]),
  );
  return { ...part, marked: spans.map(([start, end]): Span => [start + span[0], end + span[0]]) };
}

function withMarks(part: QuotePart, span: Span, marked: readonly Span[]): string {
  const text = partText(part, span);
  let markdown = '';
  let at = 0;
  const marks = marked
    .filter(([start, end]) => start < span[1] && end > span[0])
    .map(([start, end]): Span => [start - span[0], end - span[0]]);
  for (const [start, end] of boldSpans(text, marks)) {
    markdown += escape(text.slice(at, start)) + bold(escape(text.slice(start, end)));
    at = end;
  }
  return markdown + escape(text.slice(at));
}

function rest(part: QuotePart, at: number, sentences: readonly Span[]): string {
  const first = firstAfter(sentences, at);
  const isCut = entryAt(sentences, first)[0] !== at;
  const left = { sentences: sentences.length - first - (isCut ? 1 : 0), isCut };
  return onNextPage(escape(part.reference), left);
}

/** The sentences of a part; the whole of it where its article is not known. */
export function sentencesIn({ article, span }: QuotePart): readonly Span[] {
  return article ? sentenceSpans(article, span) : [span];
}

function partText(part: QuotePart, span: Span): string {
  return sourceOf(part).slice(...span);
}

/** The source that the spans of a part are about. */
export function sourceOf({ article, excerpt }: QuotePart): string {
  return article?.source ?? ' '.repeat(excerpt.span[0]) + excerpt.text;
}
