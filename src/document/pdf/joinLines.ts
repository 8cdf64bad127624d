import { isKnownStem } from '../../language/words/wordList.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { PdfLine } from './pdfLine.ts';

/** Words that are written with a hyphen before another one. */
const PREFIX =
  /^(?:self|non|ex|well|half|cross|high|low|long|short|all|mid|anti|co|semi|quasi|pseudo|so|two|three|four|five|six|ten|first|second|third)$/iu;

const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、：；！？]`;
const IDEOGRAPH_END = new RegExp(`${IDEOGRAPH}$`, 'u');
const IDEOGRAPH_START = new RegExp(`^${IDEOGRAPH}`, 'u');

/** The text of lines in a row, and where in it later pages begin. */
export interface JoinedLines {
  readonly text: string;
  readonly pageTurns: readonly (readonly [offset: number, page: number])[];
}

/** The words of a document that no line's end parts, in small letters. */
export function vocabularyOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) =>
      (text.replace(/\S+-$/u, '').match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []).map((word) => word.toLowerCase()),
    ),
  );
}

/**
 * Joins the lines of a paragraph. A word that a hyphen parts at a line's end is put together as the document, or else the
 * list of English words, has it; with neither, without the hyphen.
 */
export function joinLines(lines: readonly PdfLine[], vocabulary: ReadonlySet<string>): JoinedLines {
  let text = '';
  const pageTurns: [number, number][] = [];
  let page = lines[0]?.page ?? 1;
  for (const line of lines) {
    const next = line.text.replaceAll(/\t+/gu, ' ').replaceAll(/\u00AD(?!$)/gu, '');
    if (text !== '') text = joined(text, next, vocabulary);
    if (line.page !== page) pageTurns.push([text.length, line.page]);
    page = line.page;
    text += next;
  }
  return { text: text.replace(/\u00AD$/u, '-'), pageTurns };
}

/** What is before a line's text when it is appended to `text`: with a space, without, or without the last hyphen. */
function joined(text: string, next: string, vocabulary: ReadonlySet<string>): string {
  if (text.endsWith('\u00AD')) return text.slice(0, -1);
  if (IDEOGRAPH_END.test(text) && IDEOGRAPH_START.test(next)) return text;
  if (/(?:https?:\/\/|www\.)\S*[/_=&?.-]$/u.test(text.slice(-300)) && /^[\w/%.-]+/u.test(next)) return text;
  const head = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-\u2010]$/u.exec(text.slice(-60))?.[1];
  if (head === undefined) return /\d[-–]$/u.test(text.slice(-2)) && /^\d/u.test(next) ? text : `${text} `;
  const tail = /^[\p{L}\p{M}]+/u.exec(next)?.[0];
  if (tail === undefined) return /^\d/u.test(next) ? text : `${text} `;
  // "long- and short-range": the hyphen stands for what follows.
  if (/^(?:and|or|und|oder|et|ou|y|o|e|bis|to)$/u.test(tail)) return `${text} `;
  if (!/^\p{Ll}/u.test(tail)) return text;
  return keepsHyphen(head.toLowerCase(), { tail: tail.toLowerCase(), vocabulary }) ? text : text.slice(0, -1);
}

function keepsHyphen(
  head: string,
  { tail, vocabulary }: { readonly tail: string; readonly vocabulary: ReadonlySet<string> },
): boolean {
  if (vocabulary.has(head + tail)) return false;
  if (vocabulary.has(`${head}-${tail}`)) return true;
  const first = head.split('-').at(-1) ?? head;
  if (isWord(first + tail)) return false;
  return (
    head.includes('-') ||
    (isWord(tail) && (PREFIX.test(first) || (isWord(first) && first.length > 3 && tail.length > 3)))
  );
}

function isWord(word: string): boolean {
  return isKnownStem(stemmerFor('en')(word));
}
