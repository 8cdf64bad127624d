import { formatReference, type Reference, type ReferenceTarget } from './reference.ts';

export type NumberedTarget = Extract<ReferenceTarget, 'paragraph' | 'caption' | 'heading'>;
export type Ordinal = number | 'last';

/** One end of a range: a block, or a sentence of it. */
export interface Place {
  readonly target: NumberedTarget;
  readonly number: Ordinal;
  readonly sentence?: Ordinal | undefined;
}

/** A member of a list of references: a single one, or from one place to another; `next` and `rest` are "12f" and "12ff". */
export type ReferenceRange =
  | { readonly kind: 'single'; readonly reference: Reference }
  | { readonly kind: 'range'; readonly from: Place; readonly to: Place | 'next' | 'rest' };

/** Writes references in their one canonical form, which `parseReferences` reads back: `¶12.2,¶13`; neighbours as a run, `¶3-5`. */
export function formatReferences(references: readonly Reference[]): string {
  const runs: Reference[] = [];
  for (const next of references) {
    const last = runs.at(-1);
    const joins =
      last && !last.sentences && !next.sentences && last.target === next.target && next.from === last.to + 1;
    if (joins) runs[runs.length - 1] = { ...last, to: next.to };
    else runs.push(next);
  }
  return runs.map(formatReference).join(',');
}
