import { isTextBlock, type Article } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { openingDateline } from './dates/dateline.ts';

/** A stretch of the source as the reader gets it: letter for letter as long as the source, so that offsets agree. */
interface TaggedText {
  readonly span: Span;
  readonly text: string;
}

/**
 * Lists what is tagged of an article, in order: its sentences, and its titles and headings as a whole. The dateline before
 * the first sentence is blank, since it is no part of the clause that it stands before.
 */
export function taggedTexts({ source, blocks }: Pick<Article, 'source' | 'blocks'>): readonly TaggedText[] {
  const dateline = openingDateline({ source, blocks })?.span;
  return blocks
    .flatMap((block): readonly Span[] => (isTextBlock(block) ? block.sentences : [block.span]))
    .map((span) => ({ span, text: textFrom(source, span, span[0] === dateline?.[0] ? dateline[1] : undefined) }));
}

/** The words of a span, with blanks for what is before an offset, if that leaves any words. */
function textFrom(source: string, [start, end]: Span, from = start): string {
  const rest = source.slice(Math.min(from, end), end);
  return rest.trim() === '' ? source.slice(start, end) : rest.padStart(end - start, ' ');
}
