import { CITATION } from './attribution.ts';
import { contains, type Span } from '../span.ts';
import { wordsOf } from '../words/words.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** A quotation within a message. */
export interface Quotation {
  /** In the message, with its quotation marks or the signs of a block quote. */
  readonly span: Span;
  /** What is quoted, without those; block quotes keep their line breaks. */
  readonly quote: string;
  /** The reference, handle or link next to it that says where it is from, as typed. */
  readonly citation?: string | undefined;
}

/** Code, and small print such as the line of a citation. */
const APART = /```[\s\S]*?```|``[^\n]*?``|`[^`\n]*`|^-# .*$/gmu;
const BLOCK_QUOTE = /(?:^ {0,3}> ?(?!>>).*(?:\n|$(?![\s\S])))+|^ {0,3}>>> [\s\S]*/gmu;
const BLOCK_SIGN = /^ {0,3}(?:>>> |> ?)/gmu;
const MARK = /["“”„‟«»‹›‘’'「」『』＂]/gu;
const PARAGRAPH_END = /\n\s*\n/u;
const LETTER = /[\p{L}\p{N}]/u;

/** What closes a quotation that each mark opens. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“',
  '＂': '＂"',
  '“': '”"',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹',
  '‘': "’'",
  "'": "'’",
  '「': '」',
  '『': '』',
};
const SINGLE = /['‘’]/u;
/** Marks that may be open at a time; of more, the first are no quotations. */
const NESTED_MAX = 30;
/** Words that begin with an apostrophe: rock ’n’ roll, the ’90s, ’tis. */
const ELIDED = /^(?:n|em|til|tis|twas|twere|cause|round|bout|\d\ds?)(?![\p{L}\p{N}])/iu;

/**
 * Finds every quotation of a message: between quotation marks of any language, also within each other, and in block
 * quotes. Code and small print are left out. An outer quotation comes before those within it; otherwise they are in order.
 */
export function quotations(message: string): readonly Quotation[] {
  const text = message.replace(APART, (apart) => ' '.repeat(apart.length));
  const blocks = Array.from(text.matchAll(BLOCK_QUOTE), ({ 0: block, index }): Quotation => {
    const span: Span = [index, index + block.trimEnd().length];
    const quote = message.slice(...span).replace(BLOCK_SIGN, '');
    return { span, quote: quote.trim(), citation: citationAfter(message, span[1]) ?? citationBefore(message, index) };
  });
  const pairs = pairsOf(text)
    .filter((span) => blocks.every((block) => !contains(block.span, span)))
    .map((span): Quotation => {
      const quote = message.slice(span[0] + 1, span[1] - 1).trim();
      return { span, quote, citation: citationAfter(message, span[1]) ?? citationBefore(message, span[0]) };
    });
  return [...blocks, ...pairs]
    .filter(({ quote }) => wordsOf(quote).length > 0)
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

interface Opening {
  readonly mark: string;
  readonly at: number;
}

/** Pairs the marks with a stack; what is still open at the end of a paragraph is no quotation. */
function pairsOf(text: string): readonly Span[] {
  const pairs: Span[] = [];
  let open: Opening[] = [];
  let last = 0;
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    if (PARAGRAPH_END.test(text.slice(last, index))) open = [];
    last = index;
    const position = open.findLastIndex((opening) => CLOSERS[opening.mark]?.includes(mark) === true);
    if (position !== -1 && closes(text, index)) {
      pairs.push([entryAt(open, position).at, index + 1]);
      open = open.slice(0, position);
    } else if (opens(text, index)) {
      open.push({ mark, at: index });
      if (open.length > NESTED_MAX) open.shift();
    }
  }
  return pairs;
}

function closes(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (SINGLE.test(text.charAt(at))) return !/\s/u.test(before) && !LETTER.test(after);
  return text[at] === '"' ? !/\s/u.test(before) || !LETTER.test(after) : true;
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!(mark in CLOSERS)) return false;
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (SINGLE.test(mark) && ELIDED.test(text.slice(at + 1, at + 8))) return false;
  if (mark === '"' || mark === '»' || mark === '›' || SINGLE.test(mark))
    return !LETTER.test(before) && !/\s/u.test(after);
  return true;
}

const CITES = CITATION;
const CITED = new RegExp(CITES, 'iu');
const AFTER = new RegExp(
  [
    String.raw`^[.,;]?\s*[([][^()[\]\n"“„«]{0,80}?(?:${CITES})[^\n]*`,
    String.raw`^[.,;]?[^\S\n]*(?:${CITES})[^\n]*`,
    String.raw`^[.,;]?[^\S\n]*(?:[-–—~]|[[(])[^\n"“„«]{0,120}?(?:${CITES})[^\n]*`,
    String.raw`^\s*\n\s*(?:-#|[-–—~])[^\n]{0,200}?(?:${CITES})[^\n]*`,
  ].join('|'),
  'iu',
);
const BEFORE = new RegExp(String.raw`(?:${CITES})\s*(?:(?:says|states|reads|has|notes)[:,]?|:)\s*$`, 'iu');
const TARGETED = /https?:\/\/[^\s)>\]]+\/read\/[^\s)>\]]+#[^\s)>\]]+|[a-z0-9]+(?:-[a-z0-9]+)*\/(?:¶|Fig)[^\s)\]]+/iu;

/** Reads the citation that follows; one that names its article too is preferred. */
function citationAfter(message: string, end: number): string | undefined {
  const after = AFTER.exec(message.slice(end, end + 600))?.[0];
  if (after === undefined) return undefined;
  const own = after.slice(0, after.search(/[“„«]|(?<=\s)"/u) === -1 ? after.length : after.search(/[“„«]|(?<=\s)"/u));
  return TARGETED.exec(own)?.[0] ?? CITED.exec(after)?.[0];
}

function citationBefore(message: string, start: number): string | undefined {
  const before = BEFORE.exec(message.slice(Math.max(0, start - 120), start))?.[0];
  return before && CITED.exec(before)?.[0];
}
