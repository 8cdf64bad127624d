import { entryAt } from '../../runtime/entryAt.ts';
import { indentsOf } from './indents.ts';
import { joinParts, type Part, type Shape, type TextPass } from './part.ts';

/** How much further in than the text code is set. */
const INDENT = 2;
const SHAPES: ReadonlySet<Shape> = new Set<Shape>(['prose', 'short', 'item', 'row', 'ruler']);
/** What people write in programs and drawings, and hardly in prose. */
const CODE = /[{}\\|<>=;`$~]|\(\)|-{3,}|\s--?[\p{L}]|\w_\w|(?:^|\s)\.{0,2}\/\w|^[#%$]\s|\w\.\w+\(|::|->|\^\w/u;
/** Six words in a row are prose, whatever signs are beside them. */
export const SENTENCE = /(?:\p{L}{2,}[,;:.]?\s){5}\p{L}{2}/u;

/** Makes one part of lines of code and of drawings: set further in than the text, and full of signs that prose has not. */
export const findCode: TextPass = (parts, { source }) => {
  const { indents, usual } = indentsOf(parts, source);
  const found: Part[] = [];
  for (let from = 0, to = 1; from < parts.length; from = to, to += 1) {
    while (parts[to]?.gap === 0) to += 1;
    const block = parts.slice(from, to);
    const isInset = indents.slice(from, to).every((indent) => indent >= usual + INDENT);
    if (isInset && isListing(block))
      found.push(joinParts(source, [entryAt(block, 0), ...block.slice(1)], { shape: 'code', breaks: [] }));
    else found.push(...block);
  }
  return found;
};

function isListing(block: readonly Part[]): boolean {
  if (!block.every(({ shape, as }) => as === undefined && SHAPES.has(shape))) return false;
  if (block.every(({ shape }) => shape === 'row' || shape === 'ruler') || /^[•◦▪●*+-]\s/u.test(entryAt(block, 0).text))
    return false;
  const lines = block.flatMap(({ text }) => text.split(/[\r\n]+/u).filter((line) => line.trim() !== ''));
  const signed = lines.filter((line) => CODE.test(line.trim())).length;
  return signed * 2 > lines.length && !lines.some((line) => SENTENCE.test(line.trim()));
}
