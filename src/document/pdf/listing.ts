import type { Kinded } from './kinded.ts';
import type { PdfLine } from './pdfLine.ts';

/** Lines of code that are further apart, in sizes of their letters, are two listings. */
const GAP_MAX = 3;

/** Code keeps its lines, with its indents as far as they can be told. */
export function listing(lines: readonly PdfLine[]): string {
  const left = Math.min(...lines.map(({ x }) => x));
  return lines
    .map(({ text, x, right }) => {
      const letter = (right - x) / Math.max(1, text.length);
      return `${' '.repeat(Math.min(40, Math.max(0, Math.round((x - left) / Math.max(letter, 1)))))}${text.replaceAll('\t', '    ')}`;
    })
    .join('\n')
    .trim();
}

/** Makes one listing of those that follow each other on a page: wide gaps in code part no blocks. */
export function withWholeListings(fragments: readonly Kinded[]): readonly Kinded[] {
  const joined: Kinded[] = [];
  for (const fragment of fragments) {
    const before = joined.at(-1);
    if (before && isCode(before) && isCode(fragment) && isNext(before.lines.at(-1), fragment.lines[0])) {
      const lines = [...before.lines, ...fragment.lines];
      joined[joined.length - 1] = { ...before, lines, text: listing(lines) };
    } else joined.push(fragment);
  }
  return joined;
}

function isCode({ kind, role }: Kinded): boolean {
  return kind === 'paragraph' && role === 'code';
}

function isNext(last: PdfLine | undefined, next: PdfLine | undefined): boolean {
  return last !== undefined && next?.page === last.page && next.y > last.y && next.y - last.y < GAP_MAX * last.size;
}
