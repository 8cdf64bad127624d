import { sentences } from '../../language/sentences.ts';
import { datelineOf, isClosed, isDeckLike, isNameLike, isNameList, isPartName, isTurn } from '../shape.ts';
import { joinParts, type Part, type TextPass } from './part.ts';
import { typicalWeight } from './typicalWeight.ts';

const DECK_MAX_WEIGHT = 400;
const DECK_MAX_SENTENCES = 3;
/** Its maximum length relative to the paragraphs after it, by what follows it. */
const SHARE_BEFORE_PICTURE = 0.75;
const SHARE = 0.5;
/** Fewer paragraphs say too little about how long they usually are. */
const BODY_MIN_PARTS = 2;

/**
 * Finds what is between title and text: a deck, told from a first paragraph by being much shorter than those or by the
 * byline or picture behind it, and lines that name author and date. Together they are the standfirst.
 */
export const findStandfirst: TextPass = (parts, { source, language }) => {
  const title = parts.findIndex(({ as }) => as === 'title');
  if (title === -1) return parts;
  let to = afterBylines(parts, title + 1);
  if (isDeck(parts, to, language)) to = afterBylines(parts, to + 1);
  const [first, ...rest] = parts.slice(title + 1, to);
  if (first === undefined || to === parts.length) return parts;
  return parts.toSpliced(title + 1, to - title - 1, joinParts(source, [first, ...rest], { as: 'standfirst' }));
};

function afterBylines(parts: readonly Part[], from: number): number {
  let at = from;
  while (isBylinePart(parts, at)) at += 1;
  return at;
}

/** Several names count; a bare one where a line about date or reading time follows it. */
function isBylinePart(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  if (part === undefined) return false;
  return (
    part.shape === 'byline' || isNameList(part.text) || (isNameLike(part.text) && parts[at + 1]?.shape === 'byline')
  );
}

function isDeck(parts: readonly Part[], at: number, language: string): boolean {
  const [part, next] = [parts[at], parts[at + 1]];
  if (!part || !next || (part.shape !== 'prose' && part.shape !== 'short')) return false;
  if (part.weight > DECK_MAX_WEIGHT || isPartName(part.text) || datelineOf(part.text) !== undefined) return false;
  if (isTurn(part.text) || /[:：]$/u.test(part.text)) return false;
  if (isBylinePart(parts, at + 1)) return true;
  const below = next.shape === 'short' ? parts[at + 2] : next;
  if (part.shape === 'short') return below?.shape === 'prose' && isDeckLike(part.text, shortLines(parts, at + 1));
  const body = parts.slice(at + 1).filter(({ shape }) => shape === 'prose');
  if (body.length < BODY_MIN_PARTS || sentences(part.text, language).length > DECK_MAX_SENTENCES) return false;
  if (!isClosed(part.text) && !/[?!"”’»」]$/u.test(part.text)) return true;
  const share = next.shape === 'caption' || next.shape === 'credit' ? SHARE_BEFORE_PICTURE : SHARE;
  return part.weight <= typicalWeight(body) * share;
}

function shortLines(parts: readonly Part[], from: number): readonly string[] {
  return parts.slice(from).flatMap(({ shape, text }) => (shape === 'short' ? [text] : []));
}
