/**
 * What ranking knows of a sentence, in the order of the columns. Shares are of the query's words, weighted: by how rare
 * they are in these articles, or (`…Rarity`) in general. `raw…` repeats a share times the root of how many words the
 * query has, since a share of a long question says more.
 */
export const FEATURES = [
  // Words of the query: in the sentence, in its block, near it.
  'sentence',
  'block',
  'sentenceRarity',
  'blockRarity',
  'coverage',
  'coverageRarity',
  'blockCoverage',
  'allWords',
  'allBlock',
  'window',
  'unionBefore',
  'unionFirst',
  'unionAfter',
  'before',
  'after',
  'blockBefore',
  'blockAfter',
  'bestInBlock',
  'context',
  'rawAll',
  'rawSentence',
  'rawBlock',
  // Words near in meaning or spelling.
  'related',
  'similar',
  'relatedBlock',
  'similarBlock',
  'softBlock',
  'rawSoft',
  // Order and proximity.
  'bigrams',
  'allBigrams',
  'allTrigrams',
  'rawBigrams',
  'proximity',
  'density',
  // Names and figures of the query.
  'names',
  'namesBlock',
  'numbers',
  'full',
  // The kind of answer asked for.
  'whoName',
  'whoPerson',
  'whenDate',
  'whereName',
  'wherePlace',
  'quantityNumber',
  'quantityCue',
  'why',
  'how',
  'definition',
  'naming',
  'otherName',
  'otherNumber',
  'nearName',
  'nearNumber',
  // The sentence by itself.
  'isFirst',
  'isLast',
  'leansBack',
  'length',
  'novel',
  'quotes',
] as const;
export type Feature = (typeof FEATURES)[number];

/** How many columns a row has. */
export const WIDTH = FEATURES.length;

/** The column of each feature. */
export const COLUMN = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Readonly<Record<Feature, number>>;
