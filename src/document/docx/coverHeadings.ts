import type { Fragment } from '../../segment/fragment.ts';

/**
 * Makes paragraphs of the lines of a cover that are set in the styles of headings: those above the first heading of a higher
 * rank, at the start of a document or below its title, with no text between them.
 */
export function withoutCoverHeadings(fragments: readonly Fragment[]): readonly Fragment[] {
  const start = fragments[0]?.kind === 'heading' && fragments[0].level === 1 ? 1 : 0;
  let end = start;
  while (fragments[end]?.kind === 'heading') end += 1;
  const cover = fragments.slice(start, end);
  const top = Math.min(...cover.map(levelOf));
  const below = fragments.slice(end).filter(({ kind }) => kind === 'heading');
  const first = cover.findIndex((fragment) => levelOf(fragment) === top);
  // A heading of the highest rank among them begins the text; where a higher one comes only later, all are of the cover.
  const last = below.some((fragment) => levelOf(fragment) < top) && cover.length > 1 ? cover.length : first;
  return fragments.map((fragment, index) =>
    index >= start && index < start + last && levelOf(fragment) > 1
      ? { kind: 'paragraph' as const, text: fragment.text }
      : fragment,
  );
}

function levelOf({ level }: Fragment): number {
  return level ?? 2;
}
