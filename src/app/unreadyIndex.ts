import type { SearchIndex } from '../search/searchIndex.ts';

/** The index of a corpus that is still being read. Every method throws: an empty result would be misleading. */
export const UNREADY_INDEX: SearchIndex = {
  steps: {
    search: refuse,
    suggest: refuse,
    literal: refuse,
    across: refuse,
    likest: refuse,
    count: refuse,
    places: refuse,
  },
  search: refuse,
  suggest: refuse,
  literal: refuse,
  add: refuse,
  replace: refuse,
  remove: refuse,
  change: refuse,
  snapshot: refuse,
};

function refuse(): never {
  throw new Error('Cannot search the articles: they are still being read');
}
