import { entryAt } from '../../../runtime/entryAt.ts';
import { dateOf, monthDateOf } from '../../dateOf.ts';
import { isNameLike } from '../../shape.ts';
import { firstWritten, setApart, type HeadReader } from './head.ts';

const LINES_MAX = 12;

/** Reads the head of RFCs, which is lines of two columns: the group and number to the left, authors and date to the right. */
export const columnedHead: HeadReader = (parts, source) => {
  const at = firstWritten(parts);
  if (at === -1) return undefined;
  let until = at;
  const right: string[] = [];
  let [lines, columned] = [0, 0];
  while (until < parts.length && until - at < LINES_MAX) {
    const part = entryAt(parts, until);
    if (until > at && part.gap > 0) break;
    for (const line of part.text.split(/\r\n|[\r\n]/u)) {
      const cells = line.trim().split(/\s{4,}/u);
      lines += 1;
      if (cells.length !== 2) continue;
      columned += 1;
      right.push(cells[1] ?? '');
    }
    until += 1;
  }
  if (columned < 2 || columned < lines / 2 || parts.length - until < 2) return undefined;
  const author = right.filter(
    (cell) => isNameLike(cell.replace(/,?\s(?:Ed(?:itor)?s?\.?)$/u, '')) && /^\p{Lu}\./u.test(cell),
  );
  const date = right.map((cell) => dateOf(cell) ?? monthDateOf(cell)).find((found) => found !== undefined);
  return {
    parts: setApart(parts, { from: at, until, source }),
    values: { ...(author.length === 0 ? {} : { author }), ...(date === undefined ? {} : { date }) },
  };
};
