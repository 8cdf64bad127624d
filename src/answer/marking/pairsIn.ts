import { quotations } from '../../language/quotations/quotations.ts';
import type { Span } from '../../language/span.ts';

const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** Finds the quotations and brackets of a text, with their marks. */
export function pairsIn(text: string): readonly Span[] {
  const found: Span[] = quotations(text).map(({ span }) => span);
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: mark, index } of text.matchAll(/[()[\]]/gu)) {
    const opener = BRACKETS[mark];
    const last = open.at(-1);
    if (opener === undefined) open.push({ mark, at: index });
    else if (last?.mark === opener) {
      open.pop();
      found.push([last.at, index + 1]);
    }
  }
  return found;
}
