const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shortens text to one line of at most `max` UTF-16 code units, ending with "…" if it was cut: at a word's end if there
 * is one in the second half, never inside a grapheme.
 */
export function truncate(text: string, max: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= max) return line;
  const room = line.slice(0, cutBefore(line, max - ELLIPSIS.length));
  const word = room.lastIndexOf(' ');
  const atWord = line[room.length] === ' ' || word < max / 2 ? room : room.slice(0, word);
  return `${atWord.trimEnd()}${ELLIPSIS}`;
}

/** Returns the last grapheme border at or before `at`. */
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

/** Whether it is printable ASCII: there is always a border between two such characters. */
function isPlain(unit: number): boolean {
  return unit >= 0x20 && unit < 0x7f;
}
