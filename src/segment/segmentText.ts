import { detectLanguage } from '../language/detectLanguage.ts';
import { buildBlocks, type Piece } from './buildBlocks.ts';
import { chunksOf } from './chunks.ts';
import { checkText } from './decodeText.ts';
import type { Draft, SegmentOptions } from './draft.ts';
import { headerMetadata } from './headerMetadata.ts';
import { findCredits } from './text/credits.ts';
import { findHeadings } from './text/headings.ts';
import { findRulers } from './text/rulers.ts';
import { findStandfirst } from './text/standfirst.ts';
import { findTitle } from './text/title.ts';
import { partOf, type Part, type TextPass } from './text/part.ts';

/** In order; each decides on parts that the ones before it left open. */
const PASSES: readonly TextPass[] = [findCredits, findTitle, findStandfirst, findHeadings, findRulers];

/**
 * Reads plain text as an article. The source is the text as it is (without a byte order mark); blocks are found by
 * layout and shape alone: empty lines, wrapping, length, closing punctuation, position, picture credits. Linear time.
 */
export function segmentText(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  const source = read.text;
  const language = options.language ?? detectLanguage(source) ?? 'en';
  const parts = PASSES.reduce<readonly Part[]>(
    (found, pass) => pass(found, { source, language }),
    chunksOf(source).map((chunk) => partOf(source, chunk)),
  );
  const pieces = parts.map(pieceOf);
  if (!pieces.some(({ kind }) => kind === 'paragraph'))
    return { kind: 'invalid', message: 'the file has no paragraph of text' };
  const title = parts.find(({ as }) => as === 'title')?.span;
  const metadata = { ...headerMetadata(source, { title, pieces }), language };
  return { kind: 'draft', source, blocks: buildBlocks(pieces, { source, language }), metadata };
}

const ROLES = { item: 'item', row: 'row', quote: 'quote', footnote: 'footnote' } as const;

function pieceOf({ span, as, shape, level, credit, breaks }: Part): Piece {
  const kind = as ?? (shape === 'caption' || shape === 'credit' ? 'caption' : 'paragraph');
  const role = kind === 'paragraph' && shape in ROLES ? ROLES[shape as keyof typeof ROLES] : undefined;
  return {
    kind,
    span,
    breaks,
    ...(level === undefined ? {} : { level }),
    ...(role === undefined ? {} : { role }),
    ...(credit === undefined || kind !== 'caption' ? {} : { credit }),
  };
}
