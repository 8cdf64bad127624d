import { dateOf, monthDateOf } from '../dateOf.ts';
import { headLines } from '../head/headLines.ts';
import { isNameLike } from '../shape.ts';
import { joinParts, type Part } from './part.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** The head of a plain text: what it says of the document, with its lines set apart. */
export interface TextHead {
  readonly parts: readonly Part[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where e-books of Project Gutenberg begin and end; what is outside is its licence. */
const START = /^\*{3}\s?START OF (?:THE|THIS) PROJECT/iu;
const END = /^(?:\*{3}\s?END OF (?:THE|THIS) PROJECT|END OF (?:THE )?PROJECT GUTENBERG)/iu;
/** A page of a manual: "LS(1)      User Commands      LS(1)". */
const MANUAL = /^(\S{1,40}\(\d\w{0,4}\))\s{2,}(?:\S.{0,80}?\s{2,})?\1$/u;
/** Parts at the start that are looked at for lines such as "Title: …". */
const HEAD_MAX_PARTS = 200;

/** Reads the head of a document that has one: lines with keys (letters, e-books), or the two columns of RFCs. Its lines become furniture. */
export function textHead(parts: readonly Part[], source: string): TextHead {
  const start = parts.slice(0, 200).findIndex(({ text }) => START.test(text));
  const at = parts.findIndex(({ shape, text }) => shape !== 'ruler' && shape !== 'furniture' && text !== '');
  if (start !== -1) {
    const values = parts.slice(0, start).flatMap(({ span }) => headLines(source.slice(...span)) ?? []);
    const lines = headLines(
      parts
        .slice(0, start)
        .filter(({ text }) => /^[\p{Lu}][\p{L} ]{1,30}:\s/u.test(text))
        .map(({ text }) => text.replaceAll(/\s*[\r\n]+\s*/gu, ' '))
        .join('\n'),
    );
    const end = parts.findIndex(({ text }, index) => index > start && END.test(text));
    const isOutside = (index: number): boolean => index <= start || (end !== -1 && index >= end);
    return {
      parts: parts.map((part, index) => (isOutside(index) ? { ...part, shape: 'furniture' } : part)),
      values: lines?.values ?? values[0]?.values ?? {},
    };
  }
  if (at === -1) return { parts, values: {} };
  const manual = MANUAL.exec(entryAt(parts, at).text)?.[1];
  if (manual !== undefined) {
    const isBorder = ({ text }: Part): boolean => text.startsWith(`${manual} `) || text.endsWith(` ${manual}`);
    return {
      parts: parts.map((part) =>
        isBorder(part) && /\s{3,}/u.test(part.text) ? { ...part, shape: 'furniture' } : part,
      ),
      values: { title: manual },
    };
  }
  const from = entryAt(parts, at).span[0];
  const lines = headLines(source.slice(from));
  if (lines !== undefined) {
    const end = from + lines.end;
    const until = parts.findIndex(({ span }) => span[1] > end);
    const isWhole = until !== -1 && until > at && entryAt(parts, until).span[0] >= end && until - at <= HEAD_MAX_PARTS;
    if (isWhole && parts.slice(until).some(({ shape }) => shape === 'prose'))
      return { parts: apart(parts, at, until, source), values: lines.values };
  }
  const columns = columnedHead(parts, at);
  return columns === undefined
    ? { parts, values: {} }
    : { parts: apart(parts, at, columns.until, source), values: columns.values };
}

function apart(parts: readonly Part[], from: number, until: number, source: string): readonly Part[] {
  const [first, ...rest] = parts.slice(from, until);
  if (first === undefined) return parts;
  const starts = [first, ...rest].map(({ span }) => span[0]);
  return parts.toSpliced(
    from,
    until - from,
    joinParts(source, [first, ...rest], { shape: 'furniture', breaks: starts.slice(1) }),
  );
}

/** RFCs begin with lines of two columns: the group and number to the left, authors and date to the right. */
function columnedHead(
  parts: readonly Part[],
  at: number,
): { readonly until: number; readonly values: TextHead['values'] } | undefined {
  let until = at;
  const right: string[] = [];
  let [lines, columned] = [0, 0];
  while (until < parts.length && until - at < 12) {
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
    until,
    values: { ...(author.length === 0 ? {} : { author }), ...(date === undefined ? {} : { date }) },
  };
}
