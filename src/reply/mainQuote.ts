import type { Page } from './paginate.ts';

/** Finds the passage that a page is about: the first, past what only goes before it, such as the question that it answers. */
export function mainQuote({ quotes }: Pick<Page, 'quotes'>): Page['quotes'][number] | undefined {
  return quotes.find(({ isBefore }) => isBefore !== true) ?? quotes[0];
}
