import type { Fragment } from '../../segment/fragment.ts';

/** Links in a row that are a list of contents. */
const MIN_LINKS = 5;

/** Marks lists of contents as furniture: blocks in a row that are nothing but links within the page or book, many or each called as a heading. */
export function withContents(fragments: readonly Fragment[], linked: ReadonlySet<Fragment>): readonly Fragment[] {
  const marked = [...fragments];
  const headings = new Set(fragments.flatMap(({ kind, text }) => (kind === 'heading' ? [foldedEntry(text)] : [])));
  const areHeadings = (from: number, to: number): boolean =>
    to - from > 1 && fragments.slice(from, to).every(({ text }) => headings.has(foldedEntry(text)));
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

/** A list of contents by its name, and what an entry of one ends with. */
const CONTENTS = /^(?:table of )?contents$|^inhalt(?:sverzeichnis)?$|^sommaire$|^table des matières$|^índice$/iu;
const ENTRY = /\S[\s.…]+(?:\d{1,4}|[ivxl]{1,6}|N\/A)$/u;
const ENTRY_MAX_CHARS = 160;
const MIN_ENTRIES = 3;
/** Lines of a list that have no number, such as parts and the rest of a long name, for each that has one. */
const UNNUMBERED_MAX = 4;

/** Marks a typed list of contents as furniture: below its name, short lines of which several end with the number of a page, up to the last of them or the first that is there again. */
export function withTypedContents(fragments: readonly Fragment[]): readonly Fragment[] {
  const at = fragments.findIndex(({ text }) => CONTENTS.test(text));
  if (at === -1) return fragments;
  const names = new Set<string>();
  let [end, entries, unnumbered] = [at + 1, 0, 0];
  for (const [index, { text, role }] of fragments.entries()) {
    if (index <= at || role === 'furniture') continue;
    const name = foldedEntry(text.replace(ENTRY, (match) => match.charAt(0)));
    if (text.length > ENTRY_MAX_CHARS || names.has(name) || unnumbered > UNNUMBERED_MAX * Math.max(1, entries)) break;
    names.add(name);
    if (ENTRY.test(text)) {
      entries += 1;
      end = index + 1;
    } else unnumbered += 1;
  }
  if (entries < MIN_ENTRIES) return fragments;
  return fragments.map((fragment, index) =>
    index > at && index < end ? { kind: 'paragraph', role: 'furniture', text: fragment.text } : fragment,
  );
}

function foldedEntry(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
