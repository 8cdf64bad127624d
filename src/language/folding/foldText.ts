import { foldCluster } from './foldCluster.ts';
import type { FoldedText } from './foldedText.ts';
import { struckEnd } from '../struck.ts';
import { FoldingOutput, SPACE } from './foldingOutput.ts';

const DASH = 0x2d;
const TILDE = 0x7e;
const QUOTE = 0x27;
const DOT = 0x2e;

/** A character with its combining marks, even if a few invisible characters come between them. */
const CLUSTER =
  /(?:(?:[\u1100-\u11FF](?:[\p{Default_Ignorable_Code_Point}\u0640]{0,8}(?=[\u1100-\u11FF]))?)+|[^])(?:[\p{Default_Ignorable_Code_Point}\u0640]{0,8}\p{M})*/uy;
const WHITE_SPACE = /[^\S\uFEFF]/u;

const QUOTE_MARK = /^["'`´‘’‚‛“”„‟«»‹›′″‴ʹʺʼ〝〞〟＂＇]$/u;
const SPACED_QUOTE_OPENING = /^[«‹“]$/u;
const SPACED_QUOTE_CLOSING = /^[»›”]$/u;
const DASH_SIGN = /^[-‐‑‒–—―−﹘﹣－]$/u;
const LONG_DASH = /^[–—―]$/u;

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const SPACED_DOTS = /(?:\.[^\S\n\r\v\f\u2028\u2029]){2,}\./y;
/** A hyphen at the end of a line, within a paragraph; the word or the compound goes on in the next one. */
const LINE_HYPHEN = /[-‐\u00AD][^\S\n]*\r?\n[^\S\n]*(?=[\p{L}\p{N}])/uy;
const BEFORE_HYPHEN = /[\p{L}\p{N}]\p{M}?$/u;

/** Stands in a folded text for a hyphen at the end of a line, of which nobody can tell whether the word keeps it. */
export const LINE_END_HYPHEN = '\u00AD';

/**
 * Folds away what typing and typography make differ: quotation marks, dashes and the spaces around them, white space,
 * line breaks, soft hyphens and invisible characters, ligatures, composed letters, letter case, the space between a
 * number and its sign or next to an ideograph; and words that are struck out (`~~$4~~`), which nobody says. Digits, accents, letters such as ß or ı, and other punctuation stay as
 * they are. Quotation and source go through this same function. Paragraphs fold each by itself: if neither `a` nor `b`
 * folds to nothing, `fold(a + '\n\n' + b)` is `fold(a) + ' ' + fold(b)`, and the same with one line break unless `a`
 * ends in a hyphen.
 */
export function foldText(source: string): FoldedText {
  const output = new FoldingOutput(source);
  for (let at = 0; at < source.length;) at = step(source, at, output);
  return output.finish();
}

function step(source: string, at: number, output: FoldingOutput): number {
  const code = source.charCodeAt(at);
  const next = source.charCodeAt(at + 1);
  const struck = code === TILDE && next === TILDE ? struckEnd(source, at) : undefined;
  if (struck !== undefined) {
    if (/^[.,;:!?)]/u.test(source.slice(struck, struck + 1))) output.dropSpace();
    return struck;
  }
  if (isPlain(code) && !(next >= 0x300) && next !== 0xad) {
    output.unit(code >= 0x41 && code <= 0x5a ? code + 0x20 : code, at, at + 1);
    return at + 1;
  }
  if (code === SPACE && !(next >= 0x300)) {
    output.space(at, at + 1);
    return at + 1;
  }
  if (code === DOT) return stepDots(source, at, output);
  if (WHITE_SPACE.test(source.charAt(at))) {
    output.space(at, at + 1);
    return at + 1;
  }
  CLUSTER.lastIndex = at;
  const cluster = CLUSTER.exec(source)![0];
  const end = at + cluster.length;
  if (DASH_SIGN.test(cluster) || cluster === '\u00AD') return stepDash(source, at, output);
  if (QUOTE_MARK.test(cluster)) return stepQuote(source, at, output);
  output.text(foldCluster(cluster), at, end);
  return end;
}

/** Letters, digits and the signs of ASCII that no rule is about. */
function isPlain(code: number): boolean {
  return (
    code > 0x20 && code < 0x7f && code !== 0x22 && code !== QUOTE && code !== DASH && code !== DOT && code !== 0x60
  );
}

function stepDots(source: string, at: number, output: FoldingOutput): number {
  SPACED_DOTS.lastIndex = at;
  const dots = WHITE_SPACE.test(source[at + 1] ?? '') ? SPACED_DOTS.exec(source)?.[0] : undefined;
  output.unit(DOT, at, at + 1);
  if (dots === undefined) return at + 1;
  for (let dot = at + 2; dot < at + dots.length; dot += 2) output.unit(DOT, dot, dot + 1);
  return at + dots.length;
}

function stepDash(source: string, at: number, output: FoldingOutput): number {
  LINE_HYPHEN.lastIndex = at;
  const hyphen = LINE_HYPHEN.exec(source)?.[0];
  if (hyphen !== undefined && BEFORE_HYPHEN.test(source.slice(Math.max(0, at - 3), at))) {
    output.unit(LINE_END_HYPHEN.charCodeAt(0), at, at + hyphen.length);
    return at + hyphen.length;
  }
  if (source[at] === '\u00AD') return at + 1;
  let end = at + 1;
  while (source[end] === '-' && source[at] === '-') end += 1;
  const spaced = output.afterSpace() && WHITE_SPACE.test(source[end] ?? ' ');
  const long = end > at + 1 || LONG_DASH.test(source.charAt(at)) || spaced;
  if (long) output.dropSpace();
  output.unit(DASH, at, end);
  if (long) output.dropNextSpace();
  return end;
}

function stepQuote(source: string, at: number, output: FoldingOutput): number {
  const sign = source.charAt(at);
  const doubled = (sign === "'" || sign === '`') && source[at + 1] === sign;
  const end = doubled ? at + 2 : at + 1;
  const opening = SPACED_QUOTE_OPENING.test(sign) && (output.afterSpace() || /[\s([]/u.test(source[at - 1] ?? ' '));
  const closing = SPACED_QUOTE_CLOSING.test(sign) && !WORD_CHARACTER.test(source[end] ?? ' ');
  if (closing) output.dropSpace();
  output.unit(QUOTE, at, end);
  if (opening) output.dropNextSpace();
  return end;
}
