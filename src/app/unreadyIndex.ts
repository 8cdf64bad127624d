import type { SearchIndex } from '../search/searchIndex.ts';

/** The index of a corpus that is still being read. Every method throws: an empty result would be misleading. */
export const UNREADY_INDEX: SearchIndex = {
  steps: {
    search: throwUnready,
    suggest: throwUnready,
    literal: throwUnready,
    across: throwUnready,
    likest: throwUnready,
    count: throwUnready,
    places: throwUnready,
  },
  search: throwUnready,
  suggest: throwUnready,
  literal: throwUnready,
  add: throwUnready,
  replace: throwUnready,
  remove: throwUnready,
  change: throwUnready,
  snapshot: throwUnready,
};

function throwUnready(): never {
  throw new Error('Cannot search the articles: they are still being read');
}
