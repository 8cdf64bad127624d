import type { Block, ParagraphRole } from '../article/article.ts';
import type { Piece } from './piece.ts';
import { sentences } from '../language/sentences.ts';
import { trimmed, type Span } from '../language/span.ts';
import { struckSpans } from '../language/struck.ts';
import { withReferences } from './withReferences.ts';
import { entryAt } from '../runtime/entryAt.ts';

interface Writing {
  readonly source: string;
  readonly language: string;
}

/** Roles whose text is no prose: every line is one sentence. */
const LINE_ROLES: ReadonlySet<ParagraphRole | undefined> = new Set<ParagraphRole>(['code', 'row']);

/** Numbers paragraphs and captions in order, tells entries of references from text, and finds the sentences of each block. */
export function buildBlocks(pieces: readonly Piece[], { source, language }: Writing): readonly Block[] {
  const next = { paragraph: 1, caption: 1 };
  return withReferences(pieces, source).map((piece): Block => {
    const { kind, span } = piece;
    const pages = {
      ...(piece.page === undefined ? {} : { page: piece.page }),
      ...(piece.pageTurns === undefined || piece.pageTurns.length === 0 ? {} : { pageTurns: piece.pageTurns }),
    };
    switch (kind) {
      case 'title':
        return { kind, span, ...pages };
      case 'heading':
        return { kind, level: piece.level ?? 2, span, ...pages };
      case 'standfirst':
        return { kind, span, sentences: pieceSentences(piece, { source, language }), ...pages };
      case 'paragraph': {
        const role = piece.role === undefined ? {} : { role: piece.role };
        const found = pieceSentences(piece, { source, language });
        return { kind, number: next.paragraph++, ...role, span, sentences: found, ...pages };
      }
      case 'caption': {
        const credit = piece.credit === undefined ? {} : { credit: piece.credit };
        const found = pieceSentences(piece, { source, language });
        return { kind, number: next.caption++, span, sentences: found, ...credit, ...pages };
      }
      default:
        return kind satisfies never;
    }
  });
}

function pieceSentences({ span, role, credit, breaks = [] }: Piece, { source, language }: Writing): readonly Span[] {
  const end = credit === undefined ? span[1] : credit[0];
  const borders = [span[0], ...breaks.filter((at) => at > span[0] && at < end), end];
  return borders.slice(1).flatMap((to, index) => {
    const [start, stop] = trimmed(source, [entryAt(borders, index), to]);
    if (start === stop) return [];
    const text = source.slice(start, stop);
    const found = LINE_ROLES.has(role) ? lineSpans(text) : sentences(withClosedMarks(text), language);
    return found.map(([from, until]): Span => [start + from, start + until]);
  });
}

/** A text as its sentences are read, of the same length: wrapped lines are one, and marks of struck-out words close like quotation marks. */
function withClosedMarks(text: string): string {
  const line = text.replaceAll(/[\r\n]/gu, ' ');
  return struckSpans(line).reduceRight(
    (read, [from, to]) => `${read.slice(0, from)}““${read.slice(from + 2, to - 2)}””${read.slice(to)}`,
    line,
  );
}

function lineSpans(text: string): readonly Span[] {
  return Array.from(text.matchAll(/\S(?:[^\r\n]*\S)?/gu), (match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
}
