import type { Excerpt } from '../excerpt/excerpt.ts';
import type { Span } from '../language/span.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import { SELECT_MAX_OPTIONS } from './limits.ts';
import { nextSpan } from './parts/nextSpan.ts';
import type { Part, PartChoice, QuotePart } from './parts/part.ts';
import { renderPart, sentencesIn, withBoldSpans } from './parts/renderPart.ts';
import { lastOf } from '../runtime/entryAt.ts';

/** Space for the text of a page: UTF-16 code units, and UTF-8 bytes. */
export interface Room {
  readonly chars: number;
  readonly bytes: number;
}

/** An excerpt with the span that is shown around it. */
interface ShownQuote {
  readonly excerpt: Excerpt;
  readonly span: Span;
  readonly isBefore?: boolean | undefined;
}

/** One page of a reply. */
export interface Page {
  readonly markdown: string;
  /** The same with little small print. */
  readonly brief: string;
  /** The parts on this page, in order (some continued), and how much of the source they show over all pages. */
  readonly quotes: readonly ShownQuote[];
  readonly choices: readonly PartChoice[];
  readonly title: string | undefined;
  /** What is still to be said of the source of the last quotes. */
  readonly source: string;
}

interface Draft {
  markdown: string;
  brief: string;
  source: string;
  heading: string | undefined;
  readonly quotes: ShownQuote[];
  readonly choices: PartChoice[];
  title: string | undefined;
}

/**
 * Lays parts out on pages without losing a character of what is quoted. Quotes are cut at sentence borders; a sentence
 * longer than a page continues on the next one. Below each cut a line says what is still to come.
 */
export function paginate(parts: readonly Part[], room: Room): readonly Page[] {
  return finish(pageSteps(parts, room));
}

/** Does what `paginate` does, one page per step. */
export function* pageSteps(parts: readonly Part[], room: Room): Steps<readonly Page[]> {
  const pages: Draft[] = [blank()];
  let done = 0;
  for (const [index, part] of parts.entries()) {
    const last = lastOf(pages);
    if ((part.pageBreakBefore || (part.choice && last.choices.length === SELECT_MAX_OPTIONS)) && last.markdown !== '')
      pages.push(blank());
    if (part.kind === 'lines') {
      const between = part.compact ? '\n' : '\n\n';
      if (part.keepWithNext && belongsToNext(lastOf(pages), parts.slice(index, index + 2), room)) turn(pages);
      if (!fitsAfter(lastOf(pages).markdown, part.markdown, { room, between })) turn(pages);
      add(lastOf(pages), { markdown: part.markdown, brief: part.markdown, between });
    } else {
      const before = parts[index - 1];
      yield* layQuote(part, pages, { room, between: before?.kind === 'lines' && before.keepWithNext ? '\n' : '\n\n' });
    }
    const page = lastOf(pages);
    if (part.title !== undefined) page.title ??= part.title;
    if (part.choice) page.choices.push(part.choice);
    if (pages.length > done) {
      done = pages.length;
      yield;
    }
  }
  return pages;
}

function* layQuote(
  given: QuotePart,
  pages: Draft[],
  { room, between }: { readonly room: Room; readonly between: string },
): Steps<void> {
  const part = yield* withBoldSpans(given);
  const [start, end] = part.span;
  // Escaping never shortens a text, so a text that is already too long need not be tried.
  const whole = end - start <= room.chars ? renderPart(part, [start, end]) : undefined;
  if (whole !== undefined) {
    // A quote that fits on a page of its own is not split, unless that would leave a page without any quote.
    const last = lastOf(pages);
    const fitsHere = fitsAfter(last.markdown, below(last, part, whole), { room, between });
    if (last.quotes.length > 0 && !fitsHere && fitsAfter('', below(blank(), part, whole), { room })) turn(pages);
    const headed = below(lastOf(pages), part, whole);
    if (fitsAfter(lastOf(pages).markdown, headed, { room, between })) {
      place(lastOf(pages), part, { span: part.span, between });
      return;
    }
  }
  const sentences = sentencesIn(part);
  let at = start;
  while (at < end) {
    const page = lastOf(pages);
    const span = yield* nextSpan(part, at, {
      sentences,
      fits: (candidate) =>
        fitsAfter(page.markdown, below(page, part, renderPart(part, candidate, { sentences })), { room, between }),
      // Also below a heading: a page with nothing else would be useless.
      alone: page.quotes.length === 0 && page.markdown.length < room.chars / 2,
      chars: room.chars,
    });
    if (span) {
      place(page, part, { span, sentences, between });
      at = span[1];
    }
    if (at < end) turn(pages);
    yield;
  }
}

function place(
  page: Draft,
  part: QuotePart,
  {
    span,
    sentences = [],
    between,
  }: { readonly span: Span; readonly sentences?: readonly Span[]; readonly between: string },
): void {
  const [markdown, brief] = [false, true].map((isBrief) =>
    below(page, part, renderPart(part, span, { sentences, isBrief })),
  ) as [string, string];
  add(page, { markdown, brief, between });
  page.heading = part.heading;
  page.source = part.heading !== undefined || (part.endsSource && span[1] === part.span[1]) ? '' : part.source;
  page.quotes.push({ excerpt: part.excerpt, span: part.span, isBefore: part.isBefore });
  if (part.title !== undefined) page.title = part.title;
}

/** Returns true if lines and the quote after them fit together on the next page, but no longer on this one. */
function belongsToNext(page: Draft, [own, next]: readonly Part[], room: Room): boolean {
  if (own?.kind !== 'lines' || next?.kind !== 'quote') return false;
  const together = `${own.markdown}\n${renderPart(next, next.span)}`;
  return !fitsAfter(page.markdown, together, { room }) && fitsAfter('', together, { room });
}

function blank(): Draft {
  return { markdown: '', brief: '', quotes: [], choices: [], title: undefined, source: '', heading: undefined };
}

/** Puts the heading of a quote above it, unless the quote before it on the page has the same. */
function below(page: Draft, { heading }: QuotePart, markdown: string): string {
  return heading === undefined || heading === page.heading ? markdown : `${heading}\n${markdown}`;
}

function turn(pages: Draft[]): void {
  if (lastOf(pages).markdown !== '') pages.push(blank());
}

function add(
  page: Draft,
  { markdown, brief, between }: { readonly markdown: string; readonly brief: string; readonly between: string },
): void {
  page.markdown = page.markdown === '' ? markdown : `${page.markdown}${between}${markdown}`;
  page.brief = page.brief === '' ? brief : `${page.brief}${between}${brief}`;
}

function fitsAfter(
  before: string,
  markdown: string,
  { room, between = '\n\n' }: { readonly room: Room; readonly between?: string },
): boolean {
  const text = before === '' ? markdown : `${before}${between}${markdown}`;
  return text.length <= room.chars && Buffer.byteLength(text) <= room.bytes;
}
