/** Labels of buttons that always do the same. */
export const BUTTONS = {
  post: 'Post in channel',
  reader: 'Open in reader',
  passage: 'Show the passage',
  paragraph: 'Whole paragraph',
  context: 'Before and after',
  nextPassage: 'Next passage',
  previousPassage: 'Previous passage',
  nextSection: 'Next section',
  previousSection: 'Previous section',
  nextPage: 'Next page',
  previousPage: 'Previous page',
  nextMatch: 'Next match',
  previousMatch: 'Previous match',
  nextClosest: 'Next closest',
  previousClosest: 'Closer passage',
  morePassages: 'More passages',
  outline: 'Outline',
  byDate: 'By date',
  byText: 'As the source tells it',
  shorter: 'Shorter',
  longer: 'Longer',
  oneSource: 'About the source',
  sources: 'About the sources',
} as const;

/** Labels of the buttons that answer what a message asks. */
export const CHOICES = { delete: 'Delete', keep: 'Cancel' } as const;
/** The same in a terminal. */
export const CHOICES_TYPED = {
  delete: 'To delete it, add --confirm yes.',
  keep: 'Otherwise nothing is changed.',
} as const;

/** What the entries of a select are for. */
export const MENU_WORDS = {
  more: 'More',
  passages: 'Show one of these passages',
  sections: 'Read a section',
  articles: 'See the outline of an article',
  exports: 'Export',
  citations: 'Cite',
  choose: 'Choose one',
} as const;

/** Says what a select is for: "Export, cite …". */
export function menuPlaceholder(words: readonly string[]): string {
  const [first = '', ...others] = words;
  return `${[first, ...others.map((each) => each.toLowerCase())].join(', ')} …`;
}

/** Labels the entry that cites a passage in a style. */
export function citeAs(reference: string, format: string): string {
  return `Cite ${reference} as ${format}`;
}

/** Labels the entry that exports events. */
export function exportAs(format: string): string {
  return `Export as ${format}`;
}

/** Labels the button that searches another section, or another article. */
export function searchIn(place: string, { isSection }: { readonly isSection: boolean }): string {
  return isSection ? `Search section ${place}` : `Search ${place}`;
}

/** Labels the button that runs a command again with a corrected value. */
export function useValue(value: string): string {
  return `Use ${value}`;
}

/** Labels the buttons that check a message's other quotations, by number. */
export function checkRange(way: 'back' | 'on', [from, to]: readonly [number, number]): string {
  return way === 'back' ? `Back to ${from} to ${to}` : `Check ${from} to ${to}`;
}
