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

/** Names a page by its own title if each has one, else by its number: "Match 2 of 7", "Page 2 of 7". */
export function pageName(titles: readonly (string | undefined)[], number: number): string {
  const title = titles[number - 1];
  const isNamed = title !== undefined && new Set(titles.filter((each) => each !== undefined)).size === titles.length;
  return isNamed ? title : `Page ${number} of ${titles.length}`;
}

/** Asks for the number of a page. */
export const PAGE_FORM = {
  title: 'Go to a page',
  field: 'Number of the page',
  wrong: 'That is not the number of a page.',
} as const;

/** Says that a message without page buttons shows only part; its menu has the passages that did not fit. */
export function restOfMessage(passages: number): string {
  return passages === 0 ? 'Not everything fits here.' : `${counted(passages, 'more passage')} in the menu below.`;
}
