import { borderAt, inOrder, type Border, type BorderPass } from './border.ts';
import { entryAt } from '../../runtime/entryAt.ts';

const LINE_BREAK = /[\r\n\u2028\u2029]\s*/gu;
const SINGLE_BREAK = /^(?:\r\n|[\r\n\u2028\u2029])[^\S\r\n\u2028\u2029]*$/u;
const ITEM = /^(?:[•‣◦⁃▪●*–—-]\s|(?:\d{1,3}|[a-zA-Z])[.)]\s|\(\w{1,3}\)\s)/u;
const CONTINUES = /^(?:\p{Ll}|[,;:)\]}»”])/u;
const OPEN_END = /[,;–—-]$/u;

/**
 * Finds the borders of the Unicode rules (UAX 29), reading line breaks that wrapping made as spaces; a line break that
 * was meant ends a sentence.
 */
export const candidates: BorderPass = (text, _borders, words) => {
  const breaks = lineBreaks(text);
  const flat = text.replaceAll(/[\r\n\v\f\u0085\u2028\u2029]/gu, ' ');
  const found = Array.from(words.segmenter.segment(flat), ({ index }) => borderAt(text, index));
  const meant = breaks.map((offset) => fixedBorderAt(text, offset));
  return inOrder(text, [...found, ...meant]);
};

/** Offsets of the line breaks that were meant: after an empty line, before a list item, where the next word would have fitted. */
function lineBreaks(text: string): readonly number[] {
  const matches = [...text.matchAll(LINE_BREAK)];
  const lines = matches.map(({ index }, position) => index - matchEnd(matches[position - 1]));
  const width = Math.max(
    text.length - matchEnd(matches.at(-1)),
    lines.reduce((a, b) => Math.max(a, b), 0),
  );
  return matches.flatMap((match, position) => {
    const next = text.slice(matchEnd(match), matchEnd(match) + 60);
    const before = text.slice(Math.max(0, match.index - 20), match.index).trimEnd();
    if (!SINGLE_BREAK.test(match[0]) || ITEM.test(next)) return [match.index];
    if (CONTINUES.test(next) || OPEN_END.test(before)) return [];
    const word = (/^\S+/u.exec(next)?.[0] ?? '').length;
    return entryAt(lines, position) + 1 + word < width ? [match.index] : [];
  });
}

function fixedBorderAt(text: string, offset: number): Border {
  const { end, start } = borderAt(text, offset);
  return { end, start, fixed: true };
}

function matchEnd(match: RegExpMatchArray | undefined): number {
  return match === undefined ? 0 : (match.index ?? 0) + match[0].length;
}
