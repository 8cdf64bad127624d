import { borderAt, inOrder, type Border, type BorderPass } from './border.ts';

/** What hangs at the end of a sentence behind its full stop: closing quotes and brackets, the numbers of notes. */
const TAIL =
  /(?:[»”’›)\]}」』）】]+|["'](?=\s|$)|\[(?:\d{1,4}(?:[\s,;–-]+\d{1,4})*|\.{3}|…|[a-z]|note \d+|citation needed)\])(?=[\s[]|$)\s*/uy;
/** The numbers of notes that hang at a full stop: "close.¹ The". With a space before it, a mark begins its note. */
const NOTE_MARKS = /[¹²³⁰⁴-⁹†‡*]+(?:[,˒–-][¹²³⁰⁴-⁹†‡]+)*(?=[\s»”’›)\]}」』）】"']|$)/uy;
const FULL_STOP_AND_ELLIPSIS = /[\p{L}\p{N})”"]\.(?: \.){3}$/u;
const ELLIPSIS_CHARS = ' . . .'.length;

/**
 * Moves borders behind what still belongs to the sentence; puts them after the full stop that is before a spaced
 * ellipsis.
 */
export const tails: BorderPass = (text, borders) =>
  inOrder(
    text,
    borders.map((border) => (border.fixed ? border : movedBorder(text, border))),
  );

function movedBorder(text: string, border: Border): Border {
  if (FULL_STOP_AND_ELLIPSIS.test(text.slice(Math.max(0, border.end - 12), border.end)))
    return borderAt(text, border.end - ELLIPSIS_CHARS);
  if (border.end === border.start && /[([]/u.test(text[border.end - 1] ?? ''))
    return movedBorder(text, { end: border.end - 1, start: border.end - 1 });
  NOTE_MARKS.lastIndex = border.start;
  if (border.end === border.start && border.start > 0 && NOTE_MARKS.test(text))
    return movedBorder(text, borderAt(text, NOTE_MARKS.lastIndex));
  if (border.end === border.start && !/[»”’›」』）】[]/u.test(text[border.start] ?? '')) return border;
  let at = border.start;
  for (TAIL.lastIndex = at; TAIL.test(text); TAIL.lastIndex = at) at = TAIL.lastIndex;
  return at === border.start ? border : borderAt(text, at);
}
