import type { Fragment } from '../../segment/fragment.ts';
import { headingDepth } from '../../segment/shape.ts';

/** Headings without text between them that are the cells of a table, or a list. */
const MIN_RUN = 4;

/**
 * Makes paragraphs of headings that are cells: four and more in a row on a page, and those with rows of a table on both
 * sides. Headings with a number, or in the file's list of contents, stay.
 */
export function withoutTableHeads<T extends Fragment>(fragments: readonly T[]): readonly T[] {
  const isUnsure = (fragment: T | undefined): fragment is T =>
    fragment?.kind === 'heading' && fragment.level === undefined && headingDepth(fragment.text) === undefined;
  const isTableRow = (fragment: T | undefined): boolean => fragment?.role === 'row';
  const cells = new Set<number>();
  let from = 0;
  for (let at = 0; at <= fragments.length; at += 1) {
    if (isUnsure(fragments[at]) && (at === from || fragments[at]?.page === fragments[from]?.page)) continue;
    if (at - from >= MIN_RUN || (isTableRow(fragments[from - 1]) && isTableRow(fragments[at])))
      for (let index = from; index < at; index += 1) cells.add(index);
    from = isUnsure(fragments[at]) ? at : at + 1;
  }
  return fragments.map((fragment, index) =>
    cells.has(index) ? { ...fragment, kind: 'paragraph' as const } : fragment,
  );
}
