import type { Fragment } from '../../segment/fragment.ts';

/** Links in a row that are a list of contents. */
const MIN_LINKS = 5;

/** Marks lists of contents as furniture: blocks in a row that are nothing but links within the page or book, many or each called as a heading. */
export function withContents(fragments: readonly Fragment[], linked: ReadonlySet<Fragment>): readonly Fragment[] {
  const marked = [...fragments];
  const headings = new Set(fragments.flatMap(({ kind, text }) => (kind === 'heading' ? [folded(text)] : [])));
  const areHeadings = (from: number, to: number): boolean =>
    to - from > 1 && fragments.slice(from, to).every(({ text }) => headings.has(folded(text)));
  let from = 0;
  for (let at = 0; at <= fragments.length; at += 1) {
    const fragment = fragments[at];
    if (fragment && linked.has(fragment) && fragment.kind !== 'heading') continue;
    if (at - from >= MIN_LINKS || areHeadings(from, at))
      for (let index = from; index < at; index += 1)
        marked[index] = { kind: 'paragraph', role: 'furniture', text: fragments[index]?.text ?? '' };
    from = at + 1;
  }
  return marked;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
