import type { Block } from '../../article/article.ts';
import type { Span } from '../../language/span.ts';
import { isRuler, type Chunk } from '../chunks.ts';
import { creditOf } from '../credit.ts';
import {
  isByline,
  isDirection,
  isFigureText,
  isFootnote,
  isHeadingLike,
  isListItem,
  isRow,
  isTurn,
  weight,
} from '../shape.ts';
import { couldName } from './headings/couldName.ts';

/** What a chunk looks like by itself, before its neighbours are asked. */
export type Shape =
  | 'prose'
  | 'short'
  | 'item'
  | 'row'
  | 'quote'
  | 'footnote'
  | 'caption'
  | 'credit'
  | 'byline'
  | 'furniture'
  | 'code'
  | 'ruler';

/** A chunk on its way to a block. */
export interface Part {
  readonly span: Span;
  readonly text: string;
  readonly shape: Shape;
  readonly weight: number;
  /** Empty lines above. */
  readonly gap: number;
  /** What it was decided to be; undefined while it is open. */
  readonly as?: Block['kind'];
  readonly level?: number;
  readonly credit?: Span;
  readonly breaks: readonly number[];
}

/** One step of the decision. Parts may be put together, never dropped. */
export type TextPass = (
  parts: readonly Part[],
  context: { readonly source: string; readonly language: string; readonly title?: string | undefined },
) => readonly Part[];

const CAPTION_MAX_WEIGHT = 600;
/** A few quoted words alone, as headings of news are: “No choice”. */
const QUOTED_HEADING =
  /^(?:“[^“”.,!?]{2,60}”|‘[^‘’.,!?]{2,60}’|"[^".,!?]{2,60}"|«[^«».,!?]{2,60}»|„[^„“.,!?]{2,60}“)$/u;
/** "6:00 p.m." and "H" name no section; a number in Roman letters may. */
const WORD = /\p{Ll}{3}|\p{Lu}{3}|\p{Lu}\p{Ll}{2}|^[IVXLC]+$|[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const TIME_AT_END = /\d\s?[ap]\.m\.$/u;
/** A field of AsciiDoc and reStructuredText: ":Author: Jane Roe". */
const FIELD = /^:[\p{L}\d-]{1,40}:\s/u;
/** "-- from “The Harbour”, (c) 1980": who said what is above. */
const ATTRIBUTION = /^(?:-{2,3}|—|–)\s?\S/u;
const ADDRESS = /\S@\S+\.\p{L}{2}|https?:\/\/|\bwww\.\w/u;

/** Judges a chunk by its own text. */
export function partOf(source: string, { span, lines, gap, hangs }: Chunk, isFurniture = false): Part {
  const text = source.slice(...span);
  const size = weight(text);
  const credit = size <= CAPTION_MAX_WEIGHT && !ATTRIBUTION.test(text) ? creditOf(text) : undefined;
  const shape = isFurniture ? 'furniture' : partShape(text, { size, lines: hangs ? Infinity : lines, credit });
  const isCaption = shape === 'caption' && credit !== undefined;
  return {
    span,
    text,
    shape,
    weight: size,
    gap,
    breaks: [],
    ...(isCaption ? { credit: [span[0] + credit[0], span[0] + credit[1]] } : {}),
  };
}

/** Puts a part and those that follow it into one, with a sentence's end at each seam. */
export function joinParts(source: string, [first, ...rest]: readonly [Part, ...Part[]], as: Partial<Part>): Part {
  const span: Span = [first.span[0], rest.at(-1)?.span[1] ?? first.span[1]];
  const text = source.slice(...span);
  const breaks = [...first.breaks, ...rest.flatMap((part) => [part.span[0], ...part.breaks])];
  return { ...first, span, text, weight: weight(text), breaks, ...as };
}

function partShape(
  text: string,
  { size, lines, credit }: { size: number; lines: number; credit: Span | undefined },
): Shape {
  if (isRuler(text)) return 'ruler';
  if (text.startsWith('>')) return 'quote';
  if (isDirection(text) && !isFigureText(text)) return 'prose';
  if (credit?.[0] === 0) return 'credit';
  if (credit !== undefined || (isFigureText(text) && size <= CAPTION_MAX_WEIGHT)) return 'caption';
  if (isByline(text)) return 'byline';
  if (lines === 1 && isRow(text)) return 'row';
  if (isFootnote(text)) return 'footnote';
  if (isListItem(text)) return 'item';
  if (text.startsWith('-') || isTurn(text) || FIELD.test(text) || ADDRESS.test(text)) return 'prose';
  return lines <= 2 &&
    isHeadingLike(text) &&
    couldName(text, lines) &&
    WORD.test(text) &&
    !TIME_AT_END.test(text) &&
    (!/^["“«„‘「]/u.test(text) || QUOTED_HEADING.test(text))
    ? 'short'
    : 'prose';
}
