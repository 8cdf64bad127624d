import { CITATION } from './attribution.ts';
import { contains, type Span } from '../span.ts';
import { wordsOf } from '../words/words.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';

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
/** As Markdown has it: ">>>" is a quote within quotes, and ends with its paragraph. */
const FILE_BLOCK_QUOTE = /(?:^ {0,3}>.*(?:\n|$(?![\s\S])))+/gmu;
const FILE_BLOCK_SIGN = /^ {0,3}>(?: ?>)* ?/gmu;
/** Quotation marks, or quotations, that are looked at in one step. */
const STEP = 100;
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

interface QuotationOptions {
  /** Whether the text is a file's, in Markdown, rather than a message on Discord. Default: false. */
  readonly isFile?: boolean;
}

/**
 * Finds every quotation of a message: between quotation marks of any language, also within each other, and in block
 * quotes. Code and small print are left out. An outer quotation comes before those within it; otherwise they are in order.
 */
export function quotations(message: string): readonly Quotation[] {
  return finish(quotationSteps(message));
}

/** Finds what `quotations` does, in steps: a text may have hundreds of thousands of marks. Linear but for sorting. */
export function* quotationSteps(
  message: string,
  { isFile = false }: QuotationOptions = {},
): Steps<readonly Quotation[]> {
  const text = message.replace(APART, (apart) => ' '.repeat(apart.length));
  const found: Quotation[] = [];
  const blocks: Span[] = [];
  for (const { 0: block, index } of text.matchAll(isFile ? FILE_BLOCK_QUOTE : BLOCK_QUOTE)) {
    const span: Span = [index, index + block.trimEnd().length];
    const quote = message.slice(...span).replace(isFile ? FILE_BLOCK_SIGN : BLOCK_SIGN, '');
    blocks.push(span);
    found.push({ span, quote: quote.trim(), citation: citationOf(message, span) });
    if (blocks.length % STEP === 0) yield;
  }
  const pairs = yield* pairsOf(text);
  for (const [at, span] of pairs.entries()) {
    if (at % STEP === 0) yield;
    if (isWithin(blocks, span)) continue;
    found.push({ span, quote: message.slice(span[0] + 1, span[1] - 1).trim(), citation: citationOf(message, span) });
  }
  const worded: Quotation[] = [];
  for (const [at, quotation] of found.entries()) {
    if (at % STEP === 0) yield;
    if (wordsOf(quotation.quote).length > 0) worded.push(quotation);
  }
  return worded.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** Whether one of the spans, which are in order and apart, holds another. */
function isWithin(spans: readonly Span[], inner: Span): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entryAt(spans, middle)[0] <= inner[0]) low = middle + 1;
    else high = middle;
  }
  const last = spans[low - 1];
  return last !== undefined && contains(last, inner);
}

interface Opening {
  readonly mark: string;
  readonly at: number;
}

/** Pairs the marks with a stack; what is still open at the end of a paragraph is no quotation. */
function* pairsOf(text: string): Steps<readonly Span[]> {
  const pairs: Span[] = [];
  let open: Opening[] = [];
  let [last, seen] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    seen += 1;
    if (seen % STEP === 0) yield;
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

function citationOf(message: string, [start, end]: Span): string | undefined {
  return citationAfter(message, end) ?? citationBefore(message, start);
}

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
