import type { Article } from '../../../article/article.ts';
import { typedSpan } from '../../../language/cutText.ts';
import { type FoldedText, sourceSpan } from '../../../language/folding/foldedText.ts';
import { movedSpan, type Span } from '../../../language/span.ts';
import type { Difference } from '../differences.ts';
import type { Fragment } from './searchFragments.ts';

interface Lettered {
  readonly article: Article;
  readonly quote: string;
  readonly fragment: Fragment;
  readonly source: { readonly folded: FoldedText; readonly from: number; readonly offset: number };
}

/** Tells a letter in brackets, `[T]he`, in place of the difference in case that it owns up to. */
export function withLetters(
  differences: readonly Difference[],
  letters: readonly Span[],
  { article, quote, fragment, source: { folded, from, offset } }: Lettered,
): readonly Difference[] {
  if (letters.length === 0) return differences;
  const told = [...differences];
  for (const at of letters) {
    const unit = fragment.folded.starts.findIndex(
      (start) => typedSpan(fragment.cut, [start, start + 1])[0] === at[0] + 1,
    );
    if (unit === -1) continue;
    const span: Span = movedSpan(sourceSpan(folded, [from + unit, from + unit + 1]), offset);
    const source = article.source.slice(...span);
    const own = told.findIndex((difference) => difference.at[0] < at[1] && at[0] < difference.at[1]);
    const word = told[own];
    if (word && word.quoted.replace(/[[\]]/gu, '').slice(1) !== word.source.slice(1)) {
      const whole: Span = [Math.min(at[0], word.at[0]), Math.max(at[1], word.at[1])];
      told[own] = { ...word, at: whole, quoted: quote.slice(...whole) };
      continue;
    }
    told.splice(own === -1 ? 0 : own, own === -1 ? 0 : 1, {
      kind: 'inserted',
      quoted: quote.slice(...at),
      source,
      span,
      at,
    });
  }
  return told;
}
