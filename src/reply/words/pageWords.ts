import { counted } from './counted.ts';

/** Appended to a reference if the quote started on an earlier page. */
export const CONTINUED = 'continued';

/** Says what is left of a passage: the rest of a sentence, and how many more sentences. `place` is Markdown. */
export function onNextPage(place: string, rest: { readonly sentences: number; readonly isCut: boolean }): string {
  const sentences = `${counted(rest.sentences, 'more sentence')} in ${place}`;
  if (!rest.isCut) return `${sentences}, on the next page`;
  return `This sentence continues on the next page${rest.sentences === 0 ? '' : `, then ${sentences}`}`;
}

/** Titles a page that shows one match, or one of the closest passages. */
export function matchTitle(kind: 'match' | 'passage', number: number, of: number): string {
  return `${kind === 'match' ? 'Match' : 'Passage'} ${number} of ${of}`;
}

/** Says which page this is, or only its title if each page has its own. Empty for a single page without a title. */
export function pageLine(titles: readonly (string | undefined)[], number: number): string {
  const title = titles[number - 1];
  const isNamed = title !== undefined && new Set(titles.filter((each) => each !== undefined)).size === titles.length;
  if (titles.length === 1 || isNamed) return title ?? '';
  return `${title === undefined ? '' : `${title} · `}Page ${number} of ${titles.length}`;
}

/** Says that a message without page buttons shows only part; its menu has the passages that did not fit. */
export function restOfMessage(passages: number): string {
  return passages === 0 ? 'Not everything fits here.' : `${counted(passages, 'more passage')} in the menu below.`;
}
