import type { Article } from '../../article/article.ts';
import { foldedString } from '../../language/folding/foldedString.ts';
import { foldText } from '../../language/folding/foldText.ts';
import { agreesLoosely } from '../../language/folding/looseFolding.ts';
import { typographyDifferences } from '../../language/folding/typography.ts';
import type { Span } from '../../language/span.ts';
import type { ChangeKind } from './changeKinds.ts';
import { entryAt } from '../../runtime/entryAt.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { comparedPiece, type Piece } from './comparedPiece.ts';
import type { Difference } from './differences.ts';
import { flagOf, isQuantity, type Omission, omittedAt } from './omissions.ts';

/** What marks an omission in a quotation. */
const ELLIPSIS = /…|\.(?:\s?\.){2,}/u;
const ELLIPSIS_NEXT = /^(?:…|\.\s?\.)/u;
const MARK = /[^\s\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;
const WORD = /[\p{L}\p{N}]/u;

/** What two pieces can share at their edges: words are never cut. */
const NO_WORD = /[^\p{L}\p{M}\p{N}\uD800-\uDFFF]/u;

/** Where a run of changed words ends in the quotation and in the source. */
export interface Border {
  readonly at: number;
  readonly to: number;
}

/** Steps in a row that are told as one difference; where its words begin, if there are any. */
export interface Run {
  readonly kind: ChangeKind;
  readonly at: number | undefined;
  readonly to: number | undefined;
}

/** Runs that are told in one step. */
const STEP_RUNS = 64;

/** Goes through quotation and source side by side; every character of both is either the same or told. */
export class Comparison {
  readonly differences: Difference[] = [];
  readonly omitted: Omission[] = [];
  at = 0;
  to = 0;
  readonly #article: Article;
  readonly #quote: string;

  constructor(article: Article, quote: string) {
    this.#article = article;
    this.#quote = quote;
  }

  /** Takes in a word that both sides have, with what stands before it. */
  same(at: Span, span: Span): void {
    this.#tell({ at: at[0], to: span[0] }, 'punctuation');
    if (this.#quote.slice(...at) !== this.#article.source.slice(...span)) this.#typography({ at: at[1], to: span[1] });
    [this.at, this.to] = [at[1], span[1]];
  }

  /** Takes in marks that both sides have next, such as the full stop before words that were added. */
  sharedMarks(): void {
    if (ELLIPSIS_NEXT.test(this.#quote.slice(this.at, this.at + 6))) return;
    const source = this.#article.source;
    while (MARK.test(this.#quote[this.at] ?? ' ') && this.#quote[this.at] === source[this.to]) {
      this.at += 1;
      this.to += 1;
    }
  }

  /** Takes in words that differ, up to the next word that both sides have. */
  *changed(runs: readonly Run[], end: Border): Steps<void> {
    if (this.#isTypography(end)) return this.#typography(end);
    const next = followingWords(runs);
    for (const [index, { kind }] of runs.entries()) {
      const { at, to } = entryAt(next, index);
      if (index % STEP_RUNS === STEP_RUNS - 1) yield;
      this.#tell(
        {
          at: at === undefined ? end.at : wordStart(this.#quote, [this.at, at]),
          to: to === undefined ? end.to : wordStart(this.#article.source, [this.to, to]),
        },
        kind,
      );
    }
  }

  /** Tells what is different up to a border, less what is the same at its edges. */
  #tell(border: Border, kind: ChangeKind): void {
    const [quote, { source }] = [this.#quote, this.#article];
    const piece: Piece = { at: [this.at, border.at], span: [this.to, border.to] };
    if (quote.slice(...piece.at) === source.slice(...piece.span)) return this.#goTo(border);
    if (kind === 'punctuation' && this.#isTypography(border)) return this.#typography(border);
    const compared = comparedPiece([quote, source], piece, NO_WORD);
    this.#piece(kind, compared.piece.at, compared.piece.span);
    this.differences.push(...compared.spaces);
    this.#goTo(border);
  }

  #piece(kind: ChangeKind, at: Span, span: Span): void {
    const [quoted, source] = [this.#quote.slice(...at), this.#article.source.slice(...span)];
    if (quoted === source) return;
    if (!WORD.test(quoted) && ELLIPSIS.test(quoted)) {
      const omitted = omittedAt(this.#article, span, { quoted, at });
      if (omitted.length > 0) this.omitted.push(...omitted);
      else this.#add('ellipsis', at, span);
    } else this.#add(WORD.test(quoted + source) ? kind : 'punctuation', at, span);
  }

  #add(kind: ChangeKind | 'ellipsis', at: Span, span: Span): void {
    const [quoted, source] = [this.#quote.slice(...at), this.#article.source.slice(...span)];
    const { language } = this.#article;
    const both = [withNumber(this.#quote, at), withNumber(this.#article.source, span)];
    const negates = both.some((text) => flagOf(text, language) === 'negation');
    const negated = kind === 'negation' || ((kind === 'added' || kind === 'removed') && negates);
    const counts = isQuantity(this.#quote, at) || isQuantity(this.#article.source, span);
    const flag = negated ? 'negation' : counts && kind !== 'number' ? 'quantity' : undefined;
    this.differences.push({ kind, quoted, source, span, at, ...(flag ? { flag } : {}) });
  }

  /** Whether what lies before a border differs in its typography only. */
  #isTypography({ at, to }: Border): boolean {
    const [quoted, original] = [this.#quote.slice(this.at, at), this.#article.source.slice(this.to, to)];
    const [before, after] = this.#around(at);
    const [own, their] = [before + quoted + after, before + original + after].map(foldedString) as [string, string];
    return agreesLoosely(own, their);
  }

  #typography(border: Border): void {
    const { source } = this.#article;
    const [before, after] = this.#around(border.at);
    const quoted = before + this.#quote.slice(this.at, border.at) + after;
    const original = before + source.slice(this.to, border.to) + after;
    const [at, to] = [this.at - before.length, this.to - before.length];
    const side = (text: string) => ({ text, folded: foldText(text) });
    for (const difference of typographyDifferences(side(quoted), side(original), 0)) {
      this.differences.push({
        ...difference,
        span: [difference.span[0] + to, difference.span[1] + to],
        at: [difference.at[0] + at, difference.at[1] + at],
      });
    }
    this.#goTo(border);
  }

  /** The characters before and after what is compared, which decide how spaces and hyphens there are read. */
  #around(at: number): readonly [before: string, after: string] {
    const near = [this.#quote[this.at - 1] ?? '', this.#quote[at] ?? ''];
    const [before = '', after = ''] = near.map((character) => (WORD.test(character) ? character : ''));
    return [before, after];
  }

  #goTo({ at, to }: Border): void {
    [this.at, this.to] = [at, to];
  }
}

/** Returns for each run where the next words after it begin, in the quotation and in the source. */
function followingWords(runs: readonly Run[]): readonly Pick<Run, 'at' | 'to'>[] {
  const next: Pick<Run, 'at' | 'to'>[] = [];
  let [at, to]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const run of runs.toReversed()) {
    next.push({ at, to });
    [at, to] = [run.at ?? at, run.to ?? to];
  }
  return next.reverse();
}

/** A piece, with the number after it: without that, "no." of "no. 4" is a negation. */
function withNumber(text: string, [start, end]: Span): string {
  return text.slice(start, end) + (/^\s?\p{N}/u.exec(text.slice(end, end + 2))?.[0] ?? '');
}

/** Takes in the marks right before a word, such as a sign or a quotation mark, after white space. */
function wordStart(text: string, [least, at]: Span): number {
  let start = at;
  while (start > least && /[^\s\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1))) start -= 1;
  return start > least && /\s/u.test(text.charAt(start - 1)) ? start : at;
}
