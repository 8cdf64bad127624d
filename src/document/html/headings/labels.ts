import type { Fragment } from '../../../segment/fragment.ts';

/** What minutes and forms have in bold above their text: "Date: 27 February", "Venue: Room 308". */
const LABELLED = /^(?:\p{L}[\p{L}'’/-]*(?: [\p{L}'’/-]+){0,3})\s?:\s?\S/u;
const LABEL = /^[^:]{1,60}(?=\s?:)/u;

/**
 * Makes paragraphs of headings that are such only because they are bold, and that follow each other as lines with labels do:
 * "Date: …" and "Venue: …". A line among them that begins with a label of the document and lacks its colon is one as well.
 */
export function withoutLabelLines(fragments: readonly Fragment[]): readonly Fragment[] {
  const labels = new Set(
    fragments.flatMap((fragment, at) =>
      isLabelled(fragment) && (isLabelled(fragments[at - 1]) || isLabelled(fragments[at + 1]))
        ? [labelOf(fragment.text)]
        : [],
    ),
  );
  if (labels.size === 0) return fragments;
  const isLabel = (fragment: Fragment | undefined): boolean =>
    fragment !== undefined &&
    fragment.kind === 'heading' &&
    fragment.emphasised === 'strong' &&
    (isLabelled(fragment) ? labels.has(labelOf(fragment.text)) : labels.has(firstWord(fragment.text)));
  return fragments.map((fragment, at) =>
    isLabel(fragment) && [fragments[at - 1], fragments[at + 1]].some((next) => isLabelled(next) || isLabel(next))
      ? { kind: 'paragraph', text: fragment.text }
      : fragment,
  );
}

function isLabelled(fragment: Fragment | undefined): boolean {
  return (
    (fragment?.kind === 'heading' || fragment?.kind === 'paragraph') &&
    fragment.emphasised === 'strong' &&
    LABELLED.test(fragment.text)
  );
}

function labelOf(text: string): string {
  return (LABEL.exec(text)?.[0] ?? '').trim().toLowerCase();
}

function firstWord(text: string): string {
  return (/^\S+(?=\s)/u.exec(text)?.[0] ?? '').toLowerCase();
}
