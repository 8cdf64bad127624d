const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts text to a label of at most `max` UTF-16 code units on one line: at a word's end where there is one in the last
 * half, never within a character as people see it, and marked with "…".
 */
export function label(text: string, max: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const room = line.slice(0, cutBefore(line, max - ELLIPSIS.length));
  const word = room.lastIndexOf(' ');
  const atWord = line[room.length] === ' ' || word < max / 2 ? room : room.slice(0, word);
  return `${atWord.trimEnd()}${ELLIPSIS}`;
}

/** Finds the last border between characters as people see them that is not after `at`. */
export function cutBefore(text: string, at: number): number {
  if (at >= text.length) return text.length;
  if (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at))) return at;
  // A window keeps this cheap on long text; a border found before it starts would be of no use.
  const start = Math.max(0, at - 256);
  let border = start;
  for (const { index } of graphemes.segment(text.slice(start, at + 256))) {
    if (start + index > at) break;
    border = start + index;
  }
  return border;
}

/** Tells a visible character of ASCII, or a space: between two of them there is always a border. */
function isPlain(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}
