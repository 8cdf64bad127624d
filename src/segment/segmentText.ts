import { detectLanguage } from '../language/detectLanguage.ts';
import { buildBlocks } from './buildBlocks.ts';
import type { Piece } from './piece.ts';
import { chunksOf } from './chunks.ts';
import { checkText } from './decodeText.ts';
import type { Draft, SegmentOptions } from './draft.ts';
import { headerMetadata } from './headerMetadata.ts';
import { headMetadata } from './head/headMetadata.ts';
import { textHead } from './text/heads/textHead.ts';
import { findFurniture } from './text/furniture.ts';
import { joinDropCaps } from './text/joinDropCaps.ts';
import { setPagesApart } from './text/setPagesApart.ts';
import { isDirection } from './shape.ts';
import { signatureLines } from './signatures.ts';
import { withoutCues, type WithoutCues } from './text/withoutCues.ts';
import { TIMES_NOTE, withoutTimes } from './lines/withoutTimes.ts';
import { lineStart } from './text/lineStart.ts';
import { findBrackets } from './text/brackets.ts';
import { findChat } from './text/chat.ts';
import { findCode } from './text/codeBlocks.ts';
import { decodedMail } from './text/decodedMail.ts';
import { findCredits } from './text/credits.ts';
import { digestTitle, findLetters } from './text/letterHeads.ts';
import { findHeadings } from './text/headings/headings.ts';
import { findFences } from './text/fences.ts';
import { findNotes } from './text/notes.ts';
import { findOutline } from './text/outlineHeads.ts';
import { findRulers } from './text/rulers.ts';
import { findStandfirst } from './text/standfirst.ts';
import { findTables } from './text/tables.ts';
import { findTitle, titleText } from './text/title.ts';
import { partOf, type Part, type TextPass } from './text/part.ts';

/** In order; each decides on parts that the ones before it left open. */
const PASSES: readonly TextPass[] = [
  findFences,
  findChat,
  findBrackets,
  findLetters,
  findFurniture,
  findTables,
  findCode,
  findCredits,
  findNotes,
  findTitle,
  findStandfirst,
  findOutline,
  findHeadings,
  findRulers,
];

/** What is said has no headings, and its first words are its title only where they stand above the first cue. */
function passesFor(cues: WithoutCues | undefined): readonly TextPass[] {
  return PASSES.filter(
    (pass) =>
      (cues?.isNamed !== false || (pass !== findTitle && pass !== findStandfirst)) &&
      (cues?.isSpeech !== true || (pass !== findOutline && pass !== findHeadings)),
  );
}

/**
 * Reads plain text as an article. The source is the text as it is, without a byte order mark; running heads that cut a
 * paragraph stand behind it, a drop cap is joined to its word, and subtitles lose their times. Blocks are found by layout and shape
 * alone: empty lines, wrapping, length, closing punctuation, position, picture credits. Linear time.
 */
export function segmentText(text: string, options: SegmentOptions = {}): Draft {
  const read = checkText(text);
  if (read.kind === 'invalid') return read;
  if (/^\s*(?:<!doctype html|<html[\s>])/iu.test(read.text.slice(0, 1000)))
    return { kind: 'invalid', message: 'the file is a web page; give its name the ending .html and import it again' };
  const mail = decodedMail(read.text);
  const cues = withoutCues(read.text);
  const timeless = mail === undefined && cues === undefined ? withoutTimes(read.text) : undefined;
  const paged = setPagesApart(joinDropCaps(mail ?? cues?.text ?? timeless ?? read.text));
  const { source } = paged;
  const furniture = new Set([...paged.furniture, ...(cues === undefined ? signatureLines(source) : [])]);
  const language = options.language ?? detectLanguage(source) ?? 'en';
  const head = textHead(
    chunksOf(source, furniture).map((chunk) => {
      // What is heard besides words is not said.
      const isHeard = cues !== undefined && isDirection(source.slice(...chunk.span));
      return partOf(source, chunk, isHeard || furniture.has(lineStart(source, chunk.span[0])));
    }),
    source,
  );
  const digest = digestTitle(source);
  const stated = headMetadata({ ...(digest === undefined ? {} : { title: digest }), ...head.values });
  const parts = passesFor(cues).reduce<readonly Part[]>(
    (found, pass) => pass(found, { source, language, title: stated.metadata.title }),
    head.parts,
  );
  const pieces = parts.map(pieceOf);
  if (!pieces.some(({ kind }) => kind === 'paragraph'))
    return { kind: 'invalid', message: 'the file has no paragraph of text' };
  const title = parts.find(({ as }) => as === 'title')?.span;
  const header = headerMetadata(source, { title, pieces });
  const named = header.title === undefined ? {} : { title: titleText(header.title) };
  const metadata = { ...header, ...named, ...stated.metadata, language };
  const notes = [
    ...(cues === undefined ? [] : [cues.note]),
    ...(timeless === undefined ? [] : [TIMES_NOTE]),
    ...(mail === undefined ? [] : ['it is a mail; what was written for its transport was decoded']),
    ...stated.notes,
  ];
  return { kind: 'draft', source, blocks: buildBlocks(pieces, { source, language }), metadata, notes };
}

const ROLES = {
  item: 'item',
  row: 'row',
  quote: 'quote',
  footnote: 'footnote',
  furniture: 'furniture',
  code: 'code',
} as const;

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
