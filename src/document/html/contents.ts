import type { Fragment } from '../../segment/fragment.ts';

/** Links in a row that are a list of contents. */
const MIN_LINKS = 5;

/** Marks lists of contents as furniture: blocks in a row that are nothing but links within the page or book. */
export function withContents(fragments: readonly Fragment[], linked: ReadonlySet<Fragment>): readonly Fragment[] {
  const marked = [...fragments];
  let from = 0;
  for (let at = 0; at <= fragments.length; at += 1) {
    const fragment = fragments[at];
    if (fragment && linked.has(fragment) && fragment.kind !== 'heading') continue;
    if (at - from >= MIN_LINKS)
      for (let index = from; index < at; index += 1)
        marked[index] = { kind: 'paragraph', role: 'furniture', text: fragments[index]?.text ?? '' };
    from = at + 1;
  }
  return marked;
}
