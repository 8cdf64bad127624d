import { splitNames } from '../excerpt/splitNames.ts';
import type { Span } from '../language/span.ts';
import type { Piece } from './piece.ts';
import { dateOf } from './dateOf.ts';
import type { DraftMetadata } from './draft.ts';
import { datelineOf, isByline, isNameList } from './shape.ts';
import { beforeFirst } from '../language/beforeFirst.ts';
import { entryAt } from '../runtime/entryAt.ts';

const TITLE_MAX_WORDS = 10;
const TITLE_MAX_CHARS = 80;
/** Pieces below a title among which a byline may be, and the longest that is none of the text. */
const BELOW_MAX = 5;
const LINE_MAX_CHARS = 120;
/** What somebody is, beside the name: "By Jane Roe, Staff Reporter". */
const POSITION = /\b(?:reporter|correspondent|editor|writer|contributor|columnist)$/iu;
const BYLINE_START =
  /^(?:by|von|par|por|di|door|text:|words:|author:|autor(?:in)?:|reported by|written by|story by)\s+/iu;

/**
 * Reads title, author and date from the head of a text; the date
 * is the one that a line between title and text states, or the dateline of the first paragraph.
 */
export function headerMetadata(
  source: string,
  { title, pieces }: { readonly title: Span | undefined; readonly pieces: readonly Piece[] },
): Omit<DraftMetadata, 'language'> {
  const standfirst = pieces.find(({ kind }) => kind === 'standfirst');
  const lines =
    standfirst === undefined
      ? []
      : source
          .slice(...standfirst.span)
          .split(/[\r\n]+/u)
          .map((line) => line.trim());
  const bylines = [...lines.filter((line) => isByline(line) || isNameList(line)), ...linesBelowTitle(source, pieces)];
  const author = bylines.flatMap(authorsOf);
  const dateline = datelineOf(
    source.slice(...(pieces.find(({ kind, role }) => kind === 'paragraph' && role !== 'furniture')?.span ?? [0, 0])),
  );
  const above = pieces
    .slice(0, pieces.findIndex(({ kind }) => kind === 'title') + 1)
    .filter(({ role }) => role === 'furniture');
  const dated = above.map(({ span }) => source.slice(...span)).filter((text) => isByline(text));
  const published = [...bylines, ...dated, ...(dateline === undefined ? [] : [dateline])]
    .map(dateOf)
    .find((date) => date !== undefined);
  return {
    ...(title === undefined ? {} : { title: source.slice(...title).replaceAll(/\s+/gu, ' ') }),
    ...(author.length === 0 ? {} : { author }),
    ...(published === undefined ? {} : { published }),
  };
}

/** The lines right below a title that say who wrote the text or when, where they are paragraphs of their own. */
function linesBelowTitle(source: string, pieces: readonly Piece[]): readonly string[] {
  const title = pieces.findIndex(({ kind }) => kind === 'title');
  const below = pieces.slice(title + 1, title + 1 + BELOW_MAX);
  const end = below.findIndex(
    ({ kind, role, span }) => kind === 'paragraph' && role === undefined && span[1] - span[0] > LINE_MAX_CHARS,
  );
  if (title === -1) return [];
  return below
    .slice(0, end === -1 ? below.length : end)
    .filter(({ kind, role }) => kind === 'paragraph' && role === undefined)
    .map(({ span }) => source.slice(...span).replaceAll(/\s+/gu, ' '))
    .flatMap((line) => line.split(/\s(?=(?:published|updated|last updated|posted)\b)/iu))
    .filter(isByline);
}

function authorsOf(line: string): readonly string[] {
  const start = BYLINE_START.exec(line)?.[0] ?? (isNameList(line) ? '' : undefined);
  if (start === undefined) return [];
  const names = entryAt(line.slice(start.length).split(/\s+(?:\||in|for|–|—|·)\s+|,?\s\d/u, 1), 0);
  return splitNames(names).filter((name) => name.length > 1 && !POSITION.test(name));
}

/** Makes a label of a text's first words. */
export function firstWords(source: string): string {
  const start = source.trimStart().slice(0, 4 * TITLE_MAX_CHARS);
  const line = beforeFirst(start, /[\r\n]/u).trim();
  const words = line.split(/\s+/u);
  const label = Array.from(words.slice(0, TITLE_MAX_WORDS).join(' ')).slice(0, TITLE_MAX_CHARS).join('').trim();
  return label.length < words.join(' ').length ? `${label}…` : label;
}
