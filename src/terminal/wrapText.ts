// oxlint-disable no-control-regex -- colours begin with one
import stringWidth from 'fast-string-width';

/** A narrower terminal breaks lines by itself. */
const WIDTH_MIN = 20;
/** The most of a line that an indent may take. */
const HEAD_SHARE = 0.6;
/** Indents, the sign of a list, or a name with its gap: what follows is below what is right of it. */
const HEAD = /^(?:\u001B\[\d{1,3}m)?(?: *(?:- |— |\d{1,4}\. )| {2}[^\s]{1,40}(?: [A-Z]{1,10})? {2,20}| {1,20})/u;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Breaks lines between words, so that none is wider than `width` columns, and indents what follows alike. Wide characters
 * take two columns, colours none. A longer word, such as a link, stays whole. Only spaces at a break are left out: quoted
 * words are otherwise unchanged. Without a width nothing changes.
 */
export function wrapText(text: string, width: number | undefined): string {
  if (width === undefined || width < WIDTH_MIN) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (stringWidth(line) <= width) return line;
  const head = HEAD.exec(line)?.[0] ?? '';
  const isHanging = stringWidth(head) <= width * HEAD_SHARE;
  const indent = isHanging ? stringWidth(head) : 0;
  const rows = [''];
  let used = 0;
  let space = '';
  for (const piece of pieces(isHanging ? line.slice(head.length) : line)) {
    if (piece.startsWith(' ')) {
      space += piece;
      continue;
    }
    const [gap, own] = [stringWidth(space), stringWidth(piece)];
    if (used > 0 && used + gap + own > width - indent) {
      rows.push(piece);
      used = own;
    } else {
      rows[rows.length - 1] += `${space}${piece}`;
      used += gap + own;
    }
    space = '';
  }
  return `${isHanging ? head : ''}${rows.join(`\n${' '.repeat(indent)}`)}${space}`;
}

/** Splits a line into spaces and what must not be broken; a mark stays with what it follows. */
function pieces(line: string): readonly string[] {
  return line
    .split(/( +)/u)
    .filter((part) => part !== '')
    .flatMap((part) => (UNSPACED.test(part) ? unspacedPieces(part) : [part]));
}

function unspacedPieces(part: string): readonly string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(part)) {
    if (isWordLike === true || found.length === 0) found.push(segment);
    else found[found.length - 1] += segment;
  }
  return found;
}
