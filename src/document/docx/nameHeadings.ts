import { isKnownStem } from '../../language/words/wordList.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import type { Fragment } from '../../segment/fragment.ts';
import { isNameLike, isNameList } from '../../segment/shape.ts';

/** Blocks at the start of a document among which its authors are named. */
const WITHIN = 5;

/**
 * Makes paragraphs of headings below the title that only name the authors: names of which the properties have one, or that
 * have a word no dictionary has and stand where no section does, more than one rank below the heading above or below the next.
 */
export function withoutNameHeadings(
  fragments: readonly Fragment[],
  { author = [] }: { readonly author?: readonly string[] | undefined },
): readonly Fragment[] {
  return fragments.map((fragment, at) => {
    const above = fragments[at - 1];
    if (at >= WITHIN || fragment.kind !== 'heading' || above?.kind !== 'heading') return fragment;
    const { text, level = 2 } = fragment;
    if (!isNameLike(text) && !isNameList(text)) return fragment;
    const next = fragments.slice(at + 1).find(({ kind }) => kind === 'heading')?.level;
    const isNoSection = level > (above.level ?? 1) + 1 || (next !== undefined && next < level);
    return author.some((name) => text.includes(name)) || (isNoSection && hasUnknownWord(text))
      ? { kind: 'paragraph', text, emphasised: 'emphasis' }
      : fragment;
  });
}

function hasUnknownWord(text: string): boolean {
  const stem = stemmerFor('en');
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.some((word) => !isKnownStem(stem(word.toLowerCase())));
}
