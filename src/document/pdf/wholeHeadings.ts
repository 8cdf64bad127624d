import type { Kinded } from './kinded.ts';

/** What a part is called by its number alone, on a line above its name. */
const LABEL =
  /^(?:(?:chapter|part|section|appendix|annex|book|lecture|lesson|kapitel|teil|anhang|chapitre|partie|capítulo|capitolo|hoofdstuk)\s(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\.?|第[\p{N}一二三四五六七八九十百]{1,4}[章节節部回])$/iu;

/** Puts "Chapter 4" and the chapter's name, which is the heading below it, together. */
export function withWholeHeadings(fragments: readonly Kinded[]): readonly Kinded[] {
  const joined: Kinded[] = [];
  for (const fragment of fragments) {
    const label = joined.at(-1);
    const isName =
      label?.kind === 'heading' &&
      fragment.kind === 'heading' &&
      label.page === fragment.page &&
      LABEL.test(label.text) &&
      !LABEL.test(fragment.text);
    if (isName)
      joined[joined.length - 1] = {
        ...fragment,
        text: `${label.text} ${fragment.text}`,
        lines: [...label.lines, ...fragment.lines],
      };
    else joined.push(fragment);
  }
  return joined;
}
