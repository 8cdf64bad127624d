import { headLines } from '../../head/headLines.ts';
import type { Part } from '../part.ts';
import type { HeadReader } from './head.ts';

/** Where e-books of Project Gutenberg begin and end; what is outside is its licence. */
const START = /^\*{3}\s?START OF (?:THE|THIS) PROJECT/iu;
const END = /^(?:\*{3}\s?END OF (?:THE|THIS) PROJECT|END OF (?:THE )?PROJECT GUTENBERG)/iu;
const START_WITHIN = 200;
/** What those who made the file say of it, before the book begins. */
const NOTICE =
  /\b(?:produced by|prepared by|pgdp\.net|distributed proofread|transcriber['’]s notes?|internet archive|google books|this (?:e-?text|file|text|ebook) (?:uses|was|is|has)|for this e-?text|errat(?:a|um) have been|typographical errors|(?:original )?(?:spelling|punctuation|hyphenation)s?\b|italics? (?:passages?|text|are)|(?:bold|normal) text|footnotes have been|may not conform|sizes of type)/iu;
const NOTICES_WITHIN = 16;
/** Parts between two notices that belong to them. */
const BETWEEN_MAX = 2;

/** Reads the lines that Project Gutenberg puts above a book; they, its licence and what those who made the file say are furniture. */
export const bookHead: HeadReader = (parts, source) => {
  const start = parts.slice(0, START_WITHIN).findIndex(({ text }) => START.test(text));
  if (start === -1) return undefined;
  const values = parts.slice(0, start).flatMap(({ span }) => headLines(source.slice(...span)) ?? []);
  const lines = headLines(
    parts
      .slice(0, start)
      .filter(({ text }) => /^[\p{Lu}][\p{L} ]{1,30}:\s/u.test(text))
      .map(({ text }) => text.replaceAll(/\s*[\r\n]+\s*/gu, ' '))
      .join('\n'),
  );
  const begin = noticesEnd(parts, start + 1);
  const end = parts.findIndex(({ text }, index) => index > start && END.test(text));
  const isOutside = (index: number): boolean => index < begin || (end !== -1 && index >= end);
  return {
    parts: parts.map((part, index) => (isOutside(index) ? { ...part, shape: 'furniture' } : part)),
    values: lines?.values ?? values[0]?.values ?? {},
  };
};

/** Where the book begins: behind the last notice, unless a line that could be a title is above that. */
function noticesEnd(parts: readonly Part[], from: number): number {
  let end = from;
  for (let at = from; at < Math.min(parts.length, from + NOTICES_WITHIN); at += 1) {
    const part = parts[at];
    if (part === undefined || at - end > BETWEEN_MAX || part.shape === 'short') break;
    if (NOTICE.test(part.text)) end = at + 1;
  }
  return end;
}
