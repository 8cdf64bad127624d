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
  morePassages: 'More passages',
  outline: 'Outline',
  byDate: 'By date',
  byText: 'As the source tells it',
  shorter: 'Shorter',
  longer: 'Longer',
  oneSource: 'About the source',
  sources: 'About the sources',
} as const;

/** Placeholders of the menus. */
export const MENU_WORDS = {
  passages: 'Show one of these passages',
  sections: 'Read a section',
  articles: 'See the outline of an article',
  exports: 'Export as …',
} as const;

/** Labels the menu that cites a passage. */
export function citeAs(reference: string): string {
  return `Cite ${reference} as …`;
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
