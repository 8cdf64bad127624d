import type { Article } from '../../../article/article.ts';
import { typedSpan } from '../../../language/cutText.ts';
import { foldedString } from '../../../language/folding/foldedString.ts';
import { sourceSpan } from '../../../language/folding/foldedText.ts';
import { agreesLoosely } from '../../../language/folding/looseFolding.ts';
import { typographyDifferences } from '../../../language/folding/typography.ts';
import type { Joint, Splice } from '../../../language/quotations/splice.ts';
import { movedSpan, type Span } from '../../../language/span.ts';
import { entryAt, lastOf } from '../../../runtime/entryAt.ts';
import { comparedPiece, type Piece } from '../comparedPiece.ts';
import type { Difference } from '../differences.ts';
import { closingMarks, openingMarks } from '../edgeMarks.ts';
import { type Omission, omittedAt } from '../omissions.ts';
import { withLetters } from './letters.ts';
import type { Found, Window } from './searchFragments.ts';

/** Where the fragments of a quotation stand, in order and near each other; `at` is in the quotation. */
export interface SplicedPlace {
  readonly article: Article;
  /** From the start of the first fragment to the end of the last one. */
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/** Compares a quotation with the place where its fragments are: every character of both is the same or told. */
export function splicedPlace(
  { article, text, folded, offset }: Window,
  splice: Splice,
  found: readonly Found[],
): SplicedPlace {
  const quote = entryAt(splice.cuts, 0).typed;
  const parts = found.map(({ fragment: { cut }, range }) => ({
    at: withBracket(typedSpan(cut, [0, cut.text.length]), splice.letterSpans),
    span: movedSpan(sourceSpan(folded, range), offset),
  }));
  const differences: Difference[] = [];
  const omitted: Omission[] = [];
  found.forEach(({ fragment, range, joint }, index) => {
    const before = splice.joints[index - 1];
    if (before) {
      const [last, own] = [entryAt(parts, index - 1), entryAt(parts, index)];
      const gap: Piece = { at: [last.at[1], own.at[0]], span: [last.span[1], own.span[0]] };
      const { piece, spaces } = comparedPiece([quote, article.source], gap, /\s/u);
      differences.push(...spaces);
      tellGap(article, { quote, piece, joint, before }, { differences, omitted });
    }
    const side = { text: fragment.cut.text, folded: fragment.folded };
    const own = typographyDifferences(side, { text, folded }, range[0]).map((difference): Difference => {
      const at = typedSpan(fragment.cut, difference.at);
      return { ...difference, span: movedSpan(difference.span, offset), at, quoted: quote.slice(...at) };
    });
    const letters = splice.letterSpans.filter(
      ([start, end]) => entryAt(parts, index).at[0] <= start && end <= entryAt(parts, index).at[1],
    );
    differences.push(
      ...withLetters(own, letters, { article, quote, fragment, source: { folded, from: range[0], offset } }),
    );
  });
  const opening = openingMarks(quote, article.source, { at: entryAt(parts, 0).at[0], to: entryAt(parts, 0).span[0] });
  const closing = closingMarks(quote, article.source, { at: lastOf(parts).at[1], to: lastOf(parts).span[1] });
  return {
    article,
    span: [opening.start, closing.end],
    differences: [...opening.differences, ...differences, ...closing.differences],
    omitted,
  };
}

/** Takes in the bracket before a letter that opens a fragment. */
function withBracket([start, end]: Span, letters: readonly Span[]): Span {
  return [letters.some(([from]) => from === start - 1) ? start - 1 : start, end];
}

interface GapRead {
  readonly quote: string;
  readonly piece: Piece;
  readonly joint: Found['joint'];
  readonly before: Joint;
}

function tellGap(
  article: Article,
  { quote, piece, joint, before }: GapRead,
  told: { readonly differences: Difference[]; readonly omitted: Omission[] },
): void {
  const { at, span } = piece;
  const [quoted, source] = [quote.slice(...at), article.source.slice(...span)];
  const gap = { quoted, source, at, span };
  if (quoted === source) return;
  if (joint === 'stands' && agreesLoosely(foldedString(quoted), foldedString(source))) {
    told.differences.push({ kind: 'space', ...gap });
    return;
  }
  const omitted =
    joint === 'gap' ? omittedAt(article, span, before.kind === 'bracket' ? undefined : { quoted, at }) : [];
  told.omitted.push(...omitted);
  if (before.kind === 'bracket') told.differences.push({ kind: 'inserted', ...gap });
  else if (omitted.length === 0) told.differences.push({ kind: 'ellipsis', ...gap });
}
